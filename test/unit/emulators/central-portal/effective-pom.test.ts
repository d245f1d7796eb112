import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../../../..')
const corpus = join(project, '../shared/corpus/poms')

interface Truth {
  readonly coordinates: string
  readonly effective: {
    readonly name: string | null
    readonly description: string | null
    readonly url: string | null
    readonly scm: { readonly url: string | null } | null
    readonly licenses: readonly unknown[]
    readonly developers: readonly unknown[]
  }
}

const program = `
import json, sys
from effective_pom import PomFolders
folders = PomFolders([sys.argv[1]])
result = []
for coordinates in json.load(sys.stdin):
    model = folders.effective(folders.find(tuple(coordinates.split(":"))))
    result.append({**{key: getattr(model, key) for key in ("name", "description", "licenses", "developers")},
        "url": bool(model.url), "scm": bool(model.scm_url), "bomsFound": not model.unresolved_boms, "versionless": model.versionless})
json.dump(result, sys.stdout)
`

test.skipIf(!existsSync(corpus))('the judge sees real POMs as Maven does', () => {
  const truth: Truth[] = JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8'))
  const judge = join(project, 'test/emulators/central-portal/judge')
  const input = JSON.stringify(truth.map(({ coordinates }) => coordinates))
  const seen: Record<string, unknown>[] = JSON.parse(
    execFileSync('python3', ['-B', '-c', program, corpus], { input, cwd: judge, encoding: 'utf8' }),
  )
  expect(seen.length).toBeGreaterThan(20)
  const withAllBoms = truth.flatMap(({ effective }, index) => (seen[index]?.bomsFound ? [{ effective, model: seen[index] }] : []))
  // The corpus lacks a BOM or two; what depends on one cannot be compared.
  expect(withAllBoms.length).toBeGreaterThanOrEqual(truth.length - 2)
  expect(withAllBoms.map(({ model }) => model)).toEqual(
    withAllBoms.map(({ effective: { name, description, url, scm, licenses, developers } }) => ({
      name: name ?? '',
      description: description ?? '',
      licenses: licenses.length,
      developers: developers.length,
      url: Boolean(url),
      scm: Boolean(scm?.url),
      bomsFound: true,
      versionless: [],
    })),
  )
})
