import { resolve } from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import type { InputsOf } from '../../core/inputs.ts'
import { isInside } from '../../core/walk.ts'
import { type KeyWish, normalizeKeyId } from '../../signing/key-choice.ts'
import type { inputSpecs } from './action.gen.ts'

export type SignInputs = InputsOf<typeof inputSpecs>

/** Rules across the inputs; each broken one is told. `workspace` is an absolute real path. */
export function checkInputs(inputs: SignInputs, workspace: string, diagnostics: Diagnostics): void {
  const { privateKey, signingKey, expectedFingerprint, checksumsFile } = inputs
  // Unknown algorithms were told and dropped: what is left may be none.
  const toldChecksums = diagnostics.errors.some(({ message }) => message.startsWith("input 'checksums' "))
  if (privateKey === undefined && inputs.checksums.length === 0 && checksumsFile === undefined && !toldChecksums) {
    diagnostics.error('There is nothing to do: neither a key nor a checksum is asked for', {
      hint: "Give 'private-key' to sign, or 'checksums' or 'checksums-file'. A secret that is not set arrives empty, also in pull requests from forks.",
    })
  }
  const needKey = { passphrase: inputs.passphrase, 'signing-key': signingKey, 'expected-fingerprint': expectedFingerprint }
  for (const [name, value] of Object.entries(needKey)) {
    if (value === undefined || privateKey !== undefined) continue
    diagnostics.error(`input '${name}' is given without 'private-key'`, { hint: 'Is the secret of the key set, and passed to this step?' })
  }
  if (checksumsFile !== undefined && !isInside(workspace, resolve(workspace, checksumsFile))) {
    diagnostics.error(`input 'checksums-file' must be a path in the workspace, got '${checksumsFile}'`, {
      hint: 'Write it into the workspace, and copy it from there.',
    })
  }
  if (signingKey !== undefined && normalizeKeyId(signingKey) === undefined) {
    diagnostics.error(`input 'signing-key' must be a fingerprint or a key id in hexadecimal, got '${signingKey}'`)
  }
  if (expectedFingerprint !== undefined && !isFingerprint(expectedFingerprint)) {
    diagnostics.error(`input 'expected-fingerprint' must be a whole fingerprint, 40 hexadecimal digits, got '${expectedFingerprint}'`)
  }
}

/** Which key to use, as far as the inputs say it well: what they say badly is told already, and no reason to find fault with the key. */
export function keyWish({ signingKey, expectedFingerprint }: SignInputs): KeyWish {
  return {
    ...(signingKey !== undefined && normalizeKeyId(signingKey) !== undefined && { signingKey }),
    ...(expectedFingerprint !== undefined && isFingerprint(expectedFingerprint) && { expectedFingerprint }),
  }
}

function isFingerprint(text: string): boolean {
  return (normalizeKeyId(text)?.length ?? 0) >= 40
}
