/** What a file of a release is for, in the words of a version record. A payload is what people come for; the others speak about it. */
export const assetRoles = [
  'payload',
  'checksum-manifest',
  'checksum',
  'signature',
  'certificate',
  'provenance',
  'sbom',
  'key',
  'source-archive',
  'other',
] as const

export type AssetRole = (typeof assetRoles)[number]
