import { createHash } from 'node:crypto'
import type { ReceivedAsset } from '../../src/github/assets/received-asset.ts'
import { verifyRelease } from '../../src/github/assets/verification.ts'
import { TestClock } from './test-clock.ts'

/** An asset that is here; `reads` counts how often its content was read again from the beginning. */
export interface CountedAsset extends ReceivedAsset {
  reads: number
}

/** An asset with these bytes, received whole. */
export function received(name: string, content: string | Uint8Array, githubDigest?: string): CountedAsset {
  const bytes = Buffer.from(content)
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  return {
    name,
    size: bytes.length,
    digests: { md5: digest('md5'), sha1: digest('sha1'), sha256: digest('sha256'), sha512: digest('sha512') },
    ...(githubDigest !== undefined && { githubDigest }),
    reads: 0,
    content: async () => bytes,
    async *chunks() {
      this.reads++
      // Small pieces, so that what spans two of them is seen.
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    },
  }
}

/** Verifies a release of these files. */
export async function verify(
  files: Readonly<Record<string, string | Uint8Array>>,
  trust: Partial<Omit<Parameters<typeof verifyRelease>[1], 'clock'>> & { now?: number } = {},
) {
  const { now = Date.now(), ...rest } = trust
  const assets = Object.entries(files).map(([name, content]) => received(name, content))
  const verdict = await verifyRelease(assets, { requireDigest: false, clock: new TestClock(now), ...rest })
  return {
    ...verdict,
    assets,
    /** What was found about an asset, apart from GitHub's digest, which none of them has. */
    checksOf: (name: string) => (verdict.checks.get(name) ?? []).filter(({ kind }) => kind !== 'github-digest'),
    roleOf: (name: string) => verdict.roles.get(name)?.role,
  }
}
