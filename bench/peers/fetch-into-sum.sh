#!/bin/sh
# Fetches a file into sha256sum and keeps the digest. Arguments: a folder for the digest, the address.
set -eu
curl --silent --show-error --fail --location "$2" | sha256sum >"$1/sha256"
