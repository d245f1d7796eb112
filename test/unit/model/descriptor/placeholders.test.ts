// biome-ignore-all lint/suspicious/noTemplateCurlyInString: such placeholders are what is tested
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillVersion, placeholdersIn } from '../../../../src/model/descriptor/placeholders.ts'

describe('placeholders', () => {
  it.each([
    ['@NAME@', 'NAME'],
    ['@name@', 'name'],
    ['${NAME}', 'NAME'],
    ['${project.version}', 'project.version'],
    ['__NAME__', 'NAME'],
    ['__REPO_SLUG__', 'REPO_SLUG'],
    ['$NAME$', 'NAME'],
    ['$NAME', 'NAME'],
    ['$version', 'version'],
    ['<NAME>', 'NAME'],
    ['{{name}}', 'name'],
    ['{{ name }}', 'name'],
    ['_NAME_', 'NAME'],
    ['###NAME###', 'NAME'],
    ['#[NAME]', 'NAME'],
    ['$ENV{NAME}', 'NAME'],
    ['@NAME', 'NAME'],
    ['{name}', 'name'],
  ])('%s is found, alone and inside other text', (text, name) => {
    expect(placeholdersIn(text)).toEqual([{ text, name, offset: 0 }])
    expect(placeholdersIn(`out/x-${text}.deb`)).toEqual([{ text, name, offset: 6 }])
  })

  it.each([
    '$1',
    'pool/$1/$9',
    '$1$2_$3-wip.pdf',
    'out/(.*\\.deb)$',
    '(a)$|b',
    '(x86$|x86_x64)',
    'me@example.org',
    'Me <me@example.org>',
    'C++',
    'a{2,3}',
    '\\p{L}\\P{Greek}',
    '(?<name>a)',
    '@acme/tool',
    '__init__.py',
    'x86_64_v3',
    'SNAKE_CASE_NAME',
    '#include [x]',
    '100 % $ 5',
    'US$ 5',
  ])('%s holds none', (text) => {
    expect(placeholdersIn(text)).toEqual([])
  })

  it('fill in the version where it is known, and nothing else', () => {
    expect(fillVersion('v${version}-@VERSION@-__VERSION__-${project.version}', '1.0')).toEqual({ text: 'v1.0-1.0-1.0-1.0', left: [] })
    expect(fillVersion('${version}-${name}', '1.0')).toMatchObject({ text: '1.0-${name}', left: [{ text: '${name}' }] })
    expect(fillVersion('${version}', undefined).left).toHaveLength(1)
    expect(fillVersion('${version}', '$&$1').text).toBe('$&$1')
  })

  it('never throw, and are found soon in hostile text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('$', '{', '}', '@', '_', 'A', 'a', '#', '[', ']', '<', '>', '1'), maxLength: 60 }),
        (text) => Array.isArray(placeholdersIn(text)),
      ),
    )
    for (const hostile of ['_A'.repeat(50_000), '$A'.repeat(50_000), '@a'.repeat(50_000), '{'.repeat(100_000), '<A'.repeat(50_000)]) {
      expect(placeholdersIn(hostile).length).toBeLessThan(10_000)
    }
  })
})
