import type { Clock } from '../../core/clock.ts'
import type { RecordedCheck } from '../../model/version-record.ts'
import { isClearSigned, SignedText } from '../../signing/clear-signed.ts'
import type { PublicKeys } from '../../signing/public-keys.ts'
import type { SigstoreVerifier } from '../../signing/sigstore.ts'
import { AssetContent } from './asset-content.ts'
import { AssetNames } from './asset-names.ts'
import { type AssetPurpose, rolesOf } from './asset-roles.ts'
import { type ChecksumSource, checkChecksums } from './checksum-checks.ts'
import { type ChecksumEntry, checksumText, readChecksums } from './checksum-file.ts'
import { type CompanionContent, readCompanion } from './companion-content.ts'
import { type AssetProblem, Findings, shortList } from './findings.ts'
import { checkGithubDigest } from './github-digest.ts'
import { checkOpenPgp, type OpenPgpSource } from './openpgp-checks.ts'
import { longestCompanion, type ReceivedAsset } from './received-asset.ts'
import { AssetsByDigest, checkSigstore, type SigstoreSource } from './sigstore-checks.ts'

/** What the user trusts, and asks for. */
export interface TrustOptions {
  /** Absent when no keys were given: then OpenPGP signatures are recorded as present. */
  readonly publicKeys?: PublicKeys
  /** Absent when no identity and issuer were given: then Sigstore's bundles are recorded as present. */
  readonly sigstore?: SigstoreVerifier
  /** Whether an asset for which GitHub gives no digest fails its release. */
  readonly requireDigest: boolean
  readonly clock: Clock
}

/** What the assets of one release say about each other. */
export interface ReleaseVerdict {
  /** By asset; an asset about which nothing is said is not in it. */
  readonly checks: ReadonlyMap<string, readonly RecordedCheck[]>
  /** By asset, each of them; told by what it holds where its name speaks of another role. */
  readonly roles: ReadonlyMap<string, AssetPurpose>
  /** Each one fails the release. */
  readonly problems: readonly AssetProblem[]
  /** What the user should know, one sentence each. */
  readonly notices: readonly string[]
}

/**
 * Checks the assets of one release: GitHub's digest of each, then sidecars, then manifests, then signatures and bundles against what the user
 * trusts. Whatever the assets hold, it is told as a problem or a notice; only reading them can throw.
 */
export async function verifyRelease(assets: readonly ReceivedAsset[], options: TrustOptions): Promise<ReleaseVerdict> {
  const contents = new Map(assets.map((asset) => [asset.name, new AssetContent(asset)]))
  const findings = new Findings()
  for (const asset of assets) checkGithubDigest(asset, options.requireDigest, findings)
  const companions = await readCompanions(contents, findings)
  const surroundings = { names: new AssetNames(contents.keys()), findings }
  const listed = await checkChecksums(companions.checksums, contents, surroundings)
  for (const source of companions.openpgp) {
    await checkOpenPgp(source, { keys: options.publicKeys, now: options.clock.now(), findings })
  }
  const bytes = new AssetsByDigest(assets)
  for (const source of companions.sigstore) await checkSigstore(source, { contents, bytes, verifier: options.sigstore, findings })
  const unlisted = assets.filter(({ name }) => companions.roles.get(name)?.role === 'payload' && !listed.has(name))
  if (listed.size > 0 && unlisted.length > 0) {
    findings.notice(`${unlisted.length} assets are in no checksum file: ${shortList(unlisted.map(({ name }) => name))}`)
  }
  findings.finish()
  return { checks: findings.checks, roles: companions.roles, problems: findings.problems, notices: findings.notices }
}

/** What companions hold, sorted by how it is verified. */
interface Companions {
  readonly roles: Map<string, AssetPurpose>
  readonly checksums: ChecksumSource[]
  readonly openpgp: OpenPgpSource[]
  readonly sigstore: SigstoreSource[]
}

