import { describe, expect, test } from 'vitest'
import { classifyMessage } from '../../../src/central/deployment-errors.ts'

// The strings that users have met, and told in public issues.
describe('messages of the Portal’s', () => {
  test.each([
    ["Component with package url: 'pkg:maven/org.acme/lib@1.0' already exists", 'exists', { purl: 'pkg:maven/org.acme/lib@1.0' }],
    [
      "Component with package url: 'pkg:maven/org.acme/bom@1.0?type=pom' already exists",
      'exists',
      { purl: 'pkg:maven/org.acme/bom@1.0?type=pom' },
    ],
    ['type=pom already exists', 'exists', {}],
    ["Namespace 'org.acme' is not allowed", 'namespace', {}],
    ['version cannot be a SNAPSHOT', 'snapshot', {}],
    ['Javadocs must be provided but not found in entries', 'missing-javadoc', {}],
    ['Sources must be provided but not found in entries', 'missing-sources', {}],
    ['Missing signature for file: lib-1.0.jar', 'unsigned', { file: 'lib-1.0.jar' }],
    [
      'Invalid signature for file: lib-1.0.jar.asc - Could not find a public key by the key fingerprint. Please ensure it is uploaded to one of the PGP servers we support.',
      'key-not-found',
      { file: 'lib-1.0.jar.asc' },
    ],
    [
      'Invalid signature for file: lib-1.0.jar.asc -- Could not find a public\nkey by the key fingerprint.',
      'key-not-found',
      { file: 'lib-1.0.jar.asc' },
    ],
    [
      'Invalid signature for file: lib-1.0-linux-x64.jar.asc - Failed to verify the PGP signature. Please contact support for assistance.',
      'bad-signature',
      { file: 'lib-1.0-linux-x64.jar.asc' },
    ],
    ['Invalid signature for file: lib-1.0.jar', 'bad-signature', { file: 'lib-1.0.jar' }],
    ['Missing md5 checksum for file: lib-1.0.pom', 'missing-checksum', { file: 'lib-1.0.pom' }],
    ['Missing sha1 checksum for file: lib-1.0.pom', 'missing-checksum', { file: 'lib-1.0.pom' }],
    ["Invalid 'md5' checksum for file: lib-1.0.pom", 'bad-checksum', { file: 'lib-1.0.pom' }],
    ["Invalid 'sha1' checksum for file: lib-1.0.pom", 'bad-checksum', { file: 'lib-1.0.pom' }],
    ['Project name is missing', 'pom-name', {}],
    ['Project description is missing', 'pom-description', {}],
    ['Project URL is not defined', 'pom-url', {}],
    ['License information is missing', 'pom-license', {}],
    ['SCM URL is not defined', 'pom-scm', {}],
    ['Developers information is missing', 'pom-developers', {}],
    ['Dependency version information is missing', 'pom-dependency-version', {}],
    ['Dependency version information is missing for dependency: org.acme:lib', 'pom-dependency-version', {}],
    ['Dependency version information is missing for: a, b, ...', 'pom-dependency-version', {}],
    ['Dependency management dependency version information is missing', 'pom-dependency-version', {}],
    ['Bundle has content that does NOT have a .pom file', 'stray-files', {}],
    ['Bundle has content that does NOT have a .pom file: org/acme/lib, org/acme/other', 'stray-files', {}],
    ['Failed to get coordinates from pom file org/acme/lib/1.0/lib-1.0.pom', 'coordinates', { file: 'org/acme/lib/1.0/lib-1.0.pom' }],
    ['Failed to associate file with coordinates lib-1.0-consumer.pom', 'coordinates', { file: 'lib-1.0-consumer.pom' }],
    [
      "Failed to process deployment: Error on building manifests: File with path 'org/acme/lib/1.0/lib-1.0.jar' is missing",
      'broken-archive',
      { file: 'org/acme/lib/1.0/lib-1.0.jar' },
    ],
    [
      'Failed to process deployment: Error on building manifests: Unable to parse archive Details: No Archiver found for the stream signature',
      'broken-archive',
      {},
    ],
    ['Deployment components info not found', 'noise', {}],
    ['Upload failed: File size exceeds the limit of 2147483648 bytes.', 'too-large', {}],
    ['Your organization is over the monthly publishing limits', 'quota', {}],
    ['Something that nobody has seen', 'unknown', {}],
    ['', 'unknown', {}],
  ])('%j is %s', (text, kind, about) => {
    const message = classifyMessage(text)
    expect(message).toMatchObject({ kind, ...about })
    expect(Object.keys(message).filter((key) => key === 'file' || key === 'purl')).toEqual(Object.keys(about))
    expect(message.text).not.toMatch(/\n/)
    expect(message.cause).toMatch(/\.$/)
    expect(message.cure).not.toBe('')
  })

  test('belong to the component under which they came', () => {
    const purl = 'pkg:maven/org.acme/lib@1.0'
    expect(classifyMessage('Project name is missing', purl).purl).toBe(purl)
    expect(classifyMessage('something else', purl).purl).toBe(purl)
    expect(classifyMessage('Project name is missing', 'common').purl).toBeUndefined()
  })

  test('of any length are classified in no time', () => {
    const started = performance.now()
    for (const text of [
      `Invalid signature for file: ${' - '.repeat(20_000)}`,
      `Failed to process deployment:${'File with path '.repeat(5000)}`,
    ]) {
      expect(classifyMessage(text).text).toHaveLength(2000)
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})
