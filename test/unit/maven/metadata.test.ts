import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ActionError } from '../../../src/core/errors.ts'
import { mergeMetadata } from '../../../src/maven/metadata.ts'
import { compareVersions } from '../../../src/maven/version-order.ts'
import { parseXml } from '../../../src/maven/xml.ts'

const lib = { groupId: 'org.acme', artifactId: 'lib' }
const noon = Date.UTC(2026, 10, 21, 12, 0, 0)

function merge(existing: string | undefined, versions: readonly string[], now = noon): string | undefined {
  return mergeMetadata(existing === undefined ? undefined : Buffer.from(existing), { ...lib, versions }, now)
}

function publish(...versions: readonly string[]): string {
  return versions.reduce<string | undefined>((text, version) => merge(text, [version]) ?? text, undefined) ?? ''
}

const versionsIn = (text: string) => [...text.matchAll(/<version>([^<]*)<\/version>/g)].map((match) => match[1])

describe('new metadata', () => {
  test('is as Maven writes it', () => {
    expect(merge(undefined, ['1.9', '1.10'])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<metadata>
  <groupId>org.acme</groupId>
  <artifactId>lib</artifactId>
  <versioning>
    <latest>1.10</latest>
    <release>1.10</release>
    <versions>
      <version>1.9</version>
      <version>1.10</version>
    </versions>
    <lastUpdated>20261121120000</lastUpdated>
  </versioning>
</metadata>
`)
  })

  test('is nothing to do without versions', () => {
    expect(merge(undefined, [])).toBeUndefined()
  })
})

describe('metadata that is there', () => {
  test('is left alone, its time too, when it names the versions', () => {
    const text = publish('1.0', '1.1')
    expect(merge(text, ['1.0'], noon + 1000)).toBeUndefined()
    expect(merge(text, [], noon + 1000)).toBeUndefined()
  })

  test("gets a version in Maven's place, and the time", () => {
    const text = merge(publish('1.0', '1.10'), ['1.9'], noon + 61_000) ?? ''
    expect(versionsIn(text)).toEqual(['1.0', '1.9', '1.10'])
    expect(text).toContain('<latest>1.10</latest>')
    expect(text).toContain('<release>1.10</release>')
    expect(text).toContain('<lastUpdated>20261121120101</lastUpdated>')
  })

  test('keeps everything else that another tool wrote', () => {
    const before = `<?xml version='1.0' encoding='iso-8859-1'?>\r
<!-- made by hand -->\r
<metadata modelVersion="1.1.0" xmlns="http://maven.apache.org/METADATA/1.1.0">\r
  <groupId> org.acme </groupId><!-- ours -->\r
  <artifactId>lib</artifactId>\r
  <plugins><plugin><prefix>a &amp; b</prefix></plugin></plugins>\r
  <versioning future="yes">\r
    <lastUpdated>2001</lastUpdated>\r
    <versions><version>1.0</version><unknown a="b"/></versions>\r
    <other><![CDATA[<x>]]></other>\r
    <release>1.0</release>\r
  </versioning>\r
</metadata>\r
<!-- end -->`
    const after = merge(before, ['1.1'])
    expect(after).toBe(`<?xml version='1.0' encoding='UTF-8'?>\r
<!-- made by hand -->\r
<metadata modelVersion="1.1.0" xmlns="http://maven.apache.org/METADATA/1.1.0">\r
  <groupId> org.acme </groupId><!-- ours -->\r
  <artifactId>lib</artifactId>\r
  <plugins><plugin><prefix>a &amp; b</prefix></plugin></plugins>\r
  <versioning future="yes">\r
    <lastUpdated>20261121120000</lastUpdated>\r
    <versions>\r
      <version>1.0</version>\r
      <version>1.1</version>\r
      <unknown a="b"/>\r
    </versions>\r
    <other><![CDATA[<x>]]></other>\r
    <release>1.1</release>\r
    <latest>1.1</latest>\r
  </versioning>\r
</metadata>\r
<!-- end -->`)
    expect(merge(after, ['1.1'])).toBeUndefined()
  })

  test.each([
    '<metadata/>',
    '<metadata></metadata>',
    '<metadata ><versioning/></metadata>',
    '<metadata><plugins/><versioning>\n<versions/></versioning></metadata>',
  ])('and says nothing of us (%s) is completed', (text) => {
    const after = merge(text, ['1.0']) ?? ''
    expect(versionsIn(after)).toEqual(['1.0'])
    expect(parseXml(Buffer.from(after)).root.children.map((child) => child.name)).toEqual(
      expect.arrayContaining(['groupId', 'artifactId', 'versioning']),
    )
    expect(merge(after, ['1.0'])).toBeUndefined()
  })

  test('in ISO-8859-1 becomes UTF-8', () => {
    const before = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><metadata><by>é</by></metadata>', 'latin1')
    const after = mergeMetadata(before, { ...lib, versions: ['1.0'] }, noon) ?? ''
    expect(after).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?><metadata><by>é<\/by>/)
  })

  test('of another tool is put into order: its versions, latest and release', () => {
    const text =
      '<metadata><groupId>org.acme</groupId><artifactId>lib</artifactId><versioning><latest>1.9</latest><release>1.9</release><versions><version>1.10</version><version>1.9</version></versions></versioning></metadata>'
    const after = merge(text, ['1.9']) ?? ''
    expect(versionsIn(after)).toEqual(['1.9', '1.10'])
    expect(after).toContain('<latest>1.10</latest><release>1.10</release>')
  })

  test('never names a snapshot as the release', () => {
    const after = merge('<metadata><versioning><versions><version>2.0-SNAPSHOT</version></versions></versioning></metadata>', ['1.0']) ?? ''
    expect(after).toContain('<latest>2.0-SNAPSHOT</latest>')
    expect(after).toContain('<release>1.0</release>')
  })
})

describe('metadata that cannot be understood is an error that says where, and is not replaced', () => {
  test.each([
    ['', /line 1, column 1: document must contain a root element/],
    ['<metadata>\n<versioning></metadata>', /line 2, column 23: unexpected close tag/],
    ['<!DOCTYPE metadata><metadata/>', /document type/],
    ['<html/>', /the outermost element is <html>/],
    [
      '<metadata>\n <groupId>org.other</groupId></metadata>',
      /line 2, column 11: it says <groupId> org\.other, where org\.acme is expected/,
    ],
    ['<metadata><artifactId>other</artifactId></metadata>', /<artifactId> other, where lib is expected/],
    ['<metadata><versioning/><versioning/></metadata>', /<versioning> is there twice/],
    ['<metadata><versioning><versions><version> </version></versions></versioning></metadata>', /a <version> is empty/],
  ])('%j', (text, message) => {
    expect(() => merge(text, ['1.0'])).toThrow(message)
    try {
      merge(text, ['1.0'])
    } catch (error) {
      expect(error).toBeInstanceOf(ActionError)
      expect(error).toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('org.acme:lib'),
        hint: expect.stringContaining('left as it is'),
      })
    }
  })
})

describe('for any versions', () => {
  const version = fc.constantFrom(
    '1.0',
    '1.0.0',
    '1',
    '1.0-rc1',
    '1.0.Final',
    '1.9',
    '1.10',
    '2.0-beta',
    '2.0',
    '20040616',
    '1.0-jre',
    '1.0+build.1',
    '1.0-1',
  )

  test('the result does not depend on the order in which they were published', () => {
    fc.assert(
      fc.property(fc.uniqueArray(version, { minLength: 1 }), fc.func(fc.integer()), (versions, key) => {
        const shuffled = versions.toSorted((a, b) => key(a) - key(b))
        expect(publish(...shuffled)).toBe(publish(...versions))
        expect(publish(...versions)).toBe(merge(undefined, versions))
      }),
    )
  })

  test('each is there once, in order, and the highest is latest and release', () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1 }), (versions) => {
        const text = publish(...versions)
        const listed = versionsIn(text) as string[]
        expect(new Set(listed)).toEqual(new Set(versions))
        expect(listed).toHaveLength(new Set(versions).size)
        for (const [i, later] of listed.slice(1).entries()) expect(compareVersions(listed[i] ?? '', later)).toBeLessThanOrEqual(0)
        expect(text).toContain(`<latest>${listed.at(-1)}</latest>`)
        expect(text).toContain(`<release>${listed.at(-1)}</release>`)
      }),
    )
  })
})

test('for any bytes there is a result or an ActionError', () => {
  const piece = fc.constantFrom(
    '<metadata>',
    '</metadata>',
    '<versioning>',
    '</versioning>',
    '<versions>',
    '</versions>',
    '<version>1</version>',
    '<latest/>',
    '<!--',
    '-->',
    ' ',
    '\n',
    '<x y="z"/>',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join(''))),
      ),
      (bytes) => {
        try {
          const text = mergeMetadata(bytes, { ...lib, versions: ['1.0'] }, noon)
          expect(mergeMetadata(Buffer.from(text ?? ''), { ...lib, versions: ['1.0'] }, noon)).toBeUndefined()
        } catch (error) {
          expect(error).toBeInstanceOf(ActionError)
        }
      },
    ),
    { numRuns: 2_000 },
  )
})
