#!/bin/sh
# Copies a folder, then runs four sum tools over the copy at once. Arguments: a folder for copy and sums, the folder to copy.
set -eu
cp -r "$2" "$1/copy"
cd "$1/copy"
for tool in md5sum sha1sum sha256sum sha512sum; do
  find . -type f -print0 | xargs -0 "$tool" >"$1/$tool" &
done
wait
