import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

async function validator(name: string) {
  return new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(
    JSON.parse(await readFile(`schema/${name}.schema.json`, 'utf8')),
  )
}

describe('the JSON Schema of outtray.yml', async () => {
  const validate = await validator('outtray')

  test('accepts the example of the documentation', async () => {
    expect(existsSync('docs/outtray.yml')).toBe(true)
    validate(parse(await readFile('docs/outtray.yml', 'utf8')))
    expect(validate.errors).toBe(null)
  })

  test('refuses a key that does not exist and a number where text belongs', () => {
    expect(validate({ package: 'app', fils: 'a' })).toBe(false)
    expect(validate({ package: 'app', path: 3 })).toBe(false)
  })

  test('tells editors what a key means, in the words of action.yml', () => {
    expect(validate.schema).toMatchObject({
      properties: { override: { type: 'boolean', description: expect.stringContaining('Replace published files') } },
    })
  })
})

describe('the JSON Schema of the version record', async () => {
  const validate = await validator('version-record')
  const digests = { md5: 'a'.repeat(32), sha1: 'b'.repeat(40), sha256: 'c'.repeat(64), sha512: 'd'.repeat(128) }
  const record = {
    schema: 'outtray/version-record/v1',
    package: { name: 'app', attributes: [{ name: 'tier', type: 'number', values: [1] }] },
    version: { name: '1.0' },
    files: [{ path: 'app.zip', size: 3, ...digests, signature: { path: 'app.zip.asc', fingerprint: 'A'.repeat(40) } }],
    published: [{ target: 'downloads', time: '2026-11-21T12:00:00Z' }],
    syncs: [],
  }

  test('accepts a record', () => {
    validate(record)
    expect(validate.errors).toBe(null)
  })

  test.each([
    ['another schema', { ...record, schema: 'outtray/version-record/v2' }],
    ['an upper-case digest', { ...record, files: [{ ...record.files[0], sha256: 'C'.repeat(64) }] }],
    ['a file without a digest', { ...record, files: [{ path: 'a', size: 1 }] }],
    ['a negative size', { ...record, files: [{ ...record.files[0], size: -1 }] }],
    ['an unknown key', { ...record, extra: true }],
  ])('refuses %s', (_, wrong) => {
    expect(validate(wrong)).toBe(false)
  })
})
