import type { Attribute } from '../attributes.ts'
import { definedOnly } from '../defined-only.ts'
import { type PackageMetadata, type RepositoryMetadata, type RepositoryType, repositoryTypes, type VersionMetadata } from '../metadata.ts'
import { checkAttribute } from './attributes-reader.ts'
import { noticeUnknownKeys } from './bintray-keys.ts'
import type { ClauseReader, Reading } from './clause-reader.ts'
import { noticeMovingName, readDate, readGithubRepository, readLicenseName, readUrl } from './values.ts'

/** What both of Bintray's forms say apart from the files. */
export interface Clauses {
  readonly repository: RepositoryMetadata
  readonly updateExisting: boolean
  readonly package: PackageMetadata
  readonly version: VersionMetadata
  readonly gpgSign?: boolean
  readonly publish: boolean
}

/** Repository types of Bintray other than ours: their files are kept as they are, their indexes are not made. */
const otherTypes = ['debian', 'rpm', 'docker', 'npm', 'opkg', 'nuget', 'vagrant', 'conan']
/** What Bintray's server did with these has no counterpart. */
const inert = { repo: ['private', 'premium', 'yum_metadata_depth'], package: ['public_download_numbers', 'public_stats'] }

/** Reads `repo`, `package`, `version` and `publish`. */
export function readClauses(top: ClauseReader): Clauses {
  const given = top.clause('repo')
  const repo = given === undefined ? undefined : namedClause(given)
  const inPackage = top.clause('package')
  const inVersion = top.clause('version')
  if (given !== undefined) noticeUnknownKeys(given, 'repo')
  if (inPackage !== undefined) noticeUnknownKeys(inPackage, 'package')
  if (inVersion !== undefined) noticeUnknownKeys(inVersion, 'version')
  noticeInert(
    [...(given === undefined ? [] : inertOf(given, inert.repo)), ...(inPackage === undefined ? [] : inertOf(inPackage, inert.package))],
    top.reading,
  )
  noticeSample(inPackage, inVersion, top.reading)
  requireName(top, inPackage, 'package')
  requireName(top, inVersion, 'version')
  checkRepositoryNames(repo, inPackage)
  const gpgSign = inVersion?.boolean('gpgSign')
  return {
    repository: repo === undefined ? {} : readRepository(repo),
    updateExisting: repo?.boolean('updateExisting') ?? false,
    package: readPackage(inPackage, repo),
    version: inVersion === undefined ? {} : readVersion(inVersion),
    ...(gpgSign !== undefined && { gpgSign }),
    publish: top.boolean('publish') ?? false,
  }
}

/** A `repo` clause without a name counts as absent, as it did for Artifactory. */
function namedClause(repo: ClauseReader): ClauseReader | undefined {
  if (repo.has('name') && (repo.isVoid('name') || repo.text('name') !== undefined)) return repo
  repo.reading.diagnostics.notice('The repo clause has no name and counts as absent', {
    location: repo.object.location,
    hint: 'Give it a name.',
  })
  return undefined
}

function requireName(top: ClauseReader, clause: ClauseReader | undefined, key: 'package' | 'version'): void {
  if (top.reading.known[key] !== undefined || top.isVoid(key) || clause?.isVoid('name')) return
  const value = clause?.object.members.find((member) => member.key === 'name')?.value
  const empty = value?.kind === 'scalar' && (value.value === null || String(value.value).trim() === '')
  if (value !== undefined && !empty) return
  const hint = `Give it here, or with the input \`${key}\`.`
  if (clause === undefined) top.error(key, `${key}.name is missing: the descriptor has no ${key}`, hint)
  else clause.error('name', `${key}.name is missing`, hint)
}

function checkRepositoryNames(repo: ClauseReader | undefined, inPackage: ClauseReader | undefined): void {
  if (inPackage === undefined) return
  const ofPackage = inPackage.text('repo')
  const ofRepo = repo?.text('name')
  if (ofPackage === undefined && !inPackage.isVoid('repo') && repo === undefined) {
    inPackage.error(
      'repo',
      'package.repo is missing',
      'Name the repository here or in a `repo` clause; where files go is said by the input `repository` alone.',
    )
  }
  if (ofPackage === undefined || ofRepo === undefined || ofPackage.toLowerCase() === ofRepo.toLowerCase()) return
  inPackage.error(
    'repo',
    `Mismatch between the 'name' field in the 'repo' clause and the 'repo' field in the 'package' clause: ${ofRepo} and ${ofPackage}`,
    'Make them equal, or leave one of them out.',
  )
}

function readRepository(repo: ClauseReader): RepositoryMetadata {
  const labels = textsOf(repo, 'labels')
  const type = readType(repo)
  return definedOnly({ name: repo.text('name'), type, description: repo.text('desc'), labels })
}

