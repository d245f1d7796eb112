import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rolesOf } from '../../../../src/github/assets/asset-roles.ts'
import type { AssetRole } from '../../../../src/model/asset-roles.ts'

/** Names of one release, with the role of each and the asset that it belongs to. */
type Expected = Readonly<Record<string, AssetRole | readonly [AssetRole, string]>>

function expectRoles(expected: Expected): void {
  const roles = rolesOf(Object.keys(expected))
  const wanted = Object.entries(expected).map(([name, role]) => {
    const [own, of] = typeof role === 'string' ? [role] : role
    return [name, of === undefined ? { role: own } : { role: own, of }]
  })
  expect(Object.fromEntries(roles)).toEqual(Object.fromEntries(wanted))
}

describe('checksum manifests by their names', () => {
  it.each([
    'SHA256SUMS',
    'SHA512SUMS',
    'SHA2-256SUMS',
    'SHA2-512SUMS',
    'SHASUMS256.txt',
    'SHASUMS256.asc',
    'checksums.txt',
    'gh_2.40.0_checksums.txt',
    'x-1.0.checksums.txt',
    'cosign_checksums.txt',
    'checksums_sha256.txt',
    'sha256sum.txt',
    'sha1sum.txt',
    'md5sum.txt',
    'MD5SUMS',
    'B2SUMS',
    'checksum',
    'checksum.txt',
    'checksums',
    'checksums-bsd',
    'checksums-signed.txt',
    'tool_1.0_SHA256SUMS',
    'SHA-256.txt',
    'hashes.txt',
    'Checksums.TXT',
    'absent.tar.gz.sha256',
  ])('%s', (name) => {
    expectRoles({ 'tool.zip': 'payload', [name]: 'checksum-manifest' })
  })

  it.each(['sums.jar', 'hashes.json', 'checksummer', 'checksums_hashes_order', 'sha256', 'mysha256sum.tar.gz', 'summary.txt', 'tool.exe'])(
    'not %s',
    (name) => {
      expectRoles({ [name]: 'payload' })
    },
  )
})

describe('companions by their names', () => {
  it.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha256sum', 'sha512sum', 'sha1sum', 'md5sum', 'b3', 'b2', 'SHA256'])(
    'x.%s beside x is its checksum',
    (ending) => {
      expectRoles({ 'x.tar.gz': 'payload', [`x.tar.gz.${ending}`]: ['checksum', 'x.tar.gz'] })
    },
  )

  it.each([
    ['asc', 'signature'],
    ['sig', 'signature'],
    ['gpg', 'signature'],
    ['sign', 'signature'],
    ['signature', 'signature'],
    ['minisig', 'signature'],
    ['sigstore', 'signature'],
    ['sigstore.json', 'signature'],
    ['bundle', 'signature'],
    ['cosign.bundle', 'signature'],
    ['sig.bundle', 'signature'],
    ['pem', 'certificate'],
    ['crt', 'certificate'],
    ['cert', 'certificate'],
    ['intoto.jsonl', 'provenance'],
    ['provenance', 'provenance'],
    ['att', 'provenance'],
    ['attestation', 'provenance'],
    ['sbom', 'sbom'],
    ['sbom.json', 'sbom'],
    ['spdx.json', 'sbom'],
    ['spdx', 'sbom'],
    ['spdx.sbom.json', 'sbom'],
    ['cdx.json', 'sbom'],
    ['cyclonedx.json', 'sbom'],
  ] as const)('x.%s beside x is its %s', (ending, role) => {
    expectRoles({ 'x.tar.gz': 'payload', [`x.tar.gz.${ending}`]: [role, 'x.tar.gz'] })
  })

  it('what belongs to no asset is what its name says only where the name is enough', () => {
    expectRoles({
      'multiple.intoto.jsonl': 'provenance',
      'bom.json': 'sbom',
      'cosign.pub': 'key',
      'tool-minisign.pub': 'key',
      KEYS: 'key',
      'all.sigstore.json': 'signature',
      'release-key.asc': 'signature',
      'server.pem': 'payload',
      'repository.bundle': 'payload',
    })
  })
})

describe('whole releases', () => {
  it.each<[string, Expected]>([
    [
      'goreleaser',
      {
        'goreleaser_Linux_x86_64.tar.gz': 'payload',
        'goreleaser_Linux_x86_64.tar.gz.sbom': ['sbom', 'goreleaser_Linux_x86_64.tar.gz'],
        'checksums.txt': 'checksum-manifest',
        'checksums.txt.sig': ['signature', 'checksums.txt'],
        'checksums.txt.pem': ['certificate', 'checksums.txt'],
      },
    ],
    [
      'terraform providers',
      {
        'terraform-provider-x_1.0_linux_arm64.zip': 'payload',
        'terraform-provider-x_1.0_manifest.json': 'payload',
        'terraform-provider-x_1.0_SHA256SUMS': 'checksum-manifest',
        'terraform-provider-x_1.0_SHA256SUMS.sig': ['signature', 'terraform-provider-x_1.0_SHA256SUMS'],
      },
    ],
    [
      'helm',
      {
        'helm.tar.gz': 'payload',
        'helm.tar.gz.asc': ['signature', 'helm.tar.gz'],
        'helm.tar.gz.sha256': ['checksum', 'helm.tar.gz'],
        'helm.tar.gz.sha256.asc': ['signature', 'helm.tar.gz.sha256'],
        'helm.tar.gz.sha256sum': ['checksum', 'helm.tar.gz'],
        'helm.tar.gz.sha256sum.asc': ['signature', 'helm.tar.gz.sha256sum'],
      },
    ],
    [
      'yt-dlp',
      {
        'yt-dlp': 'payload',
        'yt-dlp.exe': 'payload',
        _update_spec: 'payload',
        'SHA2-256SUMS': 'checksum-manifest',
        'SHA2-256SUMS.sig': ['signature', 'SHA2-256SUMS'],
      },
    ],
    [
      'nodejs, with and without the unsigned twin',
      {
        'SHASUMS256.txt': 'checksum-manifest',
        'SHASUMS256.txt.asc': ['signature', 'SHASUMS256.txt'],
        'SHASUMS512.txt.asc': 'checksum-manifest',
      },
    ],
    [
      'slsa-verifier',
      { 'slsa-verifier-linux-amd64': 'payload', 'slsa-verifier-linux-amd64.intoto.jsonl': ['provenance', 'slsa-verifier-linux-amd64'] },
    ],
    ['names that GitHub changed', { 'my.tool.zip': 'payload', 'my tool.zip.sha256': ['checksum', 'my.tool.zip'] }],
  ])('%s', (_, expected) => {
    expectRoles(expected)
  })
})

it('every asset has a role, none belongs to itself or to what is not there, whatever the names', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc
      .tuple(fc.constantFrom('a', 'b', ''), fc.constantFrom('.asc', '.sha256', '.sig.bundle', '.sigstore', '_SUMS', '.'))
      .map((parts) => parts.join('')),
    fc.string({ minLength: 900, maxLength: 1200, unit: fc.constantFrom('_', '.', 's', 'u', 'm') }),
  )
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
      const roles = rolesOf(names)
      expect([...roles.keys()]).toEqual(names)
      for (const [own, { of }] of roles) expect(of === undefined || (of !== own && names.includes(of))).toBe(true)
    }),
  )
})
