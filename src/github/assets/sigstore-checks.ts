import { ActionError } from '../../core/errors.ts'
import type { SigstoreVerdict, SigstoreVerifier } from '../../signing/sigstore.ts'
import type { SigstoreDocument, StatementSubject } from '../../signing/sigstore-bundle.ts'
import type { AssetContent } from './asset-content.ts'
import type { Findings } from './findings.ts'
import type { ReceivedAsset } from './received-asset.ts'

/** Sigstore's bundles, or statements, in one asset. */
export interface SigstoreSource {
  /** The asset that holds them. */
  readonly by: string
  /** The asset that it belongs to by its name. */
  readonly of: string | undefined
  readonly documents: readonly SigstoreDocument[]
}

/** What the bundles of one release are judged by. */
export interface SigstoreSurroundings {
  readonly contents: ReadonlyMap<string, AssetContent>
  readonly bytes: AssetsByDigest
  /** Absent when no identity was named: then bundles are there, and nothing more. */
  readonly verifier: SigstoreVerifier | undefined
  readonly findings: Findings
}

/** Finds assets by their bytes, as far as SHA-256 and SHA-512 tell. */
export class AssetsByDigest {
  readonly #sha256: ReadonlyMap<string, readonly ReceivedAsset[]>
  readonly #sha512: ReadonlyMap<string, readonly ReceivedAsset[]>

  constructor(assets: Iterable<ReceivedAsset>) {
    this.#sha256 = Map.groupBy(assets, ({ digests }) => digests.sha256)
    this.#sha512 = Map.groupBy(assets, ({ digests }) => digests.sha512)
  }

  /** All assets with those bytes; every digest of the two that is given must be theirs. */
  find(digests: ReadonlyMap<string, string>): string[] {
    const sha256 = digests.get('sha256')
    const sha512 = digests.get('sha512')
    const found = sha256 === undefined ? this.#sha512.get(sha512 ?? '') : this.#sha256.get(sha256)
    return (found ?? []).filter(({ digests: own }) => sha512 === undefined || own.sha512 === sha512).map(({ name }) => name)
  }
}

const replaced = 'One of the two was replaced after the other, or damaged: ask the publisher to sign it again.'

/** Verifies signatures of files and statements about files. What they are about is told by digests; a name alone tells nothing. */
export async function checkSigstore({ by, of, documents }: SigstoreSource, surroundings: SigstoreSurroundings): Promise<void> {
  const { findings } = surroundings
  for (const document of documents) {
    try {
      if (document.content?.kind === 'message') await checkMessage({ by, of, document }, surroundings)
      else if (document.content?.kind === 'statement')
        await checkStatement({ by, document, subjects: document.content.subjects }, surroundings)
      else if (document.kind === 'cosign' && of !== undefined) findings.check(of, { kind: 'sigstore', state: 'present', by })
      else findings.group('bundles that say nothing about any file', by)
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      findings.problem(by, `'${by}' cannot be verified: ${error.message}`, error.hint ?? '')
    }
  }
}

async function checkMessage(
  { by, of, document }: { by: string; of: string | undefined; document: SigstoreDocument },
  { contents, bytes, verifier, findings }: SigstoreSurroundings,
): Promise<void> {
  if (document.content?.kind !== 'message') return
  const { algorithm, digest } = document.content
  const [target] = of === undefined ? bytes.find(new Map([[algorithm, digest]])) : [of]
  const content = contents.get(target ?? '')
  if (target === undefined || content === undefined) {
    findings.group('bundles that sign no asset of this release', by)
  } else if ((await content.digest(algorithm)) !== digest) {
    findings.problem(target, `the bundle in '${by}' is over other bytes than those of '${target}'`, replaced)
  } else {
    record(await verifier?.verifyMessage(document, content), { by, of: [target] }, findings)
  }
}

async function checkStatement(
  { by, document, subjects }: { by: string; document: SigstoreDocument; subjects: readonly StatementSubject[] },
  { contents, bytes, verifier, findings }: SigstoreSurroundings,
): Promise<void> {
  const meant = new Set(subjects.flatMap(({ digests }) => bytes.find(digests)))
  for (const { name, digests } of subjects) {
    const asset = contents.get(name ?? '')?.asset
    const said = digests.get('sha256')
    if (asset !== undefined && said !== undefined && !meant.has(asset.name)) {
      findings.problem(asset.name, `'${by}' says that the SHA-256 of '${asset.name}' is ${said}; it is ${asset.digests.sha256}`, replaced)
    }
  }
  if (meant.size === 0) {
    findings.group('statements about no asset of this release', by)
    return
  }
  // An envelope outside a bundle does not hold what it takes to verify it.
  const verdict = document.kind === 'bundle' ? await verifier?.verifyStatement(document) : undefined
  const proven = verdict?.state === 'trusted' ? new Set(verdict.finding.flatMap(({ digests }) => bytes.find(digests))) : meant
  record(verdict, { by, of: [...proven] }, findings)
}

function record(verdict: SigstoreVerdict | undefined, { by, of }: { by: string; of: readonly string[] }, findings: Findings): void {
  if (verdict?.state === 'wrong') {
    findings.problem(by, `the bundle in '${by}' is wrong: ${verdict.reason}`, replaced)
    return
  }
  if (verdict?.state === 'untrusted') findings.group(`bundles that do not count (${verdict.reason})`, by)
  const state = verdict === undefined ? 'present' : verdict.state === 'trusted' ? 'verified' : 'unknown-key'
  const key = verdict?.identity
  for (const asset of of) findings.check(asset, { kind: 'sigstore', state, by, ...(key !== undefined && { key }) })
}
