import type { AssetRole } from '../../model/asset-roles.ts'
import { AssetNames } from './asset-names.ts'

/** What an asset is for, as far as its name or its content says. */
export interface AssetPurpose {
  readonly role: AssetRole
  /** The asset that it speaks about, where it is one. */
  readonly of?: string
}

const checksumEnding = /\.(?:(?:md5|sha1|sha224|sha256|sha384|sha512)(?:sum)?|b3|b2)$/i
const signatureEnding = /\.(?:asc|sig|gpg|sign|signature|minisig)$/i

/** Endings that say nothing unless what is before them is another asset. */
const companionEndings: readonly (readonly [RegExp, AssetRole])[] = [
  [checksumEnding, 'checksum'],
  [/\.(?:cosign\.bundle|sig\.bundle|bundle)$/i, 'signature'],
  [signatureEnding, 'signature'],
  [/\.(?:pem|crt|cert)$/i, 'certificate'],
]

/** Endings that say what an asset is, with or without another before them. */
const tellingEndings: readonly (readonly [RegExp, AssetRole])[] = [
  [/\.sigstore(?:\.json)?$/i, 'signature'],
  [/\.(?:intoto\.jsonl|provenance|att|attestation)$/i, 'provenance'],
  [/\.(?:spdx\.sbom\.json|sbom|sbom\.json|spdx|spdx\.json|cdx\.json|cyclonedx\.json)$/i, 'sbom'],
  [/\.pub$/i, 'key'],
]

const wholeNames: readonly (readonly [RegExp, AssetRole])[] = [
  [/^bom\.json$/i, 'sbom'],
  [/^KEYS(?:\.(?:txt|asc))?$/i, 'key'],
]

const manifest =
  /^(?:.*[._-])?(?:(?:sha-?(?:1|224|256|384|512)|sha2-(?:256|512)|md5|b2|b3|blake2b|blake3)?[._-]?(?:sums?|checksums?|shasums?\d*|hashes)(?:[._-]?(?:sha-?\d+|md5|bsd|signed))?(?:\.(?:txt|md|asc))?|(?:sha-?(?:1|224|256|384|512)|md5)\.txt)$/i

/** Longer names are no one's checksum file, and take time to look at. */
const longestName = 1000

/** What each asset of a release is for, by the names alone; what they hold decides later. */
export function rolesOf(names: readonly string[]): ReadonlyMap<string, AssetPurpose> {
  const all = new AssetNames(names)
  return new Map(names.map((name) => [name, name.length > longestName ? payload : purposeOf(name, all)]))
}

const payload: AssetPurpose = { role: 'payload' }

function purposeOf(name: string, all: AssetNames): AssetPurpose {
  for (const [ending, role] of companionEndings) {
    const of = baseOf(name, ending, all)
    if (of !== undefined) return { role, of }
  }
  for (const [ending, role] of tellingEndings) {
    if (!ending.test(name)) continue
    const of = baseOf(name, ending, all)
    return { role, ...(of !== undefined && { of }) }
  }
  const whole = wholeNames.find(([pattern]) => pattern.test(name))
  if (whole !== undefined) return { role: whole[1] }
  if (isManifestName(name)) return { role: 'checksum-manifest' }
  // A sidecar of what is not here may still list what is; a lone ".asc" is a key, or a text that carries its own signature.
  if (checksumEnding.test(name)) return { role: 'checksum-manifest' }
  return signatureEnding.test(name) ? { role: 'signature' } : payload
}

function baseOf(name: string, ending: RegExp, all: AssetNames): string | undefined {
  const base = name.replace(ending, '')
  if (base === name || base === '') return undefined
  const found = all.find(base)
  return found === name ? undefined : found
}

/** `SHA256SUMS`, `tool_1.0_checksums.txt`, …, also with the ending of a signature, since a manifest may carry its own. */
export function isManifestName(name: string): boolean {
  return manifest.test(name) || manifest.test(name.replace(signatureEnding, ''))
}
