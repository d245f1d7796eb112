import type { Diagnostics } from '../../core/diagnostics.ts'
import type { Descriptor } from '../descriptor.ts'
import { type DescriptorSource, readBintrayForm } from './bintray-form.ts'
import type { Reading } from './clause-reader.ts'
import { isOuttrayDescriptor } from './descriptor-name.ts'

export type { DescriptorSource } from './bintray-form.ts'

/**
 * Reads a descriptor of any form: YAML is `outtray.yml`'s, any other name is JSON in one of Bintray's two forms, which its keys tell apart. Every
 * mistake is told with file, line and column. After an error there is as much of a model as could be read, to find the other mistakes with: nothing
 * of it may be published. Undefined when nothing could be read.
 */
export async function readDescriptor(source: DescriptorSource, diagnostics: Diagnostics): Promise<Descriptor | undefined> {
  const reading: Reading = { file: source.path, diagnostics, locations: new Map(), known: source.known ?? {} }
  if (!isOuttrayDescriptor(source.path)) return await readBintrayForm(source, reading)
  return await (await import('./outtray-form.ts')).readOuttrayForm(source, reading)
}
