import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maximumXmlBytes, maximumXmlDepth, parseXml, trimXmlSpace, type XmlElement, XmlError } from '../../../src/maven/xml.ts'

const read = (text: string) => parseXml(Buffer.from(text))

function failure(bytes: string | Uint8Array): XmlError {
  try {
    parseXml(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  } catch (error) {
    if (error instanceof XmlError) return error
    throw error
  }
  throw new Error('it was read')
}

describe('an XML file', () => {
  test('becomes a tree of elements with trimmed text', () => {
    const { root } = read(
      '<?xml version="1.0"?>\n<!-- c -->\n<a x="1">\n  <b> one <!-- no --> two </b>\n  <c><![CDATA[<&>]]>&amp;&#233;</c>\n  <d/>\n</a>\n<!-- end -->',
    )
    expect(root.name).toBe('a')
    expect(root.text).toBe('')
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', 'one  two'],
      ['c', '<&>&é'],
      ['d', ''],
    ])
  })

  test('tells where each element and its content stand, in lines and columns from 1', () => {
    const document = read('<a>\r\n  <b>\r\n    text</b>\n<é>😀<c/></é></a>')
    const [b, e] = document.root.children as [XmlElement, XmlElement]
    expect(document.position(document.root.start)).toEqual({ line: 1, column: 1 })
    expect(document.position(b.start)).toEqual({ line: 2, column: 3 })
    expect(document.contentPosition(b)).toEqual({ line: 3, column: 5 })
    expect(document.position(e.start)).toEqual({ line: 4, column: 1 })
    expect(document.position((e.children[0] as XmlElement).start)).toEqual({ line: 4, column: 6 })
  })

  test('has the position of an element without content at the element', () => {
    const document = read('<a>\n <b>  </b></a>')
    expect(document.contentPosition(document.root.children[0] as XmlElement)).toEqual({ line: 2, column: 2 })
  })

  test('gives the offsets of an element in its own text', () => {
    const { root, text } = read('\ufeff<?xml version="1.0"?><a><b  q="/>" >x</b ><c\n/></a>')
    const [b, c] = root.children as [XmlElement, XmlElement]
    expect(text.slice(b.start, b.end)).toBe('<b  q="/>" >x</b >')
    expect(text.slice(b.contentStart, b.contentEnd)).toBe('x')
    expect(text.slice(c.start, c.end)).toBe('<c\n/>')
    expect([c.contentStart, c.contentEnd]).toEqual([c.end, c.end])
    expect(text.slice(root.contentEnd, root.end)).toBe('</a>')
  })

  test.each([
    ['<a>\n<b></a>', /unexpected close tag/, 2, 7],
    ['<a>', /unclosed tag: a/, 1, 3],
    ['', /root element/, 1, 1],
    ['   \n  ', /root element/, 2, 2],
    ['<a/>\n<b/>', /only one root/, 2, 3],
    ['<a>\n  &custom;</a>', /undefined entity/, 2, 10],
    ['<a b="1" b="2"/>', /duplicate attribute/, 1, 16],
    ['<a>\u0001</a>', /disallowed character/, 1, 4],
    ['<?xml version="1.1"?><a/>', /version 1\.1/, 1, 1],
    ['text', /text data outside/i, 1, 5],
  ])('that is damaged (%j) fails with what and where', (text, message, line, column) => {
    const error = failure(text)
    expect(error.message).toMatch(message)
    expect(error.position).toEqual({ line, column })
  })

  test.each(['<!DOCTYPE a>\n<a/>', '<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<a/>'])(
    'with a document type (%j) is refused',
    (text) => {
      const error = failure(`\n ${text}`)
      expect(error.message).toMatch(/document type/)
      expect(error.position).toEqual({ line: 2, column: 2 })
    },
  )

  test('larger than the limit is refused, one of the limit is read', () => {
    const fill = (size: number) => `<a>${'x'.repeat(size - 7)}</a>`
    expect(read(fill(maximumXmlBytes)).root.text).toHaveLength(maximumXmlBytes - 7)
    expect(failure(fill(maximumXmlBytes + 1)).message).toContain(String(maximumXmlBytes))
  })

  test('nested deeper than the limit is refused, one of the limit is read', () => {
    const nest = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect(read(nest(maximumXmlDepth)).root.name).toBe('a')
    expect(failure(nest(maximumXmlDepth + 1)).position).toEqual({ line: 1, column: 3 * maximumXmlDepth + 1 })
  })

  test.each([
    ['blanks in an element', `<a>${' '.repeat(500_000)}x${' '.repeat(500_000)}</a>`],
    ['a declaration that does not end', `<?xml ${' encoding='.repeat(100_000)}`],
    ['a markup declaration that does not end', `<!${'A'.repeat(1_000_000)}`],
    ['many elements on one line', `<a>${'<b/>'.repeat(250_000)}</a>`],
    ['opening brackets', '<'.repeat(1_000_000)],
    ['ampersands', `<a>${'&'.repeat(1_000_000)}`],
  ])('of a megabyte of %s takes linear time', (_, text) => {
    const started = performance.now()
    try {
      read(text)
    } catch (error) {
      expect(error).toBeInstanceOf(XmlError)
    }
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('the encoding', () => {
  const latin1 = (declaration: string) => Buffer.from(`<?xml version="1.0" encoding=${declaration}?><a>\u00e9\u0085</a>`, 'latin1')

  test.each(['"ISO-8859-1"', "'iso-8859-1'", '"ISO-8859-1" standalone="yes"'])('%s is read as Java reads it', (declaration) => {
    expect(parseXml(latin1(declaration)).root.text).toBe('\u00e9\u0085')
  })

  test.each(['', ' encoding="UTF-8"', ' encoding="utf-8"', ' encoding="US-ASCII"'])(
    'UTF-8 is read with the declaration %j, with and without byte order mark',
    (encoding) => {
      const text = `<?xml version="1.0"${encoding}?><a>é😀</a>`
      expect(read(text).root.text).toBe('é😀')
      expect(read(`\ufeff${text}`).root.text).toBe('é😀')
      expect(read(`\ufeff${text}`).position(0)).toEqual({ line: 1, column: 1 })
    },
  )

  test('a byte that is not UTF-8 is told with its place', () => {
    const error = failure(Buffer.concat([Buffer.from('<a>\n é'), Buffer.from([0xe9]), Buffer.from('</a>')]))
    expect(error.message).toMatch(/UTF-8/)
    expect(error.position).toEqual({ line: 2, column: 3 })
  })

  test.each([
    ['another encoding', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a/>'), /windows-1252.*UTF-8/],
    ['UTF-16', Buffer.from('\ufeff<a/>', 'utf16le'), /UTF-16.*UTF-8/],
    [
      'a byte order mark that contradicts the declaration',
      Buffer.from('\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
      /ISO-8859-1.*UTF-8/,
    ],
  ])('%s is refused with the cure', (_, bytes, message) => {
    expect(failure(bytes).message).toMatch(message)
  })
})

describe('whatever the bytes are', () => {
  const readable = (bytes: Uint8Array) => {
    try {
      parseXml(bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(XmlError)
      if (error instanceof XmlError) {
        expect(error.message).not.toBe('')
        expect(error.position.line).toBeGreaterThanOrEqual(1)
        expect(error.position.column).toBeGreaterThanOrEqual(1)
      }
    }
  }

  test('nothing but an XmlError is thrown', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readable))
  })

  test('nothing but an XmlError is thrown for what looks like XML', () => {
    const pieces = [
      '<',
      '>',
      '/',
      'a',
      '</a>',
      '<a>',
      '<a ',
      '="',
      '"',
      '&',
      ';',
      '&#x',
      '&#0;',
      '&lt;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<?xml version="1.0"',
      '<!DOCTYPE',
      '[',
      ']',
      ' ',
      '\r',
      '\n',
      '\ud800',
      '😀',
      '\0',
      'é',
      '--',
      '<!',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => readable(Buffer.from(parts.join('')))),
      { numRuns: 2_000 },
    )
  })

  test('an element keeps its text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(text)),
        (text) => {
          const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
          expect(read(`<a>${escaped}</a>`).root.text).toBe(trimXmlSpace(text))
        },
      ),
    )
  })
})

describe('trimming', () => {
  test('removes XML white space only: a no-break space is text', () => {
    expect(trimXmlSpace(' \t\r\n a b\u00a0\n')).toBe('a b\u00a0')
    expect(trimXmlSpace(' \n ')).toBe('')
  })
})
