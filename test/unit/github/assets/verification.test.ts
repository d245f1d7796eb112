import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyRelease } from '../../../../src/github/assets/verification.ts'
import { received, verify } from '../../../support/received-assets.ts'
import { TestClock } from '../../../support/test-clock.ts'

const hash = (algorithm: string, content: string) => createHash(algorithm).update(content).digest('hex')
const sha256 = (content: string) => hash('sha256', content)
const by = (name: string) => [{ kind: 'checksum', state: 'verified', by: name }]

describe("GitHub's digest", () => {
  const verifyOne = (githubDigest: string | undefined, requireDigest = false) =>
    verifyRelease([received('a.zip', 'a', githubDigest)], { requireDigest, clock: new TestClock() })

  it.each([`sha256:${sha256('a')}`, `sha256:${sha256('a').toUpperCase()}`, `sha512:${hash('sha512', 'a')}`])(
    '%s is compared',
    async (digest) => {
      const { checks, problems } = await verifyOne(digest, true)
      expect(checks.get('a.zip')).toEqual([{ kind: 'github-digest', state: 'verified' }])
      expect(problems).toEqual([])
    },
  )

  it('one that differs is a problem', async () => {
    const { checks, problems } = await verifyOne(`sha256:${sha256('b')}`)
    expect(checks.get('a.zip')).toBeUndefined()
    expect(problems).toMatchObject([{ asset: 'a.zip', message: expect.stringContaining(sha256('b')) }])
  })

  it.each([undefined, 'blake3:00', 'sha256:'])('without one that is known (%s) an asset is unverified, or refused', async (digest) => {
    const { checks, problems } = await verifyOne(digest)
    expect(checks.get('a.zip')).toEqual([{ kind: 'github-digest', state: 'unverified' }])
    expect(problems).toEqual([])
    const { problems: refused } = await verifyOne(digest, true)
    expect(refused).toMatchObject([{ asset: 'a.zip', hint: expect.stringContaining('require-digest') }])
  })
})

