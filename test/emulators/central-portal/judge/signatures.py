"""Verifies detached signatures with gpg, with nothing but the given keyring file of public keys."""

import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

NO_KEY = "Could not find a public key by the key fingerprint. Please ensure it is uploaded to one of the PGP servers we support."
NOT_VERIFIED = "Failed to verify the PGP signature. Please contact support for assistance."
ARMOR = b"-----BEGIN PGP SIGNATURE-----"
GPG = ["gpg", "--batch", "--no-tty", "--no-options", "--no-auto-key-retrieve", "--trust-model", "always", "--status-fd", "1"]


def verify_all(keyring, pairs):
    """The Portal's complaint of each (file, signature) pair, None for a good one. Expired keys pass, as they do at Central."""
    home = tempfile.mkdtemp(prefix="judge-")
    try:
        gpg = [*GPG, "--homedir", home]
        if keyring is not None:
            subprocess.run([*gpg, "--import", keyring], capture_output=True, check=False)
        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(lambda pair: complaint(gpg, *pair), pairs))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def complaint(gpg, file, signature):
    name = f"Invalid signature for file: {file.name}"
    if ARMOR not in signature.content():
        return name
    run = subprocess.run([*gpg, "--verify", signature.file, file.file], capture_output=True, check=False)
    words = set(re.findall(r"^\[GNUPG:\] (\w+)", run.stdout.decode("utf-8", "replace"), re.MULTILINE))
    if words & {"BADSIG", "REVKEYSIG"}:
        return f"{name}.asc - {NOT_VERIFIED}"
    if "VALIDSIG" in words:
        return None
    if "NO_PUBKEY" in words:
        return f"{name}.asc - {NO_KEY}"
    return f"{name}.asc - {NOT_VERIFIED}" if "ERRSIG" in words else name
