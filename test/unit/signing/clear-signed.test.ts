import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClearSigned, TextHash } from '../../../src/signing/clear-signed.ts'
import { growth } from '../../support/processor-time.ts'

describe('hashing a text', () => {
  it('ends every line in CR and LF, wherever the pieces are cut', () => {
    const part = fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc', '')
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 4 }), { maxLength: 6 }), (pieces) => {
        const text = pieces.flat().join('')
        const hash = new TextHash(createHash('sha256'))
        for (const piece of pieces) hash.update(Buffer.from(piece.join('')))
        const expected = createHash('sha256').update(text.replace(/\r?\n/g, '\r\n')).digest('hex')
        expect(hash.finish().digest('hex')).toBe(expected)
      }),
    )
  })
})

describe('a clear-signed text', () => {
  const frame = (body: string) =>
    Buffer.from(
      `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${body}\n-----BEGIN PGP SIGNATURE-----\n\nwsA=\n-----END PGP SIGNATURE-----\n`,
    )

  it.each([
    ['one line', 'a', 'a'],
    ['blanks at the end of a line', 'a \t \nb', 'a\r\nb'],
    ['a dash that was escaped', '- -----BEGIN\n- b', '-----BEGIN\r\nb'],
    ['empty lines', '\na\n\n', '\r\na\r\n\r\n'],
    ['what is not ASCII', 'grün', 'grün'],
  ])('%s', (_, body, signed) => {
    expect(readClearSigned(frame(body))?.signed.toString()).toBe(signed)
    expect(readClearSigned(Buffer.from(frame(body).toString().replaceAll('\n', '\r\n')))?.signed.toString()).toBe(signed)
  })

  it.each<[string, (size: number) => string]>([
    ['blanks before a word', (size) => `${' '.repeat(size)}a`],
    ['blanks at the end', (size) => `a\n${' \t'.repeat(size / 2)}`],
    ['dashes', (size) => '- a\n'.repeat(size / 4)],
  ])('takes time in proportion to its length: %s', (_, text) => {
    expect(growth((size) => readClearSigned(frame(text(size))), 1 << 16)).toBeLessThan(32)
  })

  it('whatever is cut from it, it throws nothing', () => {
    const whole = frame('text').toString()
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), (from, to) => {
        const found = readClearSigned(Buffer.from(whole.slice(0, Math.min(from, to)) + whole.slice(Math.max(from, to))))
        expect(found === undefined || Array.isArray(found.signatures)).toBe(true)
      }),
    )
  })
})
