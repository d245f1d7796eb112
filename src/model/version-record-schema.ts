import * as v from 'valibot'
import { assetRoles } from './asset-roles.ts'
import { attributeTypes } from './attributes.ts'
import { digestAlgorithms } from './digests.ts'
import { checkKinds, checkStates, recordSchema } from './version-record.ts'

// The order of keys here is the order in which a record is written.
const text = v.string()
const hex = (length: number, algorithm: string) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${length}}$`), `must be a ${algorithm} in lower-case hexadecimal`))
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2}))?$/, 'must be an ISO 8601 date or time'),
)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A typed name with values. */
export const attributeSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1)),
  type: v.picklist(attributeTypes),
  values: v.array(v.union([v.string(), v.number(), v.boolean()])),
})

/** What a publisher says of a package; the keys of `outtray.yml` are the same. */
export const packageEntries = {
  name: v.optional(text),
  subject: v.optional(text),
  repository: v.optional(text),
  description: v.optional(text),
  labels: v.optional(v.array(text)),
  licenses: v.optional(v.array(text)),
  websiteUrl: v.optional(text),
  issueTrackerUrl: v.optional(text),
  vcsUrl: v.optional(text),
  githubRepository: v.optional(text),
  githubReleaseNotesFile: v.optional(text),
  attributes: v.optional(v.array(attributeSchema)),
}

/** What a publisher says of a version. */
export const versionEntries = {
  name: v.optional(text),
  description: v.optional(text),
  released: v.optional(time),
  vcsUrl: v.optional(text),
  vcsTag: v.optional(text),
  vcsCommit: v.optional(text),
  releaseNotes: v.optional(text),
  githubReleaseNotesFile: v.optional(text),
  githubUseTagReleaseNotes: v.optional(v.boolean()),
  prerelease: v.optional(v.boolean()),
  attributes: v.optional(v.array(attributeSchema)),
}

const signatureSchema = v.strictObject({
  path,
  fingerprint: v.optional(v.pipe(v.string(), v.regex(/^[0-9A-F]{40,64}$/, 'must be a fingerprint in upper-case hexadecimal'))),
  sha256: v.optional(hex(64, 'SHA-256')),
})

const fileSchema = v.strictObject({
  path,
  size: count,
  md5: hex(32, 'MD5'),
  sha1: hex(40, 'SHA-1'),
  sha256: hex(64, 'SHA-256'),
  sha512: hex(128, 'SHA-512'),
  mediaType: v.optional(text),
  signature: v.optional(signatureSchema),
  checksums: v.optional(v.array(v.picklist(digestAlgorithms))),
})

const checkSchema = v.strictObject({
  kind: v.picklist(checkKinds),
  state: v.picklist(checkStates),
  by: v.optional(text),
  key: v.optional(text),
})

const assetSchema = v.strictObject({
  id: count,
  name: text,
  size: count,
  digest: v.optional(text),
  updated: time,
  path: v.optional(path),
  sha256: hex(64, 'SHA-256'),
  role: v.optional(v.picklist(assetRoles)),
  checks: v.array(checkSchema),
  earlier: v.optional(v.array(v.strictObject({ sha256: hex(64, 'SHA-256'), size: count, replaced: time }))),
})

const originSchema = v.strictObject({
  url: text,
  host: text,
  repository: text,
  release: count,
  assets: v.array(assetSchema),
})

const runSchema = v.strictObject({
  repository: v.optional(text),
  workflow: v.optional(text),
  ref: v.optional(text),
  commit: v.optional(text),
  id: v.optional(text),
  attempt: v.optional(count),
})

const syncSchema = v.strictObject({
  target: text,
  deployment: v.optional(text),
  state: text,
  started: time,
  finished: v.optional(time),
  files: v.optional(count),
  bytes: v.optional(count),
  errors: v.optional(v.array(text)),
})

/** The version record, `outtray/version-record/v1`; `schema/version-record.schema.json` is generated from it. */
export const versionRecordSchema = v.strictObject({
  schema: v.literal(recordSchema),
  package: v.strictObject(packageEntries),
  version: v.strictObject(versionEntries),
  files: v.array(fileSchema),
  origin: v.optional(originSchema),
  run: v.optional(runSchema),
  published: v.array(v.strictObject({ target: text, time })),
  syncs: v.array(syncSchema),
})
