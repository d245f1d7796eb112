import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { importStateShape } from '../src/actions/import-releases/import-state.ts'
import { outtraySchema } from '../src/model/descriptor/outtray-schema.ts'
import { versionRecordSchema } from '../src/model/version-record-schema.ts'
import { readManifest } from './action-manifest.ts'

const publicAddress = 'https://raw.githubusercontent.com/outtray/outtray/main'

/** The JSON Schemas, derived from the schemas that the code itself checks with: path → text. */
export async function jsonSchemas(root: string): Promise<Map<string, string>> {
  const { inputs } = await readManifest(root, 'publish-version')
  const record = published('schema/version-record.schema.json', versionRecordSchema, {
    title: 'Outtray version record',
    description: 'Everything about one version: its files with digests and signatures, where it was published, and its syncs.',
  })
  const descriptor = published('schema/outtray.schema.json', outtraySchema, {
    title: 'Outtray descriptor',
    description:
      'What to publish: outtray.yml in the root of a workspace. Keys mean what the inputs of publish-version mean; an input wins.',
    keys: Object.fromEntries(inputs.map(({ name, description }) => [name, description])),
  })
  const imported = published('schema/import-state.schema.json', importStateShape, {
    title: 'Outtray import state',
    description: 'What was imported of one GitHub repository: an index over the version records, made again from them when it is missing.',
  })
  return new Map([record, descriptor, imported])
}

interface Words {
  readonly title: string
  readonly description: string
  /** What editors show of a key at the top. */
  readonly keys?: Readonly<Record<string, string>>
}

function published(file: string, schema: GenericSchema, { title, description, keys = {} }: Words): [file: string, text: string] {
  const { $schema, properties = {}, ...rest } = toJsonSchema(schema, { typeMode: 'input' })
  const described = Object.entries(properties).map(([key, value]) => {
    return [key, typeof value === 'object' && keys[key] !== undefined ? { description: keys[key], ...value } : value]
  })
  const document = { $schema, $id: `${publicAddress}/${file}`, title, description, ...rest, properties: Object.fromEntries(described) }
  return [file, `${JSON.stringify(document, null, 2)}\n`]
}
