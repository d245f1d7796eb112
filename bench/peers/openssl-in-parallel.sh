#!/bin/sh
# Four digests of one file at once. Arguments: a folder for the digests, the file.
set -eu
for name in md5 sha1 sha256 sha512; do
  openssl dgst -"$name" "$2" >"$1/$name" &
done
wait
