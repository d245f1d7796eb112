import { readFile, stat } from 'node:fs/promises'
import type { TrustMaterial } from '@sigstore/verify'
import { ActionError, messageOf } from '../core/errors.ts'

/** A Sigstore instance whose certificates and logs are believed. */
export interface SigstoreRoot {
  readonly material: TrustMaterial
  /** How many logs must have seen a signature, and how many its certificate: none where the instance keeps no such log, as GitHub's own. */
  readonly thresholds: { readonly tlogThreshold: number; readonly ctlogThreshold: number }
}

/** Where Sigstore's trust root is had from by The Update Framework. */
export interface SigstoreMirror {
  readonly url: string
  /** Absolute path of the `root.json` with which trust begins. */
  readonly root: string
}

/** Longest trusted root that we read, in bytes. */
const longestRoot = 4 << 20

/**
 * Reads a `trusted_root.json`, or several, one a line, as `gh attestation trusted-root` prints them. Throws `invalid-input` in terms of the
 * input `trusted-root`.
 */
export async function readSigstoreRoots(file: string): Promise<SigstoreRoot[]> {
  try {
    if ((await stat(file)).size > longestRoot) throw new Error(`it is longer than ${longestRoot} bytes`)
    const text = await readFile(file, 'utf8')
    const whole = tryParse(text)
    const roots =
      whole === undefined ? text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown])) : [whole]
    const materials = await Promise.all(roots.map(rootOf))
    if (materials.every(({ material }) => material.certificateAuthorities.length === 0))
      throw new Error('it names no certificate authority')
    return materials
  } catch (error) {
    throw new ActionError('invalid-input', `'${file}' in the input 'trusted-root' is no trusted root of Sigstore: ${messageOf(error)}`, {
      hint: 'Give the path of a trusted_root.json, or leave the input out to use that of the public Sigstore.',
      cause: error,
    })
  }
}

/** Gets the trust root of the public Sigstore, or of `mirror`, and keeps it in a folder. Throws `unavailable`. */
export async function fetchSigstoreRoot(cacheFolder: string, mirror: SigstoreMirror | undefined): Promise<SigstoreRoot[]> {
  try {
    const { getTrustedRoot } = await import('@sigstore/tuf')
    const { toTrustMaterial } = await import('@sigstore/verify')
    const root = await getTrustedRoot({ cachePath: cacheFolder, ...(mirror && { mirrorURL: mirror.url, rootPath: mirror.root }) })
    return [withThresholds(toTrustMaterial(root))]
  } catch (error) {
    throw new ActionError('unavailable', `the trust root of Sigstore cannot be had: ${messageOf(error)}`, {
      hint: "If this runner cannot reach it, give the path of a trusted_root.json in the input 'trusted-root'.",
      cause: error,
    })
  }
}

async function rootOf(json: unknown): Promise<SigstoreRoot> {
  const { TrustedRoot } = await import('@sigstore/protobuf-specs')
  const { toTrustMaterial } = await import('@sigstore/verify')
  return withThresholds(toTrustMaterial(TrustedRoot.fromJSON(json)))
}

function withThresholds(material: TrustMaterial): SigstoreRoot {
  return {
    material,
    thresholds: { tlogThreshold: Math.min(material.tlogs.length, 1), ctlogThreshold: Math.min(material.ctlogs.length, 1) },
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
