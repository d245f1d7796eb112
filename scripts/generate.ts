// Writes every file that is derived from another one: types of the inputs, tables of the READMEs, JSON Schemas, the rules of Central.
// With --check it writes nothing and fails naming each file that is out of date.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { centralRulesDocument } from './central-rules-doc.ts'
import { generatedFiles } from './generated-files.ts'
import { jsonSchemas } from './json-schemas.ts'

const check = process.argv.includes('--check')
const stale: string[] = []

for (const [file, text] of [...(await generatedFiles('.')), ...(await jsonSchemas('.')), ...centralRulesDocument()]) {
  const current = await readFile(file, 'utf8').catch(() => undefined)
  if (current === text) continue
  stale.push(file)
  if (!check) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

for (const file of stale) console.log(check ? `${file} is out of date: run \`npm run generate\` and commit it` : `wrote ${file}`)
if (check && stale.length > 0) process.exitCode = 1
