// Generated from actions/publish-version/action.yml and action-types.yml by `npm run generate`. Do not edit.
import type { InputSpec } from '../../core/inputs.ts'

export const inputSpecs = {
  'repository': { type: 'string', required: true },
  'repository-type': { type: 'enum', values: ['maven', 'generic'] },
  'repository-url': { type: 'string' },
  'descriptor': { type: 'string' },
  'package': { type: 'string' },
  'version': { type: 'string' },
  'tag-pattern': { type: 'string' },
  'files': { type: 'list' },
  'path': { type: 'string' },
  'record': { type: 'string' },
  'record-sha256': { type: 'string' },
  'publish': { type: 'boolean' },
  'discard': { type: 'boolean', default: 'false' },
  'override': { type: 'boolean' },
  'update-window-days': { type: 'integer' },
  'gpg-sign': { type: 'boolean' },
  'private-key': { type: 'secret' },
  'passphrase': { type: 'secret' },
  'signing-key': { type: 'string' },
  'max-files': { type: 'integer' },
  'max-file-megabytes': { type: 'integer' },
  'allow-untrusted-trigger': { type: 'boolean', default: 'false' },
  'fail-on-unmatched': { type: 'boolean', default: 'true' },
  'dry-run': { type: 'boolean', default: 'false' },
  'summary': { type: 'boolean', default: 'true' },
} as const satisfies Record<string, InputSpec>

export type OutputName =
  | 'package'
  | 'version'
  | 'repository'
  | 'published'
  | 'record'
  | 'files'
  | 'uploaded-count'
  | 'unchanged-count'
  | 'uploaded-bytes'
  | 'urls'
