import { createHash } from 'node:crypto'
import type { PublicKeyPacket, PublicSubkeyPacket } from 'openpgp'
import { ActionError } from '../core/errors.ts'
import { armoredBlocks } from './armor.ts'
import { isSignatureOf } from './openpgp-signer.ts'
import type { ExistingSignature } from './signature-reader.ts'
import { readPieces, type SteadyFile } from './steady-file.ts'

/** Keys of others, against which signatures that came with their files are verified. */
export class PublicKeys {
  readonly #openpgp: typeof import('openpgp')
  readonly #packets: ReadonlyMap<string, PublicKeyPacket | PublicSubkeyPacket>

  private constructor(openpgp: typeof import('openpgp'), packets: ReadonlyMap<string, PublicKeyPacket | PublicSubkeyPacket>) {
    this.#openpgp = openpgp
    this.#packets = packets
  }

  /** Reads armored public keys; each block may hold several. Throws `invalid-input` for a text that holds none. */
  static async read(armored: readonly string[]): Promise<PublicKeys> {
    const openpgp = await import('openpgp')
    const packets = new Map<string, PublicKeyPacket | PublicSubkeyPacket>()
    for (const armoredKeys of armored) {
      const keys = await openpgp.readKeys({ armoredKeys }).catch((error: unknown) => {
        throw new ActionError('invalid-input', "input 'public-keys' holds something that is no armored public key", {
          cause: error,
          hint: 'Export it with "gpg --armor --export <fingerprint>".',
        })
      })
      for (const part of keys.flatMap((key) => key.getKeys())) {
        const packet = part.keyPacket as PublicKeyPacket | PublicSubkeyPacket
        packets.set(part.getFingerprint().toUpperCase(), packet)
      }
    }
    return new PublicKeys(openpgp, packets)
  }

  /** Whether one of these keys made a signature over a file. Reads the file once more, from the open `descriptor`. */
  async verify({ fingerprint, keyId, checkable }: ExistingSignature, file: SteadyFile, descriptor: number): Promise<boolean> {
    if (checkable === undefined) return false
    const candidates = [...this.#packets].filter(([known]) =>
      fingerprint === undefined ? keyId !== undefined && known.endsWith(keyId) : known === fingerprint,
    )
    if (candidates.length === 0) return false
    const hash = createHash(checkable.hash)
    readPieces(file, descriptor, Buffer.allocUnsafe(512 * 1024), (piece) => void hash.update(piece))
    const digest = hash.update(checkable.trailer).digest()
    for (const [, packet] of candidates) if (await isSignatureOf(packet, checkable.body, digest, this.#openpgp)) return true
    return false
  }
}

/** Fingerprints of the primary keys in armored public keys, upper-case hexadecimal; none for a block that is no public key. */
export async function primaryFingerprints(text: string): Promise<string[]> {
  const openpgp = await import('openpgp')
  const blocks = armoredBlocks(text).filter(({ kind }) => kind === 'PUBLIC KEY BLOCK')
  const keys = await Promise.all(blocks.map(({ text: armoredKeys }) => openpgp.readKeys({ armoredKeys }).catch(() => [])))
  return keys.flat().map((key) => key.getFingerprint().toUpperCase())
}
