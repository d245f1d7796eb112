// Generated from actions/sign-artifacts/action.yml and action-types.yml by `npm run generate`. Do not edit.
import type { InputSpec } from '../../core/inputs.ts'

export const inputSpecs = {
  'files': { type: 'list', required: true },
  'private-key': { type: 'secret' },
  'passphrase': { type: 'secret' },
  'signing-key': { type: 'string' },
  'expected-fingerprint': { type: 'string' },
  'checksums': { type: 'list', values: ['md5', 'sha1', 'sha256', 'sha512'] },
  'checksums-file': { type: 'string' },
  'output-directory': { type: 'string' },
  'replace-signatures': { type: 'boolean', default: 'false' },
  'allow-untrusted-trigger': { type: 'boolean', default: 'false' },
  'fail-on-unmatched': { type: 'boolean', default: 'true' },
  'dry-run': { type: 'boolean', default: 'false' },
  'summary': { type: 'boolean', default: 'true' },
} as const satisfies Record<string, InputSpec>

export type OutputName =
  | 'fingerprint'
  | 'public-key'
  | 'record'
  | 'record-sha256'
  | 'signatures'
  | 'checksums-file'
  | 'subjects'
  | 'signed-count'
  | 'skipped-count'
