import { nearest } from '../../core/nearest.ts'
import type { ClauseReader } from './clause-reader.ts'

const packageKeys = [
  'name',
  'repo',
  'subject',
  'desc',
  'website_url',
  'issue_tracker_url',
  'vcs_url',
  'licenses',
  'labels',
  'public_download_numbers',
  'public_stats',
  'github_repo',
  'github_release_notes_file',
  'attributes',
] as const

/** The fields of each object in Bintray's descriptors (Artifactory User Guide, "Push to Bintray"; docs.travis-ci.com, "Bintray Deployment"). */
export const bintrayKeys = {
  artifactory: ['repo', 'package', 'version', 'applyToFiles', 'applyToRepoFiles', 'applyToProps', 'publish'],
  travis: ['repo', 'package', 'version', 'files', 'publish'],
  repo: ['name', 'type', 'private', 'premium', 'desc', 'labels', 'updateExisting', 'yum_metadata_depth'],
  package: packageKeys,
  version: ['name', 'desc', 'released', 'vcs_tag', 'gpgSign', 'github_release_notes_file', 'github_use_tag_release_notes', 'attributes'],
  files: ['includePattern', 'excludePattern', 'uploadPattern', 'matrixParams', 'listInDownloads'],
  attribute: ['name', 'values', 'type'],
} as const satisfies Record<string, readonly string[]>

export type BintrayClause = keyof typeof bintrayKeys

/** Where each key belongs, for those that stand somewhere else. */
const homes: readonly (readonly [string, readonly string[]])[] = [
  ['package', bintrayKeys.package],
  ['version', bintrayKeys.version],
  ['repo', bintrayKeys.repo],
  ['files[].matrixParams', ['override']],
  ['the descriptor itself', ['publish', 'package', 'version', 'applyToFiles', 'applyToRepoFiles', 'applyToProps', 'files']],
]

/** One notice for each key that nobody reads, with the key that was probably meant or the place where it belongs. */
export function noticeUnknownKeys(reader: ClauseReader, clause: BintrayClause): void {
  const known: readonly string[] = bintrayKeys[clause]
  for (const { key, location } of reader.object.members) {
    if (known.includes(key)) continue
    const [like] = nearest(key, known, 1)
    const places = homes.filter(([, keys]) => keys.includes(key)).map(([place]) => place)
    const hint =
      places.length > 0
        ? `It belongs under ${places.join(' or ')}.`
        : like === undefined
          ? `Known are ${known.join(', ')}.`
          : `Nearest: ${like}.`
    reader.reading.diagnostics.notice(`${reader.nameOf(key)} is not known and is ignored`, { location, hint })
  }
}
