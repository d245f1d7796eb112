import { describe, expect, it } from 'vitest'
import { checkInputs, keyWish, type SignInputs } from '../../../../src/actions/sign-artifacts/rules.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'

const plain: SignInputs = {
  files: ['*.jar'],
  privateKey: undefined,
  passphrase: undefined,
  signingKey: undefined,
  expectedFingerprint: undefined,
  checksums: [],
  checksumsFile: undefined,
  outputDirectory: undefined,
  replaceSignatures: false,
  allowUntrustedTrigger: false,
  failOnUnmatched: true,
  dryRun: false,
  summary: true,
}

function mistakes(inputs: Partial<SignInputs>, diagnostics = new Diagnostics()): string[] {
  checkInputs({ ...plain, ...inputs }, '/workspace', diagnostics)
  return diagnostics.errors.map((error) => error.message)
}

describe('rules across the inputs', () => {
  it.each<[string, Partial<SignInputs>]>([
    ['a key alone', { privateKey: 'x' }],
    ['checksums alone', { checksums: ['sha256'] }],
    ['a checksums file alone', { checksumsFile: 'SHA256SUMS' }],
    [
      'a fingerprint with blanks and a key id',
      { privateKey: 'x', expectedFingerprint: `${'0123 4567 89AB CDEF '.repeat(2)} 0123 4567`, signingKey: '0x0123456789abcdef!' },
    ],
  ])('%s is enough', (_, inputs) => {
    expect(mistakes(inputs)).toEqual([])
  })

  it('neither key nor checksum is a mistake', () => {
    expect(mistakes({})).toEqual([expect.stringMatching(/nothing to do/)])
  })

  it('an unknown algorithm alone is one mistake, not two', () => {
    const diagnostics = new Diagnostics()
    diagnostics.error("input 'checksums' takes md5, one per line, got 'crc'")
    expect(mistakes({}, diagnostics)).toHaveLength(1)
  })

  it.each(['../SUMS', 'out/../../SUMS', '/SUMS', '/workspace2/SUMS'])('a checksums file at %s leaves the workspace', (checksumsFile) => {
    expect(mistakes({ checksumsFile })).toEqual([
      expect.stringContaining(`'checksums-file' must be a path in the workspace, got '${checksumsFile}'`),
    ])
  })

  it.each(['SUMS', 'out/../SUMS', '..SUMS', '/workspace/SUMS'])('a checksums file at %s does not', (checksumsFile) => {
    expect(mistakes({ checksumsFile })).toEqual([])
  })

  it('what is no fingerprint or key id is not held against the key', () => {
    expect(keyWish({ ...plain, expectedFingerprint: '12', signingKey: 'nobody' })).toEqual({})
    const good = { expectedFingerprint: 'A'.repeat(40), signingKey: '0123456789ABCDEF' }
    expect(keyWish({ ...plain, ...good })).toEqual(good)
  })

  it('inputs that need a key are mistakes without one, all of them', () => {
    const messages = mistakes({ checksums: ['md5'], passphrase: 'p', signingKey: '0123456789ABCDEF', expectedFingerprint: 'A'.repeat(40) })
    expect(messages).toEqual(['passphrase', 'signing-key', 'expected-fingerprint'].map((name) => expect.stringContaining(`'${name}'`)))
    expect(messages.join()).not.toContain("'p'")
  })

  it('a fingerprint or key id that is none is a mistake', () => {
    const messages = mistakes({ privateKey: 'x', signingKey: 'release@acme.test', expectedFingerprint: '0123456789ABCDEF' })
    expect(messages).toEqual([expect.stringContaining('release@acme.test'), expect.stringContaining('40 hexadecimal digits')])
  })
})
