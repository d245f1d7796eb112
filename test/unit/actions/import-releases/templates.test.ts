import { expect, test } from 'vitest'
import { type NameTemplates, Naming } from '../../../../src/actions/import-releases/templates.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'

const defaults: NameTemplates = { package: '{name}', version: '{version}', tagPattern: undefined }

function naming(templates: Partial<NameTemplates> = {}): Naming {
  const diagnostics = new Diagnostics()
  const made = new Naming({ ...defaults, ...templates }, diagnostics)
  expect(diagnostics.all).toEqual([])
  return made
}

test('a v before a digit is dropped, nothing else', () => {
  const tags = ['v1.0.0', '1.0.0', 'v1', 'vision', 'v', 'V1', 'vv1', 'lib-v1']
  expect(tags.map((tag) => naming().versionOf(tag))).toEqual(['1.0.0', '1.0.0', '1', 'vision', 'v', 'V1', 'vv1', 'lib-v1'])
})

test('a tag pattern takes the version out of the tag; what does not fit is taken whole', () => {
  const made = naming({ tagPattern: 'lib-v{version}-final' })
  expect(['lib-v1.0-final', 'lib-v-final', 'v1.0', 'lib-v1.0'].map((tag) => made.versionOf(tag))).toEqual([
    '1.0',
    'lib-v-final',
    'v1.0',
    'lib-v1.0',
  ])
})

test('templates put names together', () => {
  expect(naming({ package: '{owner}-{name}' }).packageOf({ owner: 'acme', name: 'widget' })).toBe('acme-widget')
  expect(naming({ package: 'tools' }).packageOf({ owner: 'acme', name: 'widget' })).toBe('tools')
  expect(naming({ version: '{version}+{tag}' }).versionOf('v1')).toBe('1+v1')
})

test('what a name holds is never a placeholder', () => {
  expect(naming({ package: '{owner}/{name}' }).packageOf({ owner: '{name}', name: '$&' })).toBe('{name}/$&')
})

test('every mistake is told with its input', () => {
  const diagnostics = new Diagnostics()
  new Naming({ package: '{repo}', version: '{name}{', tagPattern: 'v*' }, diagnostics)
  new Naming({ ...defaults, tagPattern: '{version}{version}' }, diagnostics)
  expect(diagnostics.errors.map(({ message }) => message)).toEqual([
    "input 'package' has '{repo}', which stands for nothing",
    "input 'version' has '{name}', which stands for nothing",
    "input 'version' has '{', which stands for nothing",
    "input 'tag-pattern' must have {version} once, got 'v*'",
    "input 'tag-pattern' must have {version} once, got '{version}{version}'",
  ])
})
