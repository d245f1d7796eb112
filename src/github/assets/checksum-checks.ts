import type { AssetContent } from './asset-content.ts'
import { type AssetNames, baseName } from './asset-names.ts'
import { algorithmInName, algorithmOfLength, type ChecksumAlgorithm } from './checksum-algorithms.ts'
import type { ChecksumEntry } from './checksum-file.ts'
import { type Findings, shortList } from './findings.ts'

/** A checksum file of a release. */
export interface ChecksumSource {
  readonly name: string
  /** The asset beside which it stands; absent in a manifest. */
  readonly of?: string
  readonly entries: readonly ChecksumEntry[]
}

/** One asset's checksum in one file. */
interface Claim {
  readonly asset: string
  readonly by: string
  /** What the name of the file says of its algorithm. */
  readonly hint: ChecksumAlgorithm | undefined
  readonly entry: ChecksumEntry
}

/** Compares assets with what the checksum files of their release say, sidecars before manifests; gives the assets that are listed. */
export async function checkChecksums(
  sources: readonly ChecksumSource[],
  contents: ReadonlyMap<string, AssetContent>,
  { names, findings }: { names: AssetNames; findings: Findings },
): Promise<ReadonlySet<string>> {
  const ordered = [...sources].sort((a, b) => Number(a.of === undefined) - Number(b.of === undefined))
  const claims = ordered.flatMap((source) => claimsOf(source, names, findings))
  for (const claim of claims) {
    const content = contents.get(claim.asset)
    if (content !== undefined) await checkClaim(claim, content, findings)
  }
  return new Set(claims.map(({ asset }) => asset))
}

/** Which assets the lines of a file speak about. A line about the file itself, or about nothing that is here, says nothing. */
function claimsOf({ name: by, of, entries }: ChecksumSource, names: AssetNames, findings: Findings): Claim[] {
  const hint = algorithmInName(by)
  const exact = new Map<ChecksumEntry, string>()
  for (const entry of entries) {
    const name = withoutDot(entry.name ?? '')
    if (names.has(name)) exact.set(entry, name)
  }
  const taken = new Set(exact.values())
  const loose = new Map<ChecksumEntry, string>()
  for (const entry of entries) {
    if (entry.name === undefined || exact.has(entry)) continue
    const asset = names.find(baseName(entry.name))
    // A line that names an asset in full speaks about it, not another that happens to end alike.
    if (asset !== undefined && !taken.has(asset)) loose.set(entry, asset)
  }
  for (const asset of ambiguous(loose)) {
    findings.notice(`'${by}' names several files that could be '${asset}': none of them is compared with it`)
    for (const [entry, other] of loose) if (other === asset) loose.delete(entry)
  }
  const unknown = entries.filter((entry) => entry.name !== undefined && !exact.has(entry) && !loose.has(entry))
  // What a sidecar calls its file does not matter: "-" where it was piped, another name where it was renamed afterwards.
  const only = of !== undefined && entries.length === 1
  if (unknown.length > 0 && !only) {
    findings.notice(`'${by}' names files that are no assets of this release: ${shortList(unknown.map(({ name }) => name ?? ''))}`)
  }
  return entries.flatMap((entry) => {
    const asset = exact.get(entry) ?? loose.get(entry) ?? (entry.name === undefined || only ? of : undefined)
    return asset === undefined || asset === by ? [] : [{ asset, by, hint, entry }]
  })
}

/** Assets that lines with different paths and different digests could mean. */
function ambiguous(loose: ReadonlyMap<ChecksumEntry, string>): string[] {
  const meant = new Map<string, { name: string | undefined; digests: Map<number, string> }>()
  const found = new Set<string>()
  for (const [{ name, digests }, asset] of loose) {
    const before = meant.get(asset) ?? { name, digests: new Map<number, string>() }
    meant.set(asset, before)
    for (const digest of digests) {
      const other = before.digests.get(digest.length)
      if (other !== undefined && other !== digest && before.name !== name) found.add(asset)
      before.digests.set(digest.length, digest)
    }
  }
  return [...found]
}

async function checkClaim({ asset, by, hint, entry }: Claim, content: AssetContent, findings: Findings): Promise<void> {
  const check = (state: 'verified' | 'unverified') => findings.check(asset, { kind: 'checksum', state, by })
  if (entry.digests.length > 1) {
    if (holdsOneOf(entry.digests, content)) return check('verified')
    return differs({ asset, by, findings, is: content.asset.digests.sha256, name: 'SHA-256' })
  }
  const [digest = ''] = entry.digests
  const algorithm = entry.algorithm ?? algorithmOfLength(digest.length, hint)
  if (algorithm === undefined || algorithm.candidates.length === 0) {
    check('unverified')
    return findings.group(`checksums by ${algorithm?.name ?? 'an unknown algorithm'} cannot be checked here, those in`, by)
  }
  if (entry.algorithm === undefined && hint !== undefined && hint !== algorithm) {
    findings.group(`the name says ${hint.name}, the length of the digests says ${algorithm.name}, which counts`, by)
  }
  const [first = '', ...others] = algorithm.candidates
  const is = await content.digest(first)
  if (is === digest) return check('verified')
  // A name that says nothing leaves more than one algorithm with digests of that length.
  await content.prepare(others)
  for (const candidate of others) if ((await content.digest(candidate)) === digest) return check('verified')
  differs({ asset, by, findings, is, was: digest, name: algorithm.name })
}

/** A row of many digests, in an order that another file tells: one of the strongest that we know must be there. */
function holdsOneOf(digests: readonly string[], content: AssetContent): boolean {
  const strong = digests.some(({ length }) => length >= 64)
  const { md5, sha1, sha256, sha512 } = content.asset.digests
  return (strong ? [sha256, sha512] : [sha1, md5]).some((digest) => digests.includes(digest))
}

interface Difference {
  readonly asset: string
  readonly by: string
  readonly findings: Findings
  readonly name: string
  readonly is: string
  readonly was?: string
}

function differs({ asset, by, findings, name, is, was }: Difference): void {
  const expected = was === undefined ? 'which is not among those' : `not ${was} as`
  findings.problem(
    asset,
    `'${asset}' is not what '${by}' says: its ${name} is ${is}, ${expected} in '${by}'`,
    'One of the two was replaced after the other, or damaged: ask the publisher to upload both again.',
  )
}

function withoutDot(name: string): string {
  return name.startsWith('./') ? name.slice(2) : name
}
