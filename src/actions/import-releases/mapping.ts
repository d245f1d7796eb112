import { Diagnostics } from '../../core/diagnostics.ts'
import type { SourceRelease, SourceRepository } from '../../github/source-model.ts'
import { definedOnly } from '../../model/defined-only.ts'
import { readLicense } from '../../model/licenses.ts'
import type { PackageMetadata, VersionMetadata } from '../../model/metadata.ts'
import { checkName } from '../../publication/names.ts'

/** What GitHub says of a repository, in our words. */
export function packageMetadata(repository: SourceRepository, name: string): PackageMetadata {
  const { description, topics, license, homepage, htmlUrl, cloneUrl, hasIssues, fullName } = repository
  return definedOnly({
    name,
    description: textOf(description),
    labels: topics.length === 0 ? undefined : topics,
    licenses: license === undefined || noLicense.has(license.toLowerCase()) ? undefined : [readLicense(license).license],
    websiteUrl: webAddress(homepage),
    issueTrackerUrl: hasIssues ? webAddress(`${htmlUrl}/issues`) : undefined,
    vcsUrl: webAddress(cloneUrl),
    githubRepository: fullName,
  })
}

/** What GitHub says of a release, in our words; the commit is known only where the tags were read. */
export function versionMetadata(release: SourceRelease, name: string, commit?: string): VersionMetadata {
  const { tag, name: title, body, publishedAt, prerelease } = release
  return definedOnly({
    name,
    description: title === tag ? undefined : textOf(title),
    released: publishedAt,
    vcsTag: tag,
    vcsCommit: commit,
    releaseNotes: textOf(body),
    prerelease: prerelease ? true : undefined,
  })
}

/** Words of GitHub's for a licence that it did not recognise. */
const noLicense: ReadonlySet<string> = new Set(['noassertion', 'none', 'other'])

function textOf(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text
}

/** A homepage is free text: only what a browser opens as a page becomes a link of ours. */
function webAddress(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? ''
  return /^https?:\/\//i.test(trimmed) && URL.canParse(trimmed) ? trimmed : undefined
}

/** Why a release cannot be imported under these names, whatever its bytes are; it fails, others go on. */
export function nameProblem(names: {
  readonly package: string
  readonly version: string
  readonly tag: string
  /** Names of what is to be imported of it. */
  readonly assets: readonly string[]
}): string | undefined {
  const told = new Diagnostics()
  checkName('package', names.package, told)
  checkName('version', names.version, told)
  for (const kind of ['package', 'version'] as const) {
    if (names[kind].trim() === '') told.error(`the ${kind} name is empty`)
    if (!names[kind].isWellFormed()) told.error(`the ${kind} name is not valid Unicode`)
  }
  if (names.tag === '') told.error('it has no tag')
  const twice = names.assets.find((name, index) => names.assets.indexOf(name) !== index)
  if (twice !== undefined) told.error(`two of its assets are named '${twice}', or one is named as an archive of the source`)
  const messages = told.errors.map(({ message }) => message)
  return messages.length === 0 ? undefined : messages.join('; ')
}
