// Generated from actions/import-releases/action.yml and action-types.yml by `npm run generate`. Do not edit.
import type { InputSpec } from '../../core/inputs.ts'

export const inputSpecs = {
  'mode': { type: 'enum', values: ['import', 'plan'], default: 'import' },
  'repository': { type: 'string', required: true },
  'repository-type': { type: 'enum', values: ['maven', 'generic'] },
  'path': { type: 'string' },
  'repositories': { type: 'list' },
  'releases': { type: 'string', default: 'all' },
  'include-prereleases': { type: 'boolean', default: 'false' },
  'include-drafts': { type: 'boolean', default: 'false' },
  'include-forks': { type: 'boolean', default: 'false' },
  'include-archived': { type: 'boolean', default: 'false' },
  'include-private': { type: 'boolean', default: 'false' },
  'assets': { type: 'list' },
  'source-archives': { type: 'enum', values: ['none', 'tar', 'zip', 'both'], default: 'none' },
  'package': { type: 'string', default: '{name}' },
  'version': { type: 'string', default: '{version}' },
  'tag-pattern': { type: 'string' },
  'rolling': { type: 'list' },
  'require-digest': { type: 'boolean', default: 'false' },
  'public-keys': { type: 'string' },
  'certificate-identity': { type: 'string' },
  'certificate-issuer': { type: 'string' },
  'trusted-root': { type: 'string' },
  'token': { type: 'secret' },
  'source-token': { type: 'secret' },
  'github-api-url': { type: 'string' },
  'asset-hosts': { type: 'list' },
  'rate-limit-wait-minutes': { type: 'number', default: '10' },
  'max-releases': { type: 'integer', default: '0' },
  'max-asset-megabytes': { type: 'integer', default: '0' },
  'max-total-gigabytes': { type: 'number', default: '0' },
  'shards': { type: 'integer', default: '8' },
  'shard': { type: 'string' },
  'allow-untrusted-trigger': { type: 'boolean', default: 'false' },
  'fail-on-unmatched': { type: 'boolean', default: 'true' },
  'dry-run': { type: 'boolean', default: 'false' },
  'summary': { type: 'boolean', default: 'true' },
} as const satisfies Record<string, InputSpec>

export type OutputName =
  | 'imported'
  | 'imported-count'
  | 'unchanged'
  | 'unchanged-count'
  | 'failed'
  | 'failed-count'
  | 'pending'
  | 'pending-count'
  | 'alarms'
  | 'alarms-count'
  | 'bytes'
  | 'api-calls'
  | 'matrix'
  | 'records'
