import type { PublicKeys, SignedDocument } from '../../signing/public-keys.ts'
import type { ExistingSignature } from '../../signing/signature-reader.ts'
import type { Findings } from './findings.ts'

/** OpenPGP signatures over one asset. */
export interface OpenPgpSource {
  /** The asset that holds the signatures; the same as `of` where a text carries its own. */
  readonly by: string
  readonly of: string
  readonly signatures: readonly (ExistingSignature | undefined)[]
  /** False when the armor is damaged, so that other programs would not take it. */
  readonly intact: boolean
  readonly document: SignedDocument
}

/** Verifies signatures by the keys that the user named; without keys they are there, and nothing more. */
export async function checkOpenPgp(
  { by, of, signatures, intact, document }: OpenPgpSource,
  { keys, now, findings }: { keys: PublicKeys | undefined; now: number; findings: Findings },
): Promise<void> {
  const check = (state: 'verified' | 'present' | 'unknown-key' | 'unverified', key?: string) =>
    findings.check(of, { kind: 'openpgp', state, by, ...(key !== undefined && { key }) })
  for (const signature of signatures) {
    if (signature === undefined) {
      check('unverified')
      findings.group('signatures that cannot be read', by)
      continue
    }
    if (keys === undefined) {
      check('present', signature.fingerprint ?? signature.keyId)
      continue
    }
    const verdict = await keys.judge(signature, document, now)
    switch (verdict.state) {
      case 'unknown-key':
        check('unknown-key', verdict.key)
        findings.group(`signatures by ${verdict.key ?? 'an unnamed key'}, which is not among the given public keys`, by)
        break
      case 'wrong':
        findings.problem(
          of,
          `the signature in '${by}' claims to be by ${verdict.key} and is not over '${of}' as it is here`,
          'One of the two was replaced after the other, or damaged: ask the publisher to sign it again.',
        )
        break
      case 'unusable':
        check('unverified', verdict.key)
        findings.group(`signatures by ${verdict.key} that do not count (${verdict.reason})`, by)
        break
      case 'good':
        check(intact ? 'verified' : 'unverified', verdict.key)
        if (!intact) findings.group('signatures whose armor is damaged, so that they do not count', by)
    }
  }
}
