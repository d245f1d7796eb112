#!/bin/sh
# Signs each file by a gpg of its own, as most workflows do. Arguments: a folder for the signatures, the file of the passphrase or '', the files.
# GNUPGHOME holds the key.
set -eu
out=$1 passphrase=$2
shift 2
for file; do
  gpg --batch --quiet --armor --detach-sign ${passphrase:+--pinentry-mode loopback --passphrase-file "$passphrase"} \
    --output "$out/$(basename "$file").asc" "$file"
done
