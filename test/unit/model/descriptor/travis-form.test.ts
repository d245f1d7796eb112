import { describe, expect, it } from 'vitest'
import { readText } from './reading.ts'

describe("Travis's form", () => {
  const travis = (files: unknown) => JSON.stringify({ package: { name: 'p', repo: 'r', subject: 's' }, version: { name: '1' }, files })

  it('is read with groups, exclusions and override, and stages unless it says publish', async () => {
    const files = [
      {
        includePattern: 'build/(.*\\.deb)',
        excludePattern: '.*/old/.*',
        uploadPattern: 'pool/$1',
        matrixParams: { override: 1, deb_distribution: 'a,b' },
        listInDownloads: true,
      },
      { includePattern: './dist/tool.zip' },
      { includePattern: '(.*)', matrixParams: { override: 0 } },
    ]
    const { model, told } = await readText('.bintray.json', travis(files))
    expect(told).toEqual(['notice 1:189 Accepted, and without effect any more: matrixParams.deb_distribution, listInDownloads'])
    expect(model).toMatchObject({
      form: 'travis',
      publish: false,
      selections: [
        {
          kind: 'travis',
          folder: 'build',
          include: { text: 'build/(.*\\.deb)' },
          exclude: { text: '.*/old/.*' },
          upload: { text: 'pool/$1' },
          override: true,
        },
        { folder: 'dist', include: { text: './dist/tool.zip' } },
        { folder: '', override: false },
      ],
    })
  })

  it('keeps the backslashes of patterns that are no JSON', async () => {
    const { model, told } = await readText(
      'b.json',
      travis([{ includePattern: 'X', uploadPattern: '$1' }]).replace('"X"', '"out/(.*\\.deb)"'),
    )
    expect(model?.selections).toMatchObject([{ include: { text: 'out/(.*\\.deb)' } }])
    expect(told[0]).toMatch(/^notice 1:\d+ \\\. is no escape in JSON/)
  })

  it.each([
    [[], /files is empty/],
    [[{ uploadPattern: 'a' }], /files\[0\]\.includePattern is missing/],
    [[{ includePatern: 'a' }], /includePatern is not known and is ignored \[Nearest: includePattern/],
    ['out/(.*)', /files\[0\] must be an object/],
    [[{ includePattern: 'out/a', uploadPattern: '$1' }], /wants \$1, but includePattern has no group/],
    [
      [{ includePattern: 'out/(a' }, { includePattern: 'out/(b', uploadPattern: 'https://x' }],
      /out\/\(a is no regular[\s\S]*out\/\(b is no regular[\s\S]*is an address/,
    ],
    [[{ includePattern: 'out/(.*)', matrixParams: { override: 'maybe' } }], /override must be true or false/],
  ])('refuses files of %j', async (files, message) => {
    const { model, told } = await readText('b.json', travis(files))
    expect(model).toBeUndefined()
    expect(told.join('\n')).toMatch(message)
  })
})
