"""Judges one bundle as the Central Portal does, and says so in its words.

Reads {bundle, files, keyring, central, namespaces, published, listing} as JSON from standard input, unpacks the bundle into `files`, and writes
{components: [{name, path, purl, errors, warnings}], errors: {purl or "common": [message]}, warnings: [message], files: [{path, size}]}.
With `listing` it only tells what is in the bundle.
"""

import json
import sys
from dataclasses import dataclass, field
from urllib.parse import quote

from bundle import UnreadableBundle, archive_names, unpack
from effective_pom import PomFolders, UnreadablePom
from signatures import verify_all

ARCHIVES = (".jar", ".war", ".ear", ".aar", ".zip", ".klib", ".nbm")
BROKEN = "Failed to process deployment: Error on building manifests: "
NO_ARCHIVE = BROKEN + "Unable to parse archive Details: No Archiver found for the stream signature"


@dataclass
class Component:
    group: str
    artifact: str
    version: str
    path: str
    entries: list
    purl: str = ""
    packaging: str = "jar"
    errors: list = field(default_factory=list)
    warnings: list = field(default_factory=list)

    def __post_init__(self):
        self.base = f"{self.artifact}-{self.version}"
        self.identify("jar")

    def identify(self, packaging):
        self.packaging = packaging
        kind = "" if packaging == "jar" else f"?type={quote(packaging, safe='')}"
        self.purl = f"pkg:maven/{self.group}/{quote(self.artifact, safe='')}@{quote(self.version, safe='')}{kind}"

    def file(self, ending):
        return next((entry for entry in self.entries if entry.name == self.base + ending), None)


def by_folder(entries):
    folders = {}
    for entry in entries:
        folders.setdefault(entry.folder, []).append(entry)
    return folders


def component_of(folder, entries):
    """The component that lies in a folder, None where the path is too short for coordinates."""
    parts = folder.split("/")
    return None if len(parts) < 3 else Component(".".join(parts[:-2]), parts[-2], parts[-1], folder + "/", entries)


def described(folder, entries):
    """How the Portal names a folder without a POM: group and artifact where it looks like a version's folder."""
    parent, _, version = folder.rpartition("/")
    artifact = parent.rpartition("/")[2]
    return parent if any(entry.name.startswith(f"{artifact}-{version}") for entry in entries) else folder


def judge(request):
    common = []
    try:
        entries, refused = unpack(request["bundle"], request["files"], ".pom" if request.get("listing") else None)
    except UnreadableBundle:
        return verdict([], [NO_ARCHIVE], [])
    common += [f"Failed to associate file with coordinates {path}" for path in refused]
    components, stray = [], []
    for folder, inside in by_folder(entries).items():
        component = component_of(folder, inside)
        if not any(entry.name.endswith(".pom") for entry in inside if not entry.is_sidecar):
            stray.append(described(folder, inside))
        elif component is None:
            poms = [entry for entry in inside if entry.name.endswith(".pom")]
            common += [f"Failed to get coordinates from pom file {pom.path}" for pom in poms]
        else:
            components.append(component)
    if stray or not entries:
        named = sorted({folder for folder in stray if folder})
        common.append("Bundle has content that does NOT have a .pom file" + (f": {', '.join(named)}" if named else ""))

    poms = PomFolders([request["files"], request["central"]])
    for component in components:
        judge_pom(component, poms)
    if not request.get("listing"):
        for component in components:
            judge_coordinates(component, request)
            judge_layout(component)
            judge_checksums(component)
            judge_contents(component)
            common += broken_archives(component) + lonely_sidecars(component)
        judge_signatures(components, request["keyring"])
    else:
        for component in components:
            component.errors.clear()
    return verdict(components, common, entries)


def judge_coordinates(component, request):
    namespaces = request.get("namespaces")
    if namespaces is not None and not any(f"{component.group}.".startswith(f"{namespace}.") for namespace in namespaces):
        component.errors.append(f"Namespace '{component.group}' is not allowed")
    if component.version.endswith("-SNAPSHOT"):
        component.errors.append("version cannot be a SNAPSHOT")
    if component.path in request["published"]:
        component.errors.append(f"Component with package url: '{component.purl}' already exists")


def judge_layout(component):
    for entry in component.entries:
        fits = entry.name.startswith((component.base + ".", component.base + "-"))
        # Maven 4's consumer and build POMs are the usual second POM of a folder.
        second_pom = entry.name.endswith(".pom") and entry.name != component.base + ".pom"
        if not entry.is_sidecar and (not fits or second_pom):
            component.errors.append(f"Failed to associate file with coordinates {entry.path}")