describe('checksum files', () => {
  it.each([
    ['a manifest', 'SHA256SUMS', `${sha256('a')}  a.zip\n`],
    ['with a folder in front', 'checksums.txt', `${sha256('a')}  ./dist/a.zip\n`],
    ['with a folder of Windows', 'checksums.txt', `${sha256('a')}  .\\dist\\a.zip\n`],
    ['with a dot in front', 'checksums.txt', `${sha256('a')}  ./a.zip\n`],
    ['of MD5', 'MD5SUMS', `${hash('md5', 'a')}  a.zip\n`],
    ['of SHA-1', 'sha1sum.txt', `${hash('sha1', 'a')}  a.zip\n`],
    ['of SHA-224', 'checksums.txt', `${hash('sha224', 'a')}  a.zip\n`],
    ['of SHA-384', 'checksums.txt', `${hash('sha384', 'a')}  a.zip\n`],
    ['of SHA-512', 'SHA512SUMS', `${hash('sha512', 'a')}  a.zip\n`],
    ['of BLAKE2b', 'B2SUMS', `${hash('blake2b512', 'a')}  a.zip\n`],
    ['of BLAKE2b, without saying so', 'checksums.txt', `${hash('blake2b512', 'a')}  a.zip\n`],
    ['of SHA3-256, without saying so', 'checksums.txt', `${hash('sha3-256', 'a')}  a.zip\n`],
    ['of SHA-512/256', 'checksums-bsd', `SHA512/256 (a.zip) = ${hash('sha512-256', 'a')}\n`],
    ['of many algorithms', 'checksums', `a.zip  e8b7be43  ${hash('md5', 'a')}  ${sha256('a')}  ${hash('sha3-256', 'a')}\n`],
    ['of weak algorithms', 'checksums', `a.zip  ${hash('md5', 'a')}  ${hash('sha1', 'a')}\n`],
    ['a sidecar', 'a.zip.sha256', `${sha256('a')}  a.zip\n`],
    ['a bare sidecar', 'a.zip.sha256', sha256('a')],
    ['a sidecar that was piped', 'a.zip.sha256', `${sha256('a')}  -\n`],
    ['a sidecar of another name', 'a.zip.sha256', `${sha256('a')}  build-1234.zip\n`],
    ['a sidecar by certutil', 'a.zip.sha256', `SHA256 hash of C:\\a.zip:\r\n${sha256('a')}\r\nCertUtil: ok\r\n`],
    ['a sidecar by certutil in another language', 'a.zip.sha256', `SHA256-Hash von a.zip:\r\n${sha256('a')}\r\nCertUtil: ok\r\n`],
    ['whose name says another algorithm than its lines', 'SHA1SUMS', `SHA256 (a.zip) = ${sha256('a')}\n`],
  ])('%s: what it says is verified, and what differs is a problem', async (_, name, content) => {
    const good = await verify({ 'a.zip': 'a', [name]: content })
    expect(good.checksOf('a.zip')).toEqual(by(name))
    expect({ problems: good.problems, notices: good.notices }).toEqual({ problems: [], notices: [] })
    const bad = await verify({ 'a.zip': 'b', [name]: content })
    expect(bad.checksOf('a.zip')).toEqual([])
    expect(bad.problems).toMatchObject([{ asset: 'a.zip', message: expect.stringContaining(name) }])
  })

  it('sidecars come before manifests, each once', async () => {
    const files = { 'a.zip': 'a', SHA256SUMS: `${sha256('a')}  a.zip\n${sha256('a')}  ./a.zip\n`, 'a.zip.md5': hash('md5', 'a') }
    expect((await verify(files)).checksOf('a.zip')).toEqual([...by('a.zip.md5'), ...by('SHA256SUMS')])
  })

  it('the length of a digest counts more than the name of the file, and the user is told', async () => {
    const { checksOf, notices } = await verify({ 'a.zip': 'a', SHA1SUMS: `${sha256('a')}  a.zip\n` })
    expect(checksOf('a.zip')).toEqual(by('SHA1SUMS'))
    expect(notices).toEqual([expect.stringMatching(/SHA1, the length of the digests says SHA256.*'SHA1SUMS'/i)])
  })

  it.each([
    ['x.b3', `${sha256('x')}\n`],
    ['B3SUMS', `${sha256('x')}  x\n`],
    ['checksums.txt', `BLAKE2b-256 (x) = ${sha256('x')}\n`],
    ['x.b2', `${sha256('x')}\n`],
  ])('an algorithm that is not here is told, not taken for another (%s)', async (name, content) => {
    const { checksOf, problems, notices } = await verify({ x: 'x', [name]: content })
    expect(checksOf('x')).toEqual([{ kind: 'checksum', state: 'unverified', by: name }])
    expect(problems).toEqual([])
    expect(notices).toEqual([expect.stringContaining(`'${name}'`)])
  })

  it('a line about itself, about nothing that is here, and assets without a line', async () => {
    const manifest = `${sha256('a')}  a.zip\n${sha256('x')}  checksums.txt\n${sha256('x')}  gone.zip\n`
    const { checksOf, problems, notices } = await verify({ 'a.zip': 'a', 'b.zip': 'b', 'c.zip': 'c', 'checksums.txt': manifest })
    expect(checksOf('a.zip')).toEqual(by('checksums.txt'))
    expect(checksOf('checksums.txt')).toEqual([])
    expect(problems).toEqual([])
    expect(notices).toEqual([
      "'checksums.txt' names files that are no assets of this release: 'gone.zip'",
      "2 assets are in no checksum file: 'b.zip', 'c.zip'",
    ])
  })

  it('names that GitHub changed are found', async () => {
    const { checksOf } = await verify({ 'my.tool.1.0.rc1.zip': 'a', 'checksums.txt': `${sha256('a')}  my tool~1.0~rc1.zip\n` })
    expect(checksOf('my.tool.1.0.rc1.zip')).toEqual(by('checksums.txt'))
  })

  it('a path that only ends alike does not count beside a line that names the asset', async () => {
    const manifest = `${sha256('other')}  linux/tool\n${sha256('a')}  tool\n`
    const { checksOf, problems } = await verify({ tool: 'a', 'checksums.txt': manifest })
    expect(checksOf('tool')).toEqual(by('checksums.txt'))
    expect(problems).toEqual([])
  })

  it('several paths that could be the asset are not compared with it', async () => {
    const manifest = `${sha256('other')}  linux/tool\n${sha256('a')}  macos/tool\n${sha256('b')}  b\n`
    const { checksOf, problems, notices } = await verify({ tool: 'a', b: 'b', 'checksums.txt': manifest })
    expect(checksOf('tool')).toEqual([])
    expect(problems).toEqual([])
    expect(notices[0]).toMatch(/several files that could be 'tool'/)
  })

  it('two lines that contradict each other are a problem', async () => {
    const { problems } = await verify({ tool: 'a', 'checksums.txt': `${sha256('a')}  tool\n${sha256('b')}  tool\n` })
    expect(problems).toMatchObject([{ asset: 'tool' }])
  })

  it('what holds no checksum is no checksum file, and nothing else', async () => {
    const { roles, problems, notices } = await verify({
      'a.zip': 'a',
      'checksums.md': '| a.zip | `00` |',
      'go.sum': 'x v1 h1:abc=',
      'a.zip.sha256': '',
    })
    expect(Object.fromEntries(roles)).toEqual({
      'a.zip': { role: 'payload' },
      'checksums.md': { role: 'other' },
      'go.sum': { role: 'other' },
      'a.zip.sha256': { role: 'other', of: 'a.zip' },
    })
    expect(problems).toEqual([])
    expect(notices).toEqual([expect.stringContaining("'checksums.md', 'go.sum', 'a.zip.sha256'")])
  })

  it('one that is longer than 4 MiB is not looked into', async () => {
    const { roleOf, notices } = await verify({ 'a.zip': 'a', 'checksums.txt': Buffer.alloc((4 << 20) + 1, `${sha256('b')}  a.zip\n`) })
    expect(roleOf('checksums.txt')).toBe('other')
    expect(notices).toEqual([expect.stringContaining('longer than 4 MiB')])
  })

  it('reads an asset again once for all algorithms that were not computed on its way, and not at all for those that were', async () => {
    const lines = ['sha224', 'sha384', 'sha3-256'].map((algorithm) => `${hash(algorithm, 'a')}  a.zip\n`).join('')
    const { assets, problems } = await verify({ 'a.zip': 'a', 'b.zip': 'b', 'checksums.txt': `${lines.repeat(20)}${sha256('b')}  b.zip\n` })
    expect(problems).toEqual([])
    expect(assets.find(({ name }) => name === 'a.zip')?.reads).toBeLessThanOrEqual(3)
    expect(assets.find(({ name }) => name === 'b.zip')?.reads).toBe(0)
  })
})

