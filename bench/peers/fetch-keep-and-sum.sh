#!/bin/sh
# Fetches a file, keeps it, and takes its SHA-256 on the way. Arguments: a folder for both, the address.
set -eu
curl --silent --show-error --fail --location "$2" | tee "$1/file" | sha256sum >"$1/sha256"
