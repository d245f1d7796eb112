import type { Diagnostics } from '../../core/diagnostics.ts'
import type { InputsOf } from '../../core/inputs.ts'
import { normalizeKeyId } from '../../signing/key-choice.ts'
import type { inputSpecs } from './action.gen.ts'

export type SignInputs = InputsOf<typeof inputSpecs>

/** Rules across the inputs; each broken one is told. */
export function checkInputs(inputs: SignInputs, diagnostics: Diagnostics): void {
  const { privateKey, signingKey, expectedFingerprint } = inputs
  if (privateKey === undefined && inputs.checksums.length === 0 && inputs.checksumsFile === undefined) {
    diagnostics.error('There is nothing to do: neither a key nor a checksum is asked for', {
      hint: "Give 'private-key' to sign, or 'checksums' or 'checksums-file'. A secret that is not set arrives empty, also in pull requests from forks.",
    })
  }
  const needKey = { passphrase: inputs.passphrase, 'signing-key': signingKey, 'expected-fingerprint': expectedFingerprint }
  for (const [name, value] of Object.entries(needKey)) {
    if (value === undefined || privateKey !== undefined) continue
    diagnostics.error(`input '${name}' is given without 'private-key'`, { hint: 'Is the secret of the key set, and passed to this step?' })
  }
  if (signingKey !== undefined && normalizeKeyId(signingKey) === undefined) {
    diagnostics.error(`input 'signing-key' must be a fingerprint or a key id in hexadecimal, got '${signingKey}'`)
  }
  if (expectedFingerprint !== undefined && (normalizeKeyId(expectedFingerprint)?.length ?? 0) < 40) {
    diagnostics.error(`input 'expected-fingerprint' must be a whole fingerprint, 40 hexadecimal digits, got '${expectedFingerprint}'`)
  }
}
