import { describe, expect, test } from 'vitest'
import { maskVariants, redactor } from '../../../src/core/secrets.ts'

const armor =
  '-----BEGIN PGP PRIVATE KEY BLOCK-----\nComment: a key of nobody\n\nlQdGBGZ9p2kBEADM4sPm\nxyz1\n=AbCd\n-----END PGP PRIVATE KEY BLOCK-----\n'

test('each long line of an armored key is masked, its frame is not', () => {
  const variants = maskVariants(armor)
  expect(variants).toContain('lQdGBGZ9p2kBEADM4sPm')
  for (const frame of ['-----BEGIN PGP PRIVATE KEY BLOCK-----', 'Comment: a key of nobody', 'xyz1', ''])
    expect(variants).not.toContain(frame)
})

test('of a key in base64, the armor inside is masked too', () => {
  const variants = maskVariants(Buffer.from(armor).toString('base64'))
  expect(variants).toContain('lQdGBGZ9p2kBEADM4sPm')
  expect(variants).toContain(Buffer.from(armor).toString('base64'))
})

test('a passphrase is masked as it is, and as base64, base64url and hexadecimal', () => {
  const bytes = Buffer.from('pass?>phräse')
  expect(maskVariants('pass?>phräse')).toEqual([
    'pass?>phräse',
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ])
})

test('what is shorter than four characters is not masked: it would blot out the log', () => {
  expect(maskVariants('abc')).not.toContain('abc')
  expect(maskVariants('')).toEqual([])
})

describe('a redactor takes a secret out of texts of others', () => {
  const secret = 'ghs_"s3cret/0123456789'
  const redacted = redactor(secret)

  test.each<readonly [string, string]>([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ message: `no ${secret}` })],
    ['in an address', encodeURIComponent(secret)],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    ...['', 'x', 'xy'].map((before) => [`in base64 after '${before}'`, Buffer.from(`${before}${secret}!`).toString('base64')] as const),
  ])('%s', (_, text) => {
    expect(redacted(`bad ${text}.`)).toContain('***')
    for (const part of [
      secret,
      's3cret',
      Buffer.from('s3cret/012').toString('hex'),
      's3cret%2F',
      Buffer.from('23456').toString('base64').slice(0, 4),
    ])
      expect(redacted(`bad ${text}.`)).not.toContain(part)
  })

  test('and nothing else', () => expect(redacted('ghs_ is no secret')).toBe('ghs_ is no secret'))
})
