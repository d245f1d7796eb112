import { createHash, type Hash } from 'node:crypto'
import type { DigestAlgorithm } from '../../model/digests.ts'
import { TextHash } from '../../signing/clear-signed.ts'
import type { SignedDocument } from '../../signing/public-keys.ts'
import type { SignedBytes } from '../../signing/sigstore.ts'
import { longestCompanion, type ReceivedAsset } from './received-asset.ts'

/** The content of an asset, read again only for what was not computed while it arrived, and only once for each algorithm. */
export class AssetContent implements SignedDocument, SignedBytes {
  readonly asset: ReceivedAsset
  readonly #digests = new Map<string, string>()
  readonly #hashes = new Map<string, Promise<Hash>>()
  #bytes: Promise<Buffer> | undefined

  constructor(asset: ReceivedAsset) {
    this.asset = asset
  }

  /** Lower-case hexadecimal; by Node's name of the algorithm. */
  async digest(algorithm: string): Promise<string> {
    if (isReceived(algorithm)) return this.asset.digests[algorithm]
    await this.prepare([algorithm])
    return this.#digests.get(algorithm) ?? ''
  }

  /** Computes digests by several algorithms in one pass. */
  async prepare(algorithms: readonly string[]): Promise<void> {
    const missing = algorithms.filter((algorithm) => !isReceived(algorithm) && !this.#digests.has(algorithm))
    if (missing.length === 0) return
    const hashes = missing.map((algorithm) => createHash(algorithm))
    for await (const chunk of this.asset.chunks()) for (const hash of hashes) hash.update(chunk)
    for (const [index, hash] of hashes.entries()) this.#digests.set(missing[index] ?? '', hash.digest('hex'))
  }

  hash({ hash: algorithm, over }: { hash: string; over: 'bytes' | 'text' }): Promise<Hash> {
    const key = `${over} ${algorithm}`
    const known = this.#hashes.get(key)
    if (known !== undefined) return known
    const running = over === 'text' ? this.#hashText(algorithm) : this.#hashBytes(algorithm)
    this.#hashes.set(key, running)
    return running
  }

  chunks(): AsyncIterable<Uint8Array> {
    return this.asset.chunks()
  }

  /** The whole content of what is short enough to be a companion; undefined for anything longer. */
  async short(): Promise<Buffer | undefined> {
    if (this.asset.size > longestCompanion) return undefined
    this.#bytes ??= this.asset.content().then((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return await this.#bytes
  }

  async #hashBytes(algorithm: string): Promise<Hash> {
    const hash = createHash(algorithm)
    for await (const chunk of this.asset.chunks()) hash.update(chunk)
    return hash
  }

  async #hashText(algorithm: string): Promise<Hash> {
    const hash = new TextHash(createHash(algorithm))
    for await (const chunk of this.asset.chunks()) hash.update(chunk)
    return hash.finish()
  }
}

function isReceived(algorithm: string): algorithm is DigestAlgorithm {
  return algorithm === 'md5' || algorithm === 'sha1' || algorithm === 'sha256' || algorithm === 'sha512'
}
