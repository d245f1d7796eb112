"""The effective model of a POM as Maven builds it, as far as the Portal looks at it.

Parents and import BOMs come from the given folders only. Profiles are not applied. Nothing here is shared with the code under test.
"""

import os
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field

DEEPEST_INTERPOLATION = 32
MOST_PARENTS = 50
EXPRESSION = re.compile(r"\$\{([^${}]+)\}")


class UnreadablePom(Exception):
    """The file is no POM whose coordinates can be told."""


@dataclass
class Dependency:
    group: str
    artifact: str
    type: str
    classifier: str
    version: str
    scope: str

    def key(self):
        return (self.group, self.artifact, self.type, self.classifier)

    def name(self):
        return f"{self.group}:{self.artifact}"


@dataclass
class RawPom:
    """One POM as it stands. Coordinates that it leaves to its parent are taken from the parent element."""

    group: str
    artifact: str
    version: str
    packaging: str
    parent: tuple | None
    facts: dict
    properties: dict
    dependencies: list
    managed: list
    licenses: list
    developers: int
    relocated: bool


@dataclass
class EffectivePom:
    group: str
    artifact: str
    version: str
    packaging: str
    name: str = ""
    description: str = ""
    url: str = ""
    scm_url: str = ""
    licenses: int = 0
    developers: int = 0
    relocated: bool = False
    versionless: list = field(default_factory=list)
    versionless_managed: list = field(default_factory=list)
    unresolved_parent: tuple | None = None
    unresolved_boms: list = field(default_factory=list)


def local(element):
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def child(element, *names):
    for name in names:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


def children(element, *names):
    found = child(element, *names[:-1])
    return [] if found is None else [one for one in found if local(one) == names[-1]]


def text(element, *names, default=None):
    found = child(element, *names)
    return default if found is None else (found.text or "").strip()


def read_dependencies(element, *names):
    return [
        Dependency(
            text(one, "groupId", default=""),
            text(one, "artifactId", default=""),
            text(one, "type", default="") or "jar",
            text(one, "classifier", default=""),
            text(one, "version", default=""),
            text(one, "scope", default=""),
        )
        for one in children(element, *names)
    ]


def read_pom(path):
    with open(path, "rb") as file:
        content = file.read()
    if b"<!DOCTYPE" in content:
        raise UnreadablePom("a document type")
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UnreadablePom(str(error)) from error
    if local(root) != "project" or not text(root, "modelVersion"):
        raise UnreadablePom("no project of a known model version")
    parent = child(root, "parent")
    inherited = None if parent is None else tuple(text(parent, name, default="") for name in ("groupId", "artifactId", "version"))
    properties = child(root, "properties")
    return RawPom(
        group=text(root, "groupId") or (inherited[0] if inherited else ""),
        artifact=text(root, "artifactId", default=""),
        version=text(root, "version") or (inherited[2] if inherited else ""),
        packaging=text(root, "packaging") or "jar",
        parent=inherited,
        # None is "not said", which alone lets a parent's value through.
        facts={
            "name": text(root, "name"),
            "description": text(root, "description"),
            "url": text(root, "url"),
            "scm_url": text(root, "scm", "url"),
        },
        properties={} if properties is None else {local(one): (one.text or "").strip() for one in properties},
        dependencies=read_dependencies(root, "dependencies", "dependency"),
        managed=read_dependencies(root, "dependencyManagement", "dependencies", "dependency"),
        licenses=[one for one in children(root, "licenses", "license") if text(one, "name") or text(one, "url")],
        developers=len(children(root, "developers", "developer")),
        relocated=child(root, "distributionManagement", "relocation") is not None,
    )


