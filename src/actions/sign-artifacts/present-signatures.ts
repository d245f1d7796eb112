import { createHash } from 'node:crypto'
import { constants, readFileSync } from 'node:fs'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { type ExistingSignature, longestSignature, readSignatures } from '../../signing/signature-reader.ts'
import { isOwn, type PortableSigner } from '../../signing/signer.ts'
import { entryAt } from './entry.ts'

/** What stands where a signature is to be written. */
export interface PresentSignatures {
  /** Undefined for what cannot be read and is not to be lost silently. */
  readonly signatures: readonly (ExistingSignature | undefined)[]
  /** The one that may be kept if it proves good: it stands alone, in armor that is whole. */
  readonly keepable?: KeepableSignature
}

/** A signature that is there, with the digest of its file. */
export interface KeepableSignature extends ExistingSignature {
  readonly sha256: string
}

/** Looks at one place; undefined when it is free. Links are not followed. */
export function readPresent(path: string): PresentSignatures | undefined {
  const there = entryAt(path)
  if (there === undefined) return undefined
  const unreadable = { signatures: [undefined] }
  if (!there.isFile() || there.size > longestSignature) return unreadable
  try {
    const bytes = readFileSync(path, { flag: constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) })
    const { signatures, armored, intact } = readSignatures(bytes)
    if (signatures.length === 0) return unreadable
    const only = signatures.length === 1 && armored && intact ? signatures[0] : undefined
    return { signatures, ...(only && { keepable: { ...only, sha256: createHash('sha256').update(bytes).digest('hex') } }) }
  } catch {
    return unreadable
  }
}

/** Tells every place that holds something else than the signer's own signatures; keys are the paths to show. */
export function refuseForeign(present: ReadonlyMap<string, PresentSignatures>, signer: PortableSigner, diagnostics: Diagnostics): void {
  const hint = 'Set "replace-signatures: true" to replace it, or take the file out of the patterns.'
  for (const [path, { signatures }] of present) {
    const foreign = signatures.filter((signature) => signature === undefined || !isOwn(signature, signer))
    if (foreign.length === 0) continue
    const [first] = foreign
    if (signatures.length > 1) {
      const who = [...new Set(foreign.map((one) => (one === undefined ? 'something that cannot be read' : `one by ${issuerOf(one)}`)))]
      diagnostics.error(`'${path}' holds more than signatures by ${signer.fingerprint}, with which this run signs: ${listed(who)}`, {
        hint,
      })
    } else if (first === undefined) {
      diagnostics.error(`'${path}' is there and holds no signature that can be read`, { hint })
    } else {
      diagnostics.error(`'${path}' is a signature by another key, ${issuerOf(first)}; this run signs with ${signer.fingerprint}`, { hint })
    }
  }
}

function issuerOf({ fingerprint, keyId }: ExistingSignature): string {
  return fingerprint ?? keyId ?? 'an unknown key'
}

const mostListed = 5

function listed(names: readonly string[]): string {
  const rest = names.length - mostListed
  return [...names.slice(0, mostListed), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
