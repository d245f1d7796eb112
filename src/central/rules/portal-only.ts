import type { Rule } from './rule.ts'

/** What only the Portal knows, or what cannot happen with a bundle of ours; named here so that the list is whole (messages 1, 2, 7, 9 and 10). */
export const portalRules: readonly Rule[] = [
  {
    id: 'exists',
    severity: 'error',
    message: "Component with package url: '‹purl›' already exists",
    cause: 'This version is on Central already, and what is there never changes.',
    fix: 'Release what has changed under a new version; the same files again are nothing to do.',
    source: 'https://central.sonatype.org/faq/can-i-change-a-component/',
  },
  {
    id: 'namespace',
    severity: 'error',
    message: "Namespace '‹groupId›' is not allowed",
    cause: "The groupId lies in no namespace that Central has verified for this token, or somebody else's files are in the bundle.",
    fix: 'Verify the namespace at https://central.sonatype.com/publishing/namespaces, or leave the files out with "exclude".',
    source: 'https://central.sonatype.org/register/namespace/',
  },
  {
    id: 'key-not-found',
    severity: 'error',
    message:
      'Invalid signature for file: ‹file›.asc - Could not find a public key by the key fingerprint. Please ensure it is uploaded to one of the PGP servers we support.',
    cause: 'No key server that Central asks serves the key, or serves it without a user ID because its mail address is not verified.',
    fix: 'Send the key to keyserver.ubuntu.com, or set "publish-key: auto"; at keys.openpgp.org verify its mail address.',
    source: 'https://central.sonatype.org/publish/requirements/gpg/#distributing-your-public-key',
  },
  {
    id: 'signature-refused',
    severity: 'error',
    message: 'Invalid signature for file: ‹file›',
    cause: 'Older wording of one of the two messages about signatures.',
    fix: 'Look whether the key is served by the key servers, and sign with RSA or Ed25519.',
    source: 'https://central.sonatype.org/publish/requirements/gpg/',
  },
  {
    id: 'checksum-missing',
    severity: 'error',
    message: 'Missing ‹algorithm› checksum for file: ‹file›',
    cause: 'A bundle holds the file without its md5 or sha1; those that are made here hold both.',
    fix: 'Please report it.',
    source: 'https://central.sonatype.org/publish/requirements/#provide-files-checksums',
  },
]
