import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LeakDetector } from '../../harness/leaks.ts'
import { SecretMasker } from '../../harness/masks.ts'

const secret = `it's "5 < 6 & 7"`

describe('SecretMasker', () => {
  test.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ a: secret })],
    ['in a URI', `https://u:${encodeURIComponent(secret)}@host/`],
    ['in XML', '<a>it&apos;s &quot;5 &lt; 6 &amp; 7&quot;</a>'],
    ['in an expression', `'it''s "5 < 6 & 7"'`],
  ])('hides a secret %s', (_, text) => {
    const masker = new SecretMasker()
    masker.add(secret)
    expect(masker.mask(text)).toContain('***')
    expect(masker.mask(text)).not.toMatch(/5.*6.*7/)
  })

  test('hides a secret in base64 of any text around it, at all three alignments', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5 }), fc.string({ minLength: 9 }), fc.string({ maxLength: 5 }), (before, value, after) => {
        const masker = new SecretMasker()
        masker.add(value)
        expect(masker.mask(Buffer.from(before + value + after).toString('base64'))).toContain('***')
      }),
    )
  })

  test('hides each line of a secret with several', () => {
    const masker = new SecretMasker()
    masker.add('first line\nsecond line')
    expect(masker.mask('the second line, the first line')).toBe('the ***, the ***')
    expect(masker.holdsSecret('nothing')).toBe(false)
  })
})

describe('LeakDetector', () => {
  test('names the secret by its number and the place, never by its value', async () => {
    const detector = await LeakDetector.of(['something else', 'hunter2hunter2'])
    expect(detector.inText('log', 'password: hunter2hunter2')).toEqual(['secrets[1] in log'])
    expect(detector.inText('log', 'nothing')).toEqual([])
  })

  test('the armor of the public key is no leak, the secret part of the private key is', async () => {
    const { generateKey, readKey } = await import('openpgp')
    const { privateKey } = await generateKey({ userIDs: [{ name: 'A', email: 'a@b.test' }], type: 'rsa', rsaBits: 2048, format: 'armored' })
    const publicKey = (await readKey({ armoredKey: privateKey })).toPublic().armor()
    const detector = await LeakDetector.of([privateKey])
    expect(detector.inText('file', publicKey)).toEqual([])
    const secretLine = privateKey.split(/\r?\n/)[12]
    expect(detector.inText('log', secretLine ?? '')).toEqual(['secrets[0] in log'])
    const inBase64 = await LeakDetector.of([Buffer.from(privateKey).toString('base64')])
    expect(inBase64.inText('file', publicKey)).toEqual([])
  })
})