def judge_pom(component, poms):
    pom = component.file(".pom")
    if pom is None:
        return
    unreadable = f"Failed to get coordinates from pom file {pom.path}"
    try:
        model = poms.effective(pom.file)
    except UnreadablePom:
        component.errors.append(unreadable)
        return
    component.identify(model.packaging)
    if (model.group, model.artifact, model.version) != (component.group, component.artifact, component.version):
        component.errors.append(unreadable)
        return
    if model.relocated:
        return
    required = {
        "Project name is missing": model.name,
        "Project description is missing": model.description,
        "Project URL is not defined": model.url,
        "License information is missing": model.licenses,
        "SCM URL is not defined": model.scm_url,
        "Developers information is missing": model.developers,
    }
    component.errors += [message for message, value in required.items() if not value]
    judge_dependencies(component, model)


def judge_dependencies(component, model):
    missing = "Dependency version information is missing"
    if len(model.versionless) == 1:
        component.errors.append(f"{missing} for dependency: {model.versionless[0]}")
    elif model.versionless:
        component.errors.append(f"{missing} for: {', '.join(model.versionless[:3])}{', ...' if len(model.versionless) > 3 else ''}")
    elif model.unresolved_parent:
        component.errors.append(missing)
    if model.versionless_managed or model.unresolved_boms:
        component.errors.append("Dependency management dependency version information is missing")


def needs_checksums(entry):
    return not entry.is_sidecar and not entry.name.endswith(".sigstore.json")


def judge_checksums(component):
    present = {entry.name: entry for entry in component.entries}
    for entry in (one for one in component.entries if one.digests):
        for algorithm, value in entry.digests.items():
            sidecar = present.get(f"{entry.name}.{algorithm}")
            if sidecar is not None and sidecar.content().strip() != value.encode():
                component.errors.append(f"Invalid '{algorithm}' checksum for file: {entry.name}")
            elif sidecar is None and algorithm in ("md5", "sha1") and needs_checksums(entry):
                component.errors.append(f"Missing {algorithm} checksum for file: {entry.name}")


def judge_contents(component):
    main = component.file(".jar")
    names = archive_names(main.file) if main is not None else None
    if component.packaging != "pom" and any(name.endswith(".class") for name in names or ()):
        if component.file("-sources.jar") is None:
            component.errors.append("Sources must be provided but not found in entries")
        if component.file("-javadoc.jar") is None:
            component.errors.append("Javadocs must be provided but not found in entries")
    for entry in component.entries:
        if entry.name.endswith(".sigstore.json") and not is_sigstore(entry):
            component.warnings.append(f"Invalid sigstore bundle: {entry.name}")


def is_sigstore(entry):
    try:
        return str(json.loads(entry.content()).get("mediaType", "")).startswith("application/vnd.dev.sigstore.bundle")
    except (ValueError, AttributeError):
        return False


def broken_archives(component):
    return [NO_ARCHIVE for entry in component.entries if entry.name.endswith(ARCHIVES) and archive_names(entry.file) is None]


def lonely_sidecars(component):
    present = {entry.name for entry in component.entries}
    lonely = dict.fromkeys(
        entry.path.rpartition(".")[0] for entry in component.entries if entry.is_sidecar and entry.name.rpartition(".")[0] not in present
    )
    return [f"{BROKEN}File with path '{path}' is missing" for path in lonely]


def judge_signatures(components, keyring):
    pairs = []
    for component in components:
        present = {entry.name: entry for entry in component.entries}
        for entry in filter(needs_checksums, component.entries):
            signature = present.get(f"{entry.name}.asc")
            if signature is None:
                component.errors.append(f"Missing signature for file: {entry.name}")
            else:
                pairs.append((component, entry, signature))
    for (component, _, _), problem in zip(pairs, verify_all(keyring, [pair[1:] for pair in pairs])):
        if problem is not None:
            component.errors.append(problem)


def verdict(components, common, entries):
    errors = {component.purl: component.errors for component in components if component.errors}
    if common:
        errors["common"] = common
    return {
        "components": [
            {"name": one.artifact, "path": one.path, "purl": one.purl, "errors": one.errors, "warnings": one.warnings} for one in components
        ],
        "errors": errors,
        "warnings": [warning for one in components for warning in one.warnings],
        "files": [{"path": entry.path, "size": entry.size} for entry in entries],
    }


if __name__ == "__main__":
    json.dump(judge(json.load(sys.stdin)), sys.stdout)
