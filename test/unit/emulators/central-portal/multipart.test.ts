import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaryOf, MalformedMultipart, readMultipart } from '../../../emulators/central-portal/multipart.ts'

interface ReadPart {
  readonly name: string
  readonly fileName: string | undefined
  readonly content: string
}

/** Reads a body that arrives in chunks of so many bytes. */
async function read(body: string | Buffer, { boundary = 'b', chunk = 7 } = {}): Promise<ReadPart[]> {
  const bytes = Buffer.from(body)
  const parts: { name: string; fileName: string | undefined; chunks: Buffer[] }[] = []
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  await readMultipart(chunks(), boundary, (head) => {
    const part = { ...head, chunks: [] as Buffer[] }
    parts.push(part)
    return (piece) => void part.chunks.push(Buffer.from(piece))
  })
  return parts.map(({ chunks: pieces, ...head }) => ({ ...head, content: Buffer.concat(pieces).toString('latin1') }))
}

function part(head: string, content: string, boundary = 'b'): string {
  return `--${boundary}\r\n${head}\r\n\r\n${content}\r\n`
}

describe('the boundary is found', () => {
  test.for([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; boundary="a b=c"', 'a b=c'],
    ['multipart/form-data; charset=ISO-8859-1; boundary=abc', 'abc'],
    ['Multipart/Form-Data;Boundary=abc; charset=UTF-8', 'abc'],
    ['multipart/form-data', undefined],
    ['application/zip', undefined],
    ['multipart/form-database; boundary=abc', undefined],
  ] as const)('in %s: %s', ([contentType, boundary]) => {
    expect(boundaryOf(contentType)).toBe(boundary)
  })
})

describe('a form is read', () => {
  const bundle = 'Content-Disposition: form-data; name="bundle"; filename="a.zip"'

  test('with headers in any order and any case, and lines that mean nothing to us', async () => {
    const head =
      'content-transfer-encoding: binary\r\nCONTENT-TYPE: application/zip\r\ncontent-disposition: form-data; filename=a.zip; name=bundle'
    expect(await read(`${part(head, 'zip')}--b--\r\n`)).toEqual([{ name: 'bundle', fileName: 'a.zip', content: 'zip' }])
  })

  test('with a preamble, padding after boundaries and an epilogue', async () => {
    const body = `nobody reads this\r\n--b \t\r\n${bundle}\r\n\r\nzip\r\n--b--\r\nnor this\r\n--b\r\n`
    expect(await read(body)).toEqual([{ name: 'bundle', fileName: 'a.zip', content: 'zip' }])
  })

  test('with several parts, empty ones too', async () => {
    const body = `${part('Content-Disposition: form-data; name="one"', '')}${part(bundle, '\r\n--a\r\n')}--b--`
    expect(await read(body)).toEqual([
      { name: 'one', fileName: undefined, content: '' },
      { name: 'bundle', fileName: 'a.zip', content: '\r\n--a\r\n' },
    ])
  })

  test('with quotes inside a file name', async () => {
    const body = `${part('Content-Disposition: form-data; name="bundle"; filename="a \\"b\\".zip"', 'zip')}--b--`
    expect((await read(body))[0]?.fileName).toBe('a "b".zip')
  })

  test('byte by byte the same, however it is cut', async () => {
    // Bytes of which the delimiter consists are the ones that can be mistaken.
    const tricky = fc.array(fc.constantFrom('\r', '\n', '-', 'b', 'x', '\u00ff'), { maxLength: 60 }).map((letters) => letters.join(''))
    await fc.assert(
      fc.asyncProperty(tricky, fc.integer({ min: 1, max: 40 }), async (content, chunk) => {
        fc.pre(!`\r\n${content}\r\n`.includes('\r\n--bx'))
        const body = Buffer.from(`${part(bundle, content, 'bx')}--bx--\r\n`, 'latin1')
        expect(await read(body, { boundary: 'bx', chunk })).toEqual([{ name: 'bundle', fileName: 'a.zip', content }])
      }),
    )
  })
})

describe('what is no form is refused', () => {
  test.for([
    ['a body without end', part('Content-Disposition: form-data; name="bundle"', 'zip')],
    ['a body that ends within a head', '--b\r\nContent-Disposition: form-data'],
    ['an empty body', ''],
    ['a head of 20 KiB', part(`X-Long: ${'x'.repeat(20_000)}`, 'zip')],
  ] as const)('%s', async ([, body]) => {
    await expect(read(body)).rejects.toThrow(MalformedMultipart)
  })
})
