import { createHash } from 'node:crypto'
import { constants, readFileSync } from 'node:fs'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { type ExistingSignature, longestSignature, readSignature } from '../../signing/signature-reader.ts'
import { isOwn, type PortableSigner } from '../../signing/signer.ts'
import { entryAt } from './entry.ts'

/** What stands where a signature is to be written: a signature, or something else that is not to be lost silently. */
export type PresentSignature = ReadableSignature | 'unreadable'

/** A signature that is there, with the digest of its file. */
export interface ReadableSignature extends ExistingSignature {
  readonly sha256: string
}

/** Looks at one place; undefined when it is free. Links are not followed. */
export function readPresent(path: string): PresentSignature | undefined {
  const there = entryAt(path)
  if (there === undefined) return undefined
  if (!there.isFile() || there.size > longestSignature) return 'unreadable'
  try {
    const bytes = readFileSync(path, { flag: constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) })
    const signature = readSignature(bytes)
    return signature === undefined ? 'unreadable' : { ...signature, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch {
    return 'unreadable'
  }
}

/** The signature if it may be kept: unreadable ones are replaced, once that is allowed. */
export function keepable(present: PresentSignature | undefined): ReadableSignature | undefined {
  return present === 'unreadable' ? undefined : present
}

/** Tells every signature that is not the signer's own; keys are the paths to show. */
export function refuseForeign(present: ReadonlyMap<string, PresentSignature>, signer: PortableSigner, diagnostics: Diagnostics): void {
  const hint = 'Set "replace-signatures: true" to replace it, or take the file out of the patterns.'
  for (const [path, signature] of present) {
    if (signature === 'unreadable') {
      diagnostics.error(`'${path}' is there and holds no signature that can be read`, { hint })
    } else if (!isOwn(signature, signer)) {
      const who = signature.fingerprint ?? signature.keyId ?? 'unknown'
      diagnostics.error(`'${path}' is a signature by another key, ${who}; this run signs with ${signer.fingerprint}`, { hint })
    }
  }
}
