import { type NativeKey, verifyDigest } from './native-key.ts'
import type { CheckableSignature } from './signature-reader.ts'
import { type PortableSigner, type Signer, signNatively } from './signer.ts'

/** Signs with RSA and Ed25519 through node:crypto; workers can do the same with its portable part. */
export class NativeSigner implements Signer {
  readonly portable: PortableSigner
  readonly #key: NativeKey

  constructor(portable: PortableSigner, key: NativeKey) {
    this.portable = { ...portable, native: key }
    this.#key = key
  }

  async sign(digest: Uint8Array): Promise<string> {
    return signNatively(this.#key, this.portable.template, digest)
  }

  async verify(signature: CheckableSignature, digest: Uint8Array): Promise<boolean> {
    return verifyDigest(this.#key, { ...signature, digest })
  }
}
