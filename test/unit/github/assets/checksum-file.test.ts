import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksumText, readChecksums } from '../../../../src/github/assets/checksum-file.ts'
import { growth } from '../../../support/processor-time.ts'

const digest = (algorithm: string, content = 'content') => createHash(algorithm).update(content).digest('hex')
const sha256 = digest('sha256')
const grouped = (hex: string, size: number) =>
  hex
    .toUpperCase()
    .match(new RegExp(`.{${size}}`, 'g'))
    ?.join(' ') ?? ''

/** Each line as `name=digest`, with the algorithm where the line names it. */
function read(text: string): string[] {
  return readChecksums(text).entries.map(
    ({ name, algorithm, digests }) => `${algorithm === undefined ? '' : `${algorithm.name}:`}${name ?? ''}=${digests.join(',')}`,
  )
}

describe('forms of a line', () => {
  it.each([
    ['GNU text', `${sha256}  a.zip`, `a.zip=${sha256}`],
    ['GNU binary', `${sha256} *a.zip`, `a.zip=${sha256}`],
    ['one blank', `${sha256} a.zip`, `a.zip=${sha256}`],
    ['a tab', `${sha256}\ta.zip`, `a.zip=${sha256}`],
    ['one blank and a folder', `${sha256} dist/a.zip`, `dist/a.zip=${sha256}`],
    ['a name with blanks', `${sha256}  a  b.zip`, `a  b.zip=${sha256}`],
    ['BSD', `SHA256 (a.zip) = ${sha256}`, `SHA256:a.zip=${sha256}`],
    ['BSD with parentheses in the name', `SHA256 (a (1).zip) = ${sha256}`, `SHA256:a (1).zip=${sha256}`],
    ['OpenSSL', `SHA2-256(a.zip)= ${sha256}`, `SHA2-256:a.zip=${sha256}`],
    ['bare', sha256, `=${sha256}`],
    ['upper case', `${sha256.toUpperCase()}  a.zip`, `a.zip=${sha256}`],
    ['certutil', `SHA256 hash of a.zip:\r\n${sha256}\r\nCertUtil: -hashfile command completed successfully.\r\n`, `SHA256:a.zip=${sha256}`],
    [
      'certutil of old Windows',
      `SHA256 hash of file C:\\build\\a.zip:\r\n${grouped(sha256, 2).toLowerCase()}\r\nCertUtil: -hashfile command completed successfully.\r\n`,
      `SHA256:C:\\build\\a.zip=${sha256}`,
    ],
    ['certutil in another language', `SHA256-Hash von a.zip:\r\n${sha256}\r\nCertUtil: …\r\n`, `SHA256-Hash von a.zip=${sha256}`],
    ['gpg --print-md', `a.zip: ${grouped(sha256, 8).slice(0, 62)}\n       ${grouped(sha256, 8).slice(62)}\n`, `a.zip=${sha256}`],
    ['gpg --print-md of a long name', `a.zip: \n${grouped(sha256, 8).slice(0, 53)}\n ${grouped(sha256, 8).slice(53)}\n`, `a.zip=${sha256}`],
    [
      'gpg --print-mds',
      `a.zip: SHA256 = ${grouped(sha256, 8).slice(0, 53)}\n                ${grouped(sha256, 8).slice(53)}\n`,
      `SHA256:a.zip=${sha256}`,
    ],
    ['reversed', `a.zip ${sha256}`, `a.zip=${sha256}`],
    ['reversed, a name with blanks', `a  b.zip   ${sha256}`, `a  b.zip=${sha256}`],
    ['several digests', `a.zip  0a1b2c3d  ${digest('md5')}  ${sha256}`, `a.zip=${digest('md5')},${sha256}`],
    ['an escaped line break', `\\${sha256}  a\\nb\\\\c.zip`, `a\nb\\c.zip=${sha256}`],
    ['an escaped line break, BSD', `\\SHA256 (a\\nb.zip) = ${sha256}`, `SHA256:a\nb.zip=${sha256}`],
    ['CRLF', `${sha256}  a.zip\r\n`, `a.zip=${sha256}`],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual([expected])
    expect(readChecksums(text).unread).toBe(0)
  })

  it.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])('the length of %s', (algorithm) => {
    expect(read(`${digest(algorithm)}  a.zip`)).toEqual([`a.zip=${digest(algorithm)}`])
  })
})

it('reads all lines of a file, whatever stands between them', () => {
  const text = `\ufeff# made by hand\n\n${sha256}  a.zip\n  \n${digest('sha512')} *b.zip\nSHA256 (c.zip) = ${sha256}\n\nd.zip: ${grouped(digest('md5'), 2)}\n${sha256}  e.zip\n`
  expect(read(text)).toEqual([
    `a.zip=${sha256}`,
    `b.zip=${digest('sha512')}`,
    `SHA256:c.zip=${sha256}`,
    `d.zip=${digest('md5')}`,
    `e.zip=${sha256}`,
  ])
})

it('does not read prose and Markdown', () => {
  const text = `# Checksums\n- a.zip - \`${sha256}\`\nNote: add these\n| a.zip | ${sha256.slice(1)} |\nDone.\n`
  expect(readChecksums(text)).toEqual({ entries: [], unread: 4 })
})

it('reads what PowerShell writes', () => {
  const content = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(`${sha256}  a.zip\r\n`, 'utf16le')])
  expect(read(checksumText(content))).toEqual([`a.zip=${sha256}`])
})

it('never throws, and reads back what it understood', () => {
  const piece = fc.constantFrom(
    ' ',
    '\t',
    '\n',
    '\r',
    '\\',
    '*',
    ':',
    '=',
    '(',
    ')',
    'SHA256',
    'hash of',
    sha256,
    'ab',
    'name',
    '0A1B',
    '#',
    '\ufeff',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const { digests } of readChecksums(pieces.join('')).entries) {
        expect(digests.length).toBeGreaterThan(0)
        for (const found of digests) expect(found).toMatch(/^[0-9a-f]{32,128}$/)
      }
    }),
  )
})

it.each<[string, (size: number) => string]>([
  ['blanks within a line', (size) => `a${' '.repeat(size)}b`],
  ['blanks and no name', (size) => `${sha256}${' '.repeat(size)}`],
  ['closing parentheses', (size) => `SHA256 (${') = '.repeat(size / 4)}`],
  ['digests in parentheses', (size) => `SHA256 (${`) = ${sha256} `.repeat(size / 70)}`],
  ['digests without a name', (size) => `${sha256} `.repeat(size / 65)],
  ['colons', (size) => ':'.repeat(size)],
  ['opened and never closed', (size) => 'a:\n'.repeat(size / 3)],
  ['groups without an end', (size) => `a: ${'AB '.repeat(size / 3)}`],
  ['continued without an end', (size) => `a:\n${' AB\n'.repeat(size / 4)}`],
  ['line breaks', (size) => '\n'.repeat(size)],
  ['backslashes', (size) => `\\${sha256}  ${'\\'.repeat(size)}`],
  ['words', (size) => 'ab '.repeat(size / 3)],
])('takes time in proportion to its length: %s', (_, text) => {
  expect(growth((size) => readChecksums(text(size)), 1 << 16)).toBeLessThan(32)
})