class PomFolders:
    """POMs in Maven layout below several folders."""

    def __init__(self, folders):
        self.folders = folders

    def find(self, coordinates):
        group, artifact, version = coordinates
        if not all(re.fullmatch(r"[A-Za-z0-9_.+-]+", one) and one not in (".", "..") for one in coordinates):
            return None
        relative = os.path.join(*group.split("."), artifact, version, f"{artifact}-{version}.pom")
        paths = [os.path.join(folder, relative) for folder in self.folders]
        return next((path for path in paths if os.path.isfile(path)), None)

    def effective(self, path):
        """The effective model of the POM at a path; UnreadablePom when it is none."""
        lineage, unresolved = self._lineage(path)
        own = lineage[0]
        properties = {name: value for raw in reversed(lineage) for name, value in raw.properties.items()}
        lookup = Interpolation(own, properties)
        effective = EffectivePom(lookup(own.group), lookup(own.artifact), lookup(own.version), lookup(own.packaging))
        # Maven never inherits the name and the packaging.
        effective.name = lookup(own.facts["name"] or "")
        for fact in ("description", "url", "scm_url"):
            said = next((raw.facts[fact] for raw in lineage if raw.facts[fact] is not None), "")
            setattr(effective, fact, lookup(said))
        effective.licenses = next((len(raw.licenses) for raw in lineage if raw.licenses), 0)
        effective.developers = next((raw.developers for raw in lineage if raw.developers), 0)
        effective.relocated = own.relocated
        effective.unresolved_parent = unresolved
        managed = self._managed(lineage, lookup, effective, (path,))
        dependencies = merged([raw.dependencies for raw in lineage], lookup)
        effective.versionless = [
            one.name() for key, one in dependencies.items() if not known(one.version) and not known(managed.get(key, ""))
        ]
        return effective

    def _lineage(self, path):
        lineage, seen = [read_pom(path)], {path}
        while lineage[-1].parent is not None:
            coordinates = lineage[-1].parent
            found = self.find(coordinates)
            if found is None or found in seen or len(seen) > MOST_PARENTS:
                return lineage, coordinates
            try:
                lineage.append(read_pom(found))
            except UnreadablePom:
                return lineage, coordinates
            seen.add(found)
        return lineage, None

    def _managed(self, lineage, lookup, report, importing):
        """Versions by key: what the POM and its parents manage, then what their BOMs do, first come first served."""
        entries = merged([raw.managed for raw in lineage], lookup)
        versions = {key: one.version for key, one in entries.items() if one.scope != "import"}
        report.versionless_managed += [one.name() for one in entries.values() if not known(one.version)]
        for bom in (one for one in entries.values() if one.scope == "import" and known(one.version)):
            found = self.find((bom.group, bom.artifact, bom.version))
            try:
                if found is None or found in importing or len(importing) > MOST_PARENTS:
                    raise UnreadablePom(bom.name())
                bom_lineage, unresolved = self._lineage(found)
            except UnreadablePom:
                report.unresolved_boms.append(bom.name())
                continue
            if unresolved is not None:
                report.unresolved_boms.append(bom.name())
            properties = {name: value for raw in reversed(bom_lineage) for name, value in raw.properties.items()}
            # What a BOM leaves out is its own mistake, not that of its users: only its unresolved BOMs are theirs.
            inner = EffectivePom("", "", "", "")
            imported = self._managed(bom_lineage, Interpolation(bom_lineage[0], properties), inner, (*importing, found))
            report.unresolved_boms += inner.unresolved_boms
            for key, version in imported.items():
                versions.setdefault(key, version)
        return versions


class Interpolation:
    """Replaces `${…}` by properties and facts of a project; what is unknown stays as it stands."""

    def __init__(self, pom, properties):
        self.values = dict(properties)
        facts = {"groupId": pom.group, "artifactId": pom.artifact, "version": pom.version, "packaging": pom.packaging}
        facts.update({name: pom.facts[name] for name in ("name", "description", "url") if pom.facts[name] is not None})
        if pom.parent is not None:
            facts.update(zip(("parent.groupId", "parent.artifactId", "parent.version"), pom.parent))
        for name, value in facts.items():
            self.values[f"project.{name}"] = self.values[f"pom.{name}"] = value
            self.values.setdefault(name, value)

    def __call__(self, value):
        for _ in range(DEEPEST_INTERPOLATION):
            replaced = EXPRESSION.sub(lambda match: self.values.get(match[1], match[0]), value)
            if replaced == value or len(replaced) > 65536:
                break
            value = replaced
        return value.strip()


def merged(generations, lookup):
    """Dependencies of a POM and its ancestors by key; the POM's own come first and win."""
    result = {}
    for generation in generations:
        for one in generation:
            plain = Dependency(*(lookup(value) for value in (one.group, one.artifact, one.type, one.classifier, one.version, one.scope)))
            result.setdefault(plain.key(), plain)
    return result


def known(version):
    return version != "" and "${" not in version
