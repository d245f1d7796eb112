import { glob, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

/** Which folders of src/ a folder may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  model: ['core'],
  maven: ['model', 'core'],
  signing: ['model', 'core'],
  repositories: ['signing', 'maven', 'model', 'core'],
  central: ['signing', 'maven', 'model', 'core'],
  github: ['signing', 'model', 'core'],
  publication: ['repositories', 'signing', 'maven', 'model', 'core'],
  actions: ['publication', 'central', 'github', 'repositories', 'signing', 'maven', 'model', 'core'],
}

interface Import {
  readonly file: string
  readonly specifier: string
}

async function imports(): Promise<Import[]> {
  const all: Import[] = []
  for await (const file of glob('src/**/*.ts')) {
    // Static, re-exporting, side-effect and dynamic imports all name their module so.
    for (const [, specifier] of (await readFile(file, 'utf8')).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)) {
      all.push({ file: file.split(sep).join('/'), specifier: specifier ?? '' })
    }
  }
  return all
}

/** The folders that a path of src/ lies in, outermost first. */
const layersOf = (path: string) => dirname(relative('src', path)).split(sep)

test('imports follow the layering', async () => {
  const found = await imports()
  const violations = found
    .filter(({ file, specifier }) => {
      if (!specifier.startsWith('.')) return false
      const [from, kind] = layersOf(file)
      const [to, otherKind] = layersOf(join(dirname(file), specifier))
      // Kinds of repository never import each other.
      if (from === 'repositories' && to === 'repositories') return kind !== undefined && otherKind !== undefined && kind !== otherKind
      return from !== to && !allowed[from ?? '']?.includes(to ?? '')
    })
    .map(({ file, specifier }) => `${file} → ${specifier}`)
  expect(found.length).toBeGreaterThan(50)
  expect(violations).toEqual([])
})

test('every folder of src/ has its place in the layering', async () => {
  const folders = new Set((await imports()).map(({ file }) => layersOf(file)[0] ?? ''))
  expect([...folders].filter((folder) => !(folder in allowed))).toEqual([])
})

test('only the core and the entry files know that they run on GitHub Actions', async () => {
  const violations = (await imports())
    .filter(({ file, specifier }) => specifier.startsWith('@actions/') && layersOf(file)[0] !== 'core' && basename(file) !== 'main.ts')
    .map(({ file, specifier }) => `${file} → ${specifier}`)
  expect(violations).toEqual([])
})

test('no folder is reached around its layer by an address of its own', async () => {
  expect((await imports()).filter(({ specifier }) => specifier.startsWith('/') || specifier.startsWith('#'))).toEqual([])
})