async function readCompanions(contents: ReadonlyMap<string, AssetContent>, findings: Findings): Promise<Companions> {
  const companions: Companions = { roles: new Map(rolesOf([...contents.keys()])), checksums: [], openpgp: [], sigstore: [] }
  for (const [name, purpose] of companions.roles) {
    const content = contents.get(name)
    if (content === undefined || purpose.role === 'payload' || purpose.role === 'key') continue
    const bytes = await content.short()
    if (bytes === undefined) {
      if (purpose.role === 'sbom') continue
      companions.roles.set(name, { ...purpose, role: 'other' })
      findings.group(`longer than ${longestCompanion >> 20} MiB, and not looked into for that`, name)
    } else {
      companions.roles.set(name, readOne({ name, bytes, purpose }, { companions, contents, findings }))
    }
  }
  return companions
}

interface NamedContent {
  readonly name: string
  readonly bytes: Buffer
  readonly purpose: AssetPurpose
}

interface Reading {
  readonly companions: Companions
  readonly contents: ReadonlyMap<string, AssetContent>
  readonly findings: Findings
}

/** Reads one companion and gives its role as its content says it. */
function readOne(companion: NamedContent, reading: Reading): AssetPurpose {
  const { name, bytes, purpose } = companion
  const { companions, contents, findings } = reading
  if (isList(purpose) && !isClearSigned(bytes)) {
    const { entries } = readChecksums(checksumText(bytes))
    if (entries.length > 0) return addList(companion, entries, companions)
  }
  const held = readCompanion(bytes)
  const { of } = purpose
  const spoken = of !== undefined && { of }
  switch (held.kind) {
    case 'clear-signed':
      return readFrame(held, companion, reading)
    case 'openpgp': {
      const document = contents.get(of ?? '')
      if (of !== undefined && document !== undefined) companions.openpgp.push({ ...held.file, by: name, of, document })
      else findings.group('signatures of no asset of this release', name)
      return { role: 'signature', ...spoken }
    }
    case 'sigstore':
      companions.sigstore.push({ by: name, of, documents: held.documents })
      return { role: held.documents.some(({ content }) => content?.kind === 'statement') ? 'provenance' : 'signature', ...spoken }
    case 'foreign':
      findings.group(`signatures by ${held.program}, which are kept and not verified`, name)
      return { role: 'signature', ...spoken }
    case 'certificate':
    case 'sbom':
      return { role: held.kind, ...spoken }
    case 'key':
      return { role: 'key' }
    case 'unknown':
      if (isList(purpose)) findings.group('named like checksum files, and hold no checksum in a form that is known', name)
      // A name that means nothing without a base, on what is none of what it promises, is just a name: AsciiDoc ends in ".asc" too.
      return purpose.role === 'signature' && of === undefined ? { role: 'payload' } : { role: 'other', ...spoken }
  }
}

function isList({ role }: AssetPurpose): boolean {
  return role === 'checksum' || role === 'checksum-manifest'
}

function addList({ name, purpose }: NamedContent, entries: readonly ChecksumEntry[], { checksums }: Companions): AssetPurpose {
  const sidecarOf = purpose.role === 'checksum' ? purpose.of : undefined
  checksums.push({ name, entries, ...(sidecarOf !== undefined && { of: sidecarOf }) })
  return sidecarOf === undefined ? { role: 'checksum-manifest' } : purpose
}

/** A text that carries its own signature: mostly a list of checksums. */
function readFrame(
  { frame }: Extract<CompanionContent, { kind: 'clear-signed' }>,
  companion: NamedContent,
  { companions, findings }: Reading,
): AssetPurpose {
  const { name } = companion
  if (frame === undefined) {
    findings.group('clear-signed texts whose frame is damaged', name)
    return { role: 'other' }
  }
  companions.openpgp.push({ by: name, of: name, signatures: frame.signatures, intact: true, document: new SignedText(frame.signed) })
  const { entries } = readChecksums(frame.text)
  return entries.length > 0 ? addList(companion, entries, companions) : { role: 'other' }
}
