import type { Diagnostics } from '../../core/diagnostics.ts'
import { byCodeUnit } from '../../core/walk.ts'
import type { SourceRelease, SourceRepository } from '../../github/source-model.ts'
import { foldedPath } from '../../model/repository-path.ts'

/** A repository with the releases to import of it. */
export interface NamedRepository {
  readonly repository: Pick<SourceRepository, 'id' | 'fullName'>
  readonly package: string
  readonly releases: readonly { readonly release: Pick<SourceRelease, 'id' | 'tag' | 'draft'>; readonly version: string }[]
  /** What is said of a package of that name that is here and is not this repository's: `from …`, or `and was not imported`. */
  readonly packageFrom?: string | undefined
}

/**
 * Tells every two repositories that would be one package, and every two releases that would be one version, on any system: packages and versions are
 * folders, and some systems know no case. Nothing may be written before that is known.
 */
export function tellCollisions(repositories: readonly NamedRepository[], diagnostics: Diagnostics): void {
  // They were found side by side: what is told must not depend on which came first.
  const once = [...new Map(repositories.map((named) => [named.repository.id, named])).values()].sort((a, b) =>
    byCodeUnit(a.repository.fullName, b.repository.fullName),
  )
  for (const group of groups(once, (named) => foldedPath(named.package))) {
    const names = distinct(group.map((named) => named.package))
    diagnostics.error(`${listed(group.map(({ repository }) => repository.fullName))} would be one package, ${names.join(' = ')}`, {
      hint: "Put {owner} into 'package', or exclude all but one in 'repositories' with !owner/name.",
    })
  }
  for (const named of once) {
    tellForeignPackage(named, diagnostics)
    tellVersionCollisions(named, diagnostics)
  }
}

function tellForeignPackage({ repository, package: name, packageFrom }: NamedRepository, diagnostics: Diagnostics): void {
  if (packageFrom === undefined) return
  diagnostics.error(`package '${name}' is here already, ${packageFrom}; ${repository.fullName} would be the same package`, {
    hint: "Give it another name with 'package', such as '{owner}-{name}', or import into another repository.",
  })
}

/** The drafts among some releases whose version a published one has: until either is gone, nobody can tell which of the two is meant. */
export function draftsBeside<Named extends NamedRepository['releases'][number]>(releases: readonly Named[]): ReadonlySet<Named> {
  const released = new Set(releases.filter(({ release }) => !release.draft).map(({ version }) => foldedPath(version)))
  return new Set(releases.filter(({ release, version }) => release.draft && released.has(foldedPath(version))))
}

function tellVersionCollisions({ repository, releases }: NamedRepository, diagnostics: Diagnostics): void {
  for (const group of groups(releases, ({ version }) => foldedPath(version))) {
    const tags = group.map(({ release }) => `'${release.tag}'${release.draft ? ' (a draft)' : ''}`)
    const versions = distinct(group.map(({ version }) => version))
    diagnostics.error(`the releases ${listed(tags)} of ${repository.fullName} would be one version, ${versions.join(' = ')}`, {
      hint: `Exclude all but one in 'repositories', such as !${repository.fullName}@${group.at(-1)?.release.tag}, or change 'version' or 'tag-pattern'.`,
    })
  }
}

/** Those that share a key with another one, by key, in order. */
function groups<Item>(items: readonly Item[], key: (item: Item) => string): readonly (readonly Item[])[] {
  return [...Map.groupBy(items, key).values()].filter((group) => group.length > 1)
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)]
}

function listed(names: readonly string[]): string {
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
