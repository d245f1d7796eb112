import { createHash } from 'node:crypto'
import { type DigestAlgorithm, type Digests, digestAlgorithms } from './digests.ts'

/** All digests of a small text of ours. */
export function digestsOfText(text: string | Uint8Array): Digests {
  const digest = (algorithm: DigestAlgorithm) => createHash(algorithm).update(text).digest('hex')
  return { md5: digest('md5'), sha1: digest('sha1'), sha256: digest('sha256'), sha512: digest('sha512') }
}

const lengths: Readonly<Record<DigestAlgorithm, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128 }

/**
 * The digest that a checksum file says, lower case: bare, in the format of `sha256sum` (`hex  name`), or in BSD's (`SHA256 (name) = hex`).
 * `undefined` when it says none.
 */
export function digestInSidecar(content: string | Uint8Array, algorithm: DigestAlgorithm): string | undefined {
  const text = Buffer.from(content).toString()
  const hex = `([0-9a-fA-F]{${lengths[algorithm]}})`
  const found = new RegExp(`^\\s*\\\\?${hex}(\\s|$)`).exec(text) ?? new RegExp(`= ${hex}\\s*$`).exec(text)
  return found?.[1]?.toLowerCase()
}

/** Names the digests that differ between what a record says and what a file is. */
export function differingDigests(recorded: Digests, actual: Digests): readonly DigestAlgorithm[] {
  return digestAlgorithms.filter((algorithm) => recorded[algorithm] !== actual[algorithm])
}
