#!/bin/sh
# Signs each file by a process of Sequoia's sq, two at a time. Arguments: a folder for the signatures, the file of an unprotected key, the files.
set -eu
out=$1 key=$2
shift 2
# Later versions of sq renamed the option.
option=$(sq sign --help | grep -o -m1 -e '--signer-key' -e '--signer-file')
printf '%s\n' "$@" | xargs -P2 -I{} sh -c 'sq sign --detached "$1" "$2" --output "$3/$(basename "$4").asc" "$4"' sh "$option" "$key" "$out" {}
