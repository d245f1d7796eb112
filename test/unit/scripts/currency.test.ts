import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { centralRulesDocument } from '../../../scripts/central-rules-doc.ts'
import { generatedFiles } from '../../../scripts/generated-files.ts'
import { jsonSchemas } from '../../../scripts/json-schemas.ts'

test('every generated file is current: run `npm run generate` and commit', async () => {
  const generated = [...(await generatedFiles('.')), ...(await jsonSchemas('.')), ...centralRulesDocument()]
  const stale: string[] = []
  for (const [file, text] of generated) if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file)
  expect(stale).toEqual([])
  expect(generated.length).toBeGreaterThan(5)
})

test('scripts and tests run on the Node of the package, whatever the machine has', () => {
  expect(process.version).toMatch(/^v24\./)
})
