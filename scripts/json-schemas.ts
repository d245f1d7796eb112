import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'

/** A schema of ours that editors and other programs may use. */
interface PublishedSchema {
  readonly title: string
  readonly description: string
  readonly load: () => Promise<GenericSchema>
}

const publicAddress = 'https://raw.githubusercontent.com/outtray/outtray/main'

const published: Readonly<Record<string, PublishedSchema>> = {
  'schema/version-record.schema.json': {
    title: 'Outtray version record',
    description: 'Everything about one version: its files with digests and signatures, where it was published, and its syncs.',
    load: async () => (await import('../src/model/version-record-schema.ts')).versionRecordSchema,
  },
  'schema/outtray.schema.json': {
    title: 'Outtray descriptor',
    description: 'What to publish: outtray.yml in the root of a workspace.',
    load: async () => (await import('../src/model/descriptor/outtray-schema.ts')).outtraySchema,
  },
}

/** The JSON Schemas, derived from the schemas that the code itself checks with: path → text. */
export async function jsonSchemas(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const [file, { title, description, load }] of Object.entries(published)) {
    const schema = toJsonSchema(await load(), { typeMode: 'input', errorMode: 'ignore' })
    const { $schema, ...rest } = schema
    files.set(file, `${JSON.stringify({ $schema, $id: `${publicAddress}/${file}`, title, description, ...rest }, null, 2)}\n`)
  }
  return files
}