function readType(repo: ClauseReader): RepositoryType | undefined {
  const type = repo.named('type')
  if (type === undefined) return undefined
  const { text, location } = type
  const ours = repositoryTypes.find((one) => one === text.toLowerCase())
  if (ours !== undefined) return ours
  const { diagnostics } = repo.reading
  if (otherTypes.includes(text.toLowerCase())) {
    diagnostics.notice(`repo.type ${text}: the files are published as they are, as in a generic repository`, { location })
    return 'generic'
  }
  diagnostics.error(`repo.type is ${text}, which there is not`, {
    location,
    hint: `The types are ${[...repositoryTypes, ...otherTypes].join(', ')}.`,
  })
  return undefined
}

function readPackage(clause: ClauseReader | undefined, repo: ClauseReader | undefined): PackageMetadata {
  if (clause === undefined) return definedOnly({ repository: repo?.text('name') })
  const { diagnostics } = clause.reading
  const url = (key: string, kind: 'web' | 'vcs') => {
    const value = clause.named(key)
    return value === undefined ? undefined : readUrl(value, kind, diagnostics)
  }
  const licenses = clause.texts('licenses').map((name) => readLicenseName(name, diagnostics))
  const githubRepository = clause.named('github_repo')
  return definedOnly({
    name: clause.text('name'),
    subject: clause.text('subject'),
    repository: clause.text('repo') ?? repo?.text('name'),
    description: clause.text('desc'),
    labels: textsOf(clause, 'labels'),
    licenses: licenses.length > 0 ? [...new Set(licenses)] : undefined,
    websiteUrl: url('website_url', 'web'),
    issueTrackerUrl: url('issue_tracker_url', 'web'),
    vcsUrl: url('vcs_url', 'vcs'),
    githubRepository: githubRepository === undefined ? undefined : readGithubRepository(githubRepository, diagnostics),
    githubReleaseNotesFile: clause.text('github_release_notes_file'),
    attributes: readAttributes(clause),
  })
}

function readVersion(clause: ClauseReader): VersionMetadata {
  const { diagnostics } = clause.reading
  const name = clause.named('name')
  if (name !== undefined) noticeMovingName(name, diagnostics)
  const released = clause.named('released')
  return definedOnly({
    name: name?.text,
    description: clause.text('desc'),
    released: released === undefined ? undefined : readDate(released, diagnostics),
    vcsTag: clause.text('vcs_tag'),
    githubReleaseNotesFile: clause.text('github_release_notes_file'),
    githubUseTagReleaseNotes: clause.boolean('github_use_tag_release_notes'),
    attributes: readAttributes(clause),
  })
}

function readAttributes(clause: ClauseReader): Attribute[] | undefined {
  const attributes = clause.clauses('attributes').flatMap((written) => {
    noticeUnknownKeys(written, 'attribute')
    const values = written.scalars('values')
    const name = written.text('name')
    if (name === undefined) {
      if (!written.isVoid('name'))
        written.error('name', `${written.name} has no name`, 'An attribute is { "name": …, "values": […], "type": … }.')
      return []
    }
    return checkAttribute({ name, type: written.located('type'), values }, clause.reading.diagnostics) ?? []
  })
  return attributes.length > 0 ? attributes : undefined
}

function textsOf(clause: ClauseReader, key: string): string[] | undefined {
  const texts = clause.texts(key).map(({ text }) => text)
  return texts.length > 0 ? texts : undefined
}

function inertOf(clause: ClauseReader, keys: readonly string[]): string[] {
  return keys.filter((key) => clause.has(key)).map((key) => clause.nameOf(key))
}

function noticeInert(names: readonly string[], reading: Reading): void {
  const [first] = names
  if (first === undefined) return
  const location = reading.locations.get(first)
  reading.diagnostics.notice(`Accepted, and without effect any more: ${names.join(', ')}`, location === undefined ? {} : { location })
}

/** The samples of Bintray's documentation are in circulation with their values unchanged. */
const sampleValues: readonly RegExp[] = [
  /pushed completely automatically/i,
  /bintray\/bintray-client-java/i,
  /^(?:cool|awesome|gorilla)$/,
  /^2015-01-04$/,
]

function noticeSample(inPackage: ClauseReader | undefined, inVersion: ClauseReader | undefined, reading: Reading): void {
  const found: string[] = []
  for (const clause of [inPackage, inVersion]) {
    for (const { key, value } of clause?.object.members ?? []) {
      const values = value.kind === 'array' ? value.items : [value]
      const left = values.some(
        (one) => one.kind === 'scalar' && typeof one.value === 'string' && sampleValues.some((sample) => sample.test(String(one.value))),
      )
      if (left && clause !== undefined) found.push(clause.nameOf(key))
    }
  }
  const [first] = found
  const location = first === undefined ? undefined : reading.locations.get(first)
  if (location !== undefined)
    reading.diagnostics.notice(`Left from the documentation's sample, and would be published: ${found.join(', ')}`, { location })
}
