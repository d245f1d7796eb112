import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SerializedBundle } from '@sigstore/bundle'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SigstoreOptions, SigstoreVerifier } from '../../../../src/signing/sigstore.ts'
import { verify } from '../../../support/received-assets.ts'
import { type SigstoreInstance, startSigstore, statementAbout } from '../../../support/sigstore-instance.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const issuer = 'https://token.actions.test'
const subject = 'https://github.com/acme/widget/.github/workflows/release.yml@refs/tags/v1'
const signer = { subject, issuer }

describe('Sigstore bundles among the assets', () => {
  const folder = temporaryFolder()
  let sigstore: SigstoreInstance
  let verifier: SigstoreVerifier
  beforeAll(async () => {
    sigstore = await startSigstore()
    verifier = await verifierOf()
  })
  afterAll(async () => {
    await sigstore[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  async function verifierOf(options: Partial<SigstoreOptions> = {}, root: unknown = sigstore.trustedRoot): Promise<SigstoreVerifier> {
    const trustedRoot = join(folder.path, 'trusted_root.json')
    writeFileSync(trustedRoot, typeof root === 'string' ? root : JSON.stringify(root))
    return await SigstoreVerifier.open({ identity: subject, issuer, trustedRoot, cacheFolder: folder.path, ...options })
  }

  const found = (state: string, by: string, key = subject) => [{ kind: 'sigstore', state, by, key }]
  const base64 = (text: string) => Buffer.from(text).toString('base64')

  /** The same bundle in the forms of other versions; nothing that is signed changes. */
  const versions: readonly (readonly [string, (bundle: SerializedBundle) => object])[] = [
    ['v0.1', (bundle) => ({ ...bundle, mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1' })],
    ['v0.2', (bundle) => bundle],
    ['v0.3', (bundle) => modern(bundle, 'application/vnd.dev.sigstore.bundle.v0.3+json')],
    ['v0.3 as it was first called', (bundle) => modern(bundle, 'application/vnd.dev.sigstore.bundle+json;version=0.3')],
  ]

  function modern(bundle: SerializedBundle, mediaType: string): object {
    const { x509CertificateChain, ...material } = bundle.verificationMaterial
    return { ...bundle, mediaType, verificationMaterial: { ...material, certificate: x509CertificateChain?.certificates[0] } }
  }

  it.each(versions)('a signature over a file, %s', async (_, form) => {
    const bundle = JSON.stringify(form(await sigstore.signFile('content of a', signer)))
    const good = await verify({ 'a.zip': 'content of a', 'a.zip.sigstore.json': bundle }, { sigstore: verifier })
    expect(good.checksOf('a.zip')).toEqual(found('verified', 'a.zip.sigstore.json'))
    expect(good).toMatchObject({ problems: [], notices: [] })
    expect(good.roleOf('a.zip.sigstore.json')).toBe('signature')
    const bad = await verify({ 'a.zip': 'other', 'a.zip.sigstore.json': bundle }, { sigstore: verifier })
    expect(bad.checksOf('a.zip')).toEqual([])
    expect(bad.problems).toMatchObject([{ asset: 'a.zip', message: expect.stringContaining('other bytes') }])
  })

  it.each([
    ['v0.2', { chain: true }],
    ['v0.3', {}],
  ])('a statement about several files, %s, whatever they are called in it', async (_, options) => {
    const bundle = await sigstore.signStatement(statementAbout({ 'a.zip': 'a', 'dist/x/b.zip': 'b', image: 'elsewhere' }), signer, options)
    const { checksOf, roleOf, problems } = await verify(
      { 'a.zip': 'a', 'b.zip': 'b', 'c.zip': 'c', 'multiple.intoto.jsonl': `${JSON.stringify(bundle)}\n` },
      { sigstore: verifier },
    )
    expect(checksOf('a.zip')).toEqual(found('verified', 'multiple.intoto.jsonl'))
    expect(checksOf('b.zip')).toEqual(found('verified', 'multiple.intoto.jsonl'))
    expect(checksOf('c.zip')).toEqual([])
    expect(roleOf('multiple.intoto.jsonl')).toBe('provenance')
    expect(problems).toEqual([])
  })

  it('several bundles, one a line', async () => {
    const bundles = await Promise.all(['a', 'b'].map((name) => sigstore.signStatement(statementAbout({ [name]: name }), signer)))
    const lines = bundles.map((bundle) => `${JSON.stringify(bundle)}\n`).join('')
    const { checksOf } = await verify({ a: 'a', b: 'b', 'x.intoto.jsonl': lines }, { sigstore: verifier })
    expect([...checksOf('a'), ...checksOf('b')]).toEqual([...found('verified', 'x.intoto.jsonl'), ...found('verified', 'x.intoto.jsonl')])
  })

  it.each([
    ['exactly', subject, 'verified'],
    ['by a pattern', 'https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*', 'verified'],
    ['by a part of it', 'https://github.com/acme/widget', 'unknown-key'],
    ['by an expression', 'https://github.com/acme/.*', 'unknown-key'],
    ['by another', 'https://github.com/else/widget/.github/workflows/release.yml@refs/tags/v1', 'unknown-key'],
  ])('an identity that is named %s', async (_, identity, state) => {
    const bundle = JSON.stringify(await sigstore.signFile('a', signer))
    const { checksOf, problems, notices } = await verify({ a: 'a', 'a.sigstore': bundle }, { sigstore: await verifierOf({ identity }) })
    expect(checksOf('a')).toEqual(found(state, 'a.sigstore'))
    expect(problems).toEqual([])
    expect(notices).toHaveLength(state === 'verified' ? 0 : 1)
  })

  it.each(['https://token.actions.test/', 'https://token', 'https://accounts.test'])(
    'an issuer must be the whole one, not %s',
    async (other) => {
      const bundle = JSON.stringify(await sigstore.signStatement(statementAbout({ a: 'a' }), signer))
      const { checksOf, notices } = await verify({ a: 'a', 'a.intoto.jsonl': bundle }, { sigstore: await verifierOf({ issuer: other }) })
      expect(checksOf('a')).toEqual(found('unknown-key', 'a.intoto.jsonl'))
      expect(notices).toEqual([expect.stringContaining(issuer)])
    },
  )

  it('without an identity to expect they are present', async () => {
    const bundle = JSON.stringify(await sigstore.signFile('a', signer))
    const statement = JSON.stringify(await sigstore.signStatement(statementAbout({ a: 'a' }), signer))
    const { checksOf, notices } = await verify({ a: 'a', 'a.sigstore': bundle, 'x.intoto.jsonl': statement })
    expect(checksOf('a')).toEqual([
      { kind: 'sigstore', state: 'present', by: 'a.sigstore' },
      { kind: 'sigstore', state: 'present', by: 'x.intoto.jsonl' },
    ])
    expect(notices).toEqual([])
    const changed = await verify({ a: 'b', 'a.sigstore': bundle })
    expect(changed.problems).toMatchObject([{ asset: 'a' }])
  })

  it('of an instance that is not trusted they do not count; of one of several that are, they do', async () => {
    await using other = await startSigstore()
    const files = { a: 'a', 'a.sigstore': JSON.stringify(await sigstore.signFile('a', signer)) }
    const strange = await verify(files, { sigstore: await verifierOf({}, other.trustedRoot) })
    expect(strange.checksOf('a')).toEqual([{ kind: 'sigstore', state: 'unknown-key', by: 'a.sigstore' }])
    expect(strange).toMatchObject({ problems: [], notices: [expect.stringMatching(/do not count.*'a.sigstore'/)] })
    const both = [other.trustedRoot, sigstore.trustedRoot].map((root) => `${JSON.stringify(root)}\n`).join('')
    expect((await verify(files, { sigstore: await verifierOf({}, both) })).checksOf('a')).toEqual(found('verified', 'a.sigstore'))
  })

  describe('is a problem when', () => {
    type Bundle = ReturnType<typeof JSON.parse>
    const problemsOf = async (content: string, name = 'a.sigstore') =>
      (await verify({ a: 'a', [name]: content }, { sigstore: verifier })).problems.map(({ message }) => message)

    it('the signature was changed', async () => {
      const [one, two] = await Promise.all([sigstore.signFile('a', signer), sigstore.signFile('a', signer)])
      const mixed = { ...one, messageSignature: two.messageSignature }
      expect(await problemsOf(JSON.stringify(mixed))).toEqual([expect.stringContaining('not that of its certificate')])
    })

    it('the statement was changed', async () => {
      const bundle = await sigstore.signStatement(statementAbout({ b: 'b' }), signer)
      const forged = { ...bundle, dsseEnvelope: { ...bundle.dsseEnvelope, payload: base64(JSON.stringify(statementAbout({ a: 'a' }))) } }
      expect(await problemsOf(JSON.stringify(forged), 'a.intoto.jsonl')).toEqual([expect.stringContaining('over its statement')])
    })

    it('a statement names the file and gives other bytes', async () => {
      const bundle = JSON.stringify(await sigstore.signStatement(statementAbout({ a: 'b' }), signer))
      expect(await problemsOf(bundle, 'x.intoto.jsonl')).toEqual([expect.stringContaining("'a' is")])
    })

    it.each<[string, (bundle: Bundle) => unknown]>([
      ['certificate', (bundle) => bundle.verificationMaterial.x509CertificateChain.certificates.pop()],
      ['signature', (bundle) => Object.assign(bundle.messageSignature, { signature: '' })],
      ['verification material', (bundle) => delete bundle.verificationMaterial],
      [
        'readable certificate',
        (bundle) => Object.assign(bundle.verificationMaterial.x509CertificateChain.certificates[0], { rawBytes: 'MAAA' }),
      ],
      [
        'log entries in reason',
        (bundle) =>
          Object.assign(bundle.verificationMaterial, { tlogEntries: Array(1000).fill(bundle.verificationMaterial.tlogEntries[0]) }),
      ],
    ])('it has no %s', async (_, damage) => {
      const bundle: Bundle = await sigstore.signFile('a', signer)
      damage(bundle)
      expect(await problemsOf(JSON.stringify(bundle))).toHaveLength(1)
    })
  })

  it.each<[string, (bundle: ReturnType<typeof JSON.parse>) => unknown]>([
    ['log', (bundle) => Object.assign(bundle.verificationMaterial, { tlogEntries: [] })],
    [
      'certificate, but a key',
      (bundle) => Object.assign(bundle.verificationMaterial, { x509CertificateChain: undefined, publicKey: { hint: 'x' } }),
    ],
  ])('one with no %s does not count', async (_, change) => {
    const bundle = await sigstore.signFile('a', signer)
    change(bundle)
    const { checksOf, problems, notices } = await verify({ a: 'a', 'a.sigstore': JSON.stringify(bundle) }, { sigstore: verifier })
    expect(checksOf('a')).toEqual([{ kind: 'sigstore', state: 'unknown-key', by: 'a.sigstore' }])
    expect({ problems, notices: notices.length }).toEqual({ problems: [], notices: 1 })
  })

  it('one whose log entry is that of another signature does not count', async () => {
    const [one, two]: ReturnType<typeof JSON.parse>[] = await Promise.all([sigstore.signFile('a', signer), sigstore.signFile('b', signer)])
    one.verificationMaterial.tlogEntries = two.verificationMaterial.tlogEntries
    const { checksOf, notices } = await verify({ a: 'a', 'a.sigstore': JSON.stringify(one) }, { sigstore: verifier })
    expect(checksOf('a')).toEqual([{ kind: 'sigstore', state: 'unknown-key', by: 'a.sigstore' }])
    expect(notices).toEqual([expect.stringContaining('mismatch')])
  })

  it('about nothing that is here, or about nothing at all, is told', async () => {
    const files = {
      a: 'a',
      'x.sigstore.json': JSON.stringify(await sigstore.signFile('elsewhere', signer)),
      'y.intoto.jsonl': JSON.stringify(await sigstore.signStatement(statementAbout({ z: 'z' }), signer)),
      'z.intoto.jsonl': JSON.stringify(await sigstore.signStatement({ no: 'statement' }, signer)),
    }
    const { checksOf, problems, notices } = await verify(files, { sigstore: verifier })
    expect(checksOf('a')).toEqual([])
    expect(problems).toEqual([])
    expect(notices).toHaveLength(3)
  })

  it('an envelope without a bundle around it is present', async () => {
    const { dsseEnvelope } = await sigstore.signStatement(statementAbout({ a: 'a' }), signer)
    const { checksOf, roleOf } = await verify({ a: 'a', 'a.intoto.jsonl': JSON.stringify(dsseEnvelope) }, { sigstore: verifier })
    expect(checksOf('a')).toEqual([{ kind: 'sigstore', state: 'present', by: 'a.intoto.jsonl' }])
    expect(roleOf('a.intoto.jsonl')).toBe('provenance')
  })

  it('whatever is changed in a bundle, it throws nothing and never verifies other bytes', async () => {
    const bundle = JSON.stringify(await sigstore.signFile('a', signer))
    await fc.assert(
      fc.asyncProperty(fc.nat(bundle.length - 1), fc.constantFrom('"', 'A', '0', '{', ']', '\\', ',', ' '), async (at, character) => {
        const changed = bundle.slice(0, at) + character + bundle.slice(at + 1)
        const { checksOf } = await verify({ a: 'b', 'a.sigstore': changed }, { sigstore: verifier })
        expect(checksOf('a').filter(({ state }) => state === 'verified')).toEqual([])
      }),
    )
  })

  it('a file larger than memory would like is verified piece by piece', async () => {
    const content = 'x'.repeat(100_000)
    const bundle = JSON.stringify(await sigstore.signFile(content, signer))
    const { assets, checksOf } = await verify({ a: content, 'a.sigstore': bundle }, { sigstore: verifier })
    expect(checksOf('a')).toEqual(found('verified', 'a.sigstore'))
    expect(assets[0]?.reads).toBe(1)
  })

  it.each(['', '{}', '[]', 'null', '{"tlogs": 1}', '{"certificateAuthorities": [{}]}', 'no json'])(
    'a trusted root that is %j is refused at once',
    async (root) => {
      await expect(verifierOf({}, root)).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('trusted-root') })
    },
  )

  it('a statement about assets with the same bytes counts for each', async () => {
    const bundle = JSON.stringify(await sigstore.signStatement(statementAbout({ a: 'a' }), signer))
    const { checksOf } = await verify({ a: 'a', 'a-latest': 'a', 'x.intoto.jsonl': bundle }, { sigstore: verifier })
    expect(checksOf('a-latest')).toEqual(found('verified', 'x.intoto.jsonl'))
  })
})
