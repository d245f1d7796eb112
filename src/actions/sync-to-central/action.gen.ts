// Generated from actions/sync-to-central/action.yml and action-types.yml by `npm run generate`. Do not edit.
import type { InputSpec } from '../../core/inputs.ts'

export const inputSpecs = {
  'mode': { type: 'enum', values: ['sync', 'resync', 'status', 'publish', 'drop'], default: 'sync' },
  'from': { type: 'list' },
  'package': { type: 'string' },
  'version': { type: 'string' },
  'versions': { type: 'list' },
  'compare': { type: 'enum', values: ['pom', 'all'], default: 'pom' },
  'include': { type: 'list' },
  'exclude': { type: 'list' },
  'username': { type: 'string' },
  'password': { type: 'secret' },
  'publish': { type: 'boolean', default: 'true' },
  'deployment-id': { type: 'string' },
  'wait-for': { type: 'enum', values: ['validated', 'published', 'available'], default: 'validated' },
  'timeout-minutes': { type: 'number', default: '60' },
  'on-timeout': { type: 'enum', values: ['warn', 'fail'], default: 'warn' },
  'private-key': { type: 'secret' },
  'passphrase': { type: 'secret' },
  'signing-key': { type: 'string' },
  'public-keys': { type: 'string' },
  'keyservers': { type: 'list', default: 'hkps://keyserver.ubuntu.com\nvks+https://keys.openpgp.org\nhkps://pgp.mit.edu\n' },
  'publish-key': { type: 'enum', values: ['never', 'auto'], default: 'never' },
  'placeholder-javadoc': { type: 'boolean', default: 'false' },
  'placeholder-sources': { type: 'boolean', default: 'false' },
  'name': { type: 'string' },
  'drop-failed': { type: 'boolean', default: 'true' },
  'max-attempts': { type: 'integer', default: '3' },
  'max-files-per-month': { type: 'integer', default: '1000' },
  'max-megabytes-per-month': { type: 'integer', default: '80' },
  'max-releases-per-month': { type: 'integer', default: '7' },
  'max-bundle-megabytes': { type: 'integer', default: '1024' },
  'deployment-environment': { type: 'string' },
  'token': { type: 'secret' },
  'portal-url': { type: 'string', default: 'https://central.sonatype.com' },
  'central-url': { type: 'string', default: 'https://repo1.maven.org/maven2' },
  'allow-untrusted-trigger': { type: 'boolean', default: 'false' },
  'dry-run': { type: 'enum', values: ['false', 'true', 'portal'], default: 'false' },
  'summary': { type: 'boolean', default: 'true' },
} as const satisfies Record<string, InputSpec>

export type OutputName =
  | 'deployment-id'
  | 'state'
  | 'last-synced'
  | 'purls'
  | 'errors'
  | 'warnings'
  | 'synced'
  | 'missing'
  | 'deferred'
  | 'conflicts'
  | 'files'
  | 'bytes'
  | 'deployment-url'
  | 'central-urls'
  | 'record'
