import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readText } from './reading.ts'

interface Collected {
  readonly file: string
  readonly path: string
  readonly form: string
  readonly placeholders: readonly string[]
}

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/descriptors/', import.meta.url))
const present = existsSync(`${corpus}index.json`)
const collected: Collected[] = present ? JSON.parse(readFileSync(`${corpus}index.json`, 'utf8')).descriptors : []

describe.skipIf(!present)('real descriptors of public repositories (skipped where ../shared/corpus is missing)', () => {
  it.each(collected)('$file ($path) gives a model, or messages with file, line and column', async ({ file, path, form, placeholders }) => {
    const { model, diagnostics } = await readText(path, readFileSync(corpus + file, 'utf8'))
    for (const { location } of diagnostics.all)
      expect(location).toMatchObject({ file: path, line: expect.any(Number), column: expect.any(Number) })
    if (model === undefined) expect(diagnostics.errors).not.toEqual([])
    else expect([model.form, model.package.name, model.version.name]).toEqual([form, expect.any(String), expect.any(String)])
    if (placeholders.length > 0) expect(model).toBeUndefined()
  })

  it('are all there, and most of the finished ones can be used', async () => {
    expect(collected).toHaveLength(81)
    const finished = collected.filter(({ placeholders }) => placeholders.length === 0)
    const models = await Promise.all(finished.map(({ file, path }) => readText(path, readFileSync(corpus + file, 'utf8'))))
    expect(models.filter(({ model }) => model !== undefined).length).toBeGreaterThan(finished.length * 0.7)
  })
})