describe('roles by content', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
  it.each([
    ['a.zip.sig', Buffer.of(0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01).toString('base64'), 'signature'],
    ['a.zip.sig', 'untrusted comment: signature\nRWQ\ntrusted comment: x\nabc\n', 'signature'],
    ['a.zip.minisig', 'untrusted comment: signature\nRWQ\n', 'signature'],
    ['a.zip.sig', '-----BEGIN SSH SIGNATURE-----\nU1N\n-----END SSH SIGNATURE-----\n', 'signature'],
    ['a.zip.sig', 'just some text', 'other'],
    ['a.zip.pem', pem, 'certificate'],
    ['a.zip.crt', Buffer.from(pem).toString('base64'), 'certificate'],
    ['a.zip.pem', '-----BEGIN PUBLIC KEY-----\nMIIB\n', 'key'],
    ['a.zip.sbom', '{"spdxVersion": "SPDX-2.3"}', 'sbom'],
    ['a.zip.cdx.json', '{"bomFormat": "CycloneDX"}', 'sbom'],
    ['a.zip.spdx', 'SPDXVersion: SPDX-2.3\n', 'sbom'],
    ['a.zip.sbom', '{"other": true}', 'other'],
    ['a.zip.bundle', '{"base64Signature": "MEUC", "cert": "", "rekorBundle": {}}', 'signature'],
    ['a.zip.bundle', '# v2 git bundle\n', 'other'],
    ['guide.asc', '= AsciiDoc\n', 'payload'],
    ['tool.sign', 'no signature', 'payload'],
    ['minisign.pub', 'untrusted comment: minisign public key 1\nRWQ\n', 'key'],
  ] as const)('%s holding %j', async (name, content, role) => {
    const { roleOf, problems } = await verify({ 'a.zip': 'a', [name]: content })
    expect(roleOf(name)).toBe(role)
    expect(problems).toEqual([])
  })

  it("cosign's own signatures are present, minisign's are kept and told", async () => {
    const signature = Buffer.of(0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01).toString('base64')
    const minisign = 'untrusted comment: signature\nRWQ\ntrusted comment: x\nabc\n'
    const { checksOf, notices } = await verify({ 'a.zip': 'a', 'a.zip.sig': `${signature}\n`, 'b.zip': 'b', 'b.zip.minisig': minisign })
    expect(checksOf('a.zip')).toEqual([{ kind: 'sigstore', state: 'present', by: 'a.zip.sig' }])
    expect(checksOf('b.zip')).toEqual([])
    expect(notices).toEqual([expect.stringMatching(/minisign.*'b.zip.minisig'/)])
  })
})

it('nothing that companions hold makes it throw', async () => {
  const names = [
    'a.zip.asc',
    'a.zip.sig',
    'a.zip.sha256',
    'checksums.txt',
    'SHASUMS256.asc',
    'a.zip.sigstore.json',
    'x.intoto.jsonl',
    'a.zip.pem',
    'bom.json',
  ]
  const fragments = [
    '-----BEGIN PGP SIGNED MESSAGE-----\n',
    'Hash: SHA256\n',
    '\n',
    '-----BEGIN PGP SIGNATURE-----\n',
    '-----END PGP SIGNATURE-----\n',
    '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json",',
    '"messageSignature":',
    '"dsseEnvelope":{"payloadType":"application/vnd.in-toto+json","payload":"e30="}',
    '{',
    '}',
    '[]',
    'null',
    sha256('a'),
    '  a.zip',
    '\u0088\u0000',
  ]
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
    fc.array(fc.constantFrom(...fragments), { maxLength: 8 }).map((parts) => Buffer.from(parts.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), content, async (name, bytes) => {
      const { roles } = await verify({ 'a.zip': 'a', [name]: bytes })
      expect(roles.has(name)).toBe(true)
    }),
  )
})
