"""Reads a bundle with Python's own zip reader and unpacks it with the digests of every file."""

import hashlib
import os
import stat
import zipfile
from dataclasses import dataclass

ALGORITHMS = ("md5", "sha1", "sha256", "sha512")
SIDECARS = (".asc",) + tuple(f".{algorithm}" for algorithm in ALGORITHMS)
CHUNK = 1 << 20


class UnreadableBundle(Exception):
    """What was uploaded is no zip, or a damaged one."""


@dataclass
class Entry:
    path: str
    size: int
    digests: dict
    file: str

    @property
    def folder(self):
        return self.path.rpartition("/")[0]

    @property
    def name(self):
        return self.path.rpartition("/")[2]

    @property
    def is_sidecar(self):
        return self.name.endswith(SIDECARS)

    def content(self, limit=1 << 20):
        with open(self.file, "rb") as file:
            return file.read(limit)


def is_plain(path):
    """Whether a path of a zip stays where it is unpacked, and is spelt as Maven spells paths."""
    return "\\" not in path and "\0" not in path and all(part not in ("", ".", "..") for part in path.split("/"))


def unpack(bundle, target, only=None):
    """Unpacks a bundle; gives its entries and the paths that cannot be unpacked. `only` is the ending of the files that matter."""
    entries, refused = {}, []
    try:
        with zipfile.ZipFile(bundle) as archive:
            for info in archive.infolist():
                if info.is_dir():
                    continue
                if not is_plain(info.filename) or stat.S_ISLNK(info.external_attr >> 16) or info.filename in entries:
                    refused.append(info.filename)
                    continue
                wanted = only is None or info.filename.endswith(only)
                file = os.path.join(target, *info.filename.split("/"))
                digests = write(archive, info, file) if wanted else {}
                entries[info.filename] = Entry(info.filename, info.file_size, digests, file)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableBundle(str(error)) from error
    return sorted(entries.values(), key=lambda entry: entry.path), refused


def write(archive, info, file):
    os.makedirs(os.path.dirname(file), exist_ok=True)
    sums = {algorithm: hashlib.new(algorithm, usedforsecurity=False) for algorithm in ALGORITHMS}
    # Hashing four times costs most of the time; the rarer two are taken only of what has such a sidecar.
    for algorithm in ("sha256", "sha512"):
        if f"{info.filename}.{algorithm}" not in archive.NameToInfo:
            del sums[algorithm]
    with archive.open(info) as source, open(file, "wb") as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
            for one in sums.values():
                one.update(chunk)
    return {algorithm: one.hexdigest() for algorithm, one in sums.items()}


def archive_names(file):
    """Names of the entries of an archive; None when the file does not begin as a zip or is a damaged one."""
    try:
        with open(file, "rb") as stream:
            if stream.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
                return None
        with zipfile.ZipFile(file) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return None
