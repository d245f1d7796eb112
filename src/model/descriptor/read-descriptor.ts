import type { Diagnostics } from '../../core/diagnostics.ts'
import type { Descriptor } from '../descriptor.ts'
import { type DescriptorSource, readBintrayForm } from './bintray-form.ts'
import type { Reading } from './clause-reader.ts'
import { isOuttrayDescriptor } from './descriptor-name.ts'

export type { DescriptorSource } from './bintray-form.ts'

/**
 * Reads a descriptor of any form: YAML is `outtray.yml`'s, any other name is JSON in one of Bintray's two forms, which its keys tell apart. Every
 * mistake is told with file, line and column; undefined after an error, since a descriptor with mistakes says nothing reliable.
 */
export async function readDescriptor(source: DescriptorSource, diagnostics: Diagnostics): Promise<Descriptor | undefined> {
  const before = diagnostics.errors.length
  const reading: Reading = { file: source.path, diagnostics, locations: new Map(), known: source.known ?? {} }
  const descriptor = isOuttrayDescriptor(source.path)
    ? await (await import('./outtray-form.ts')).readOuttrayForm(source, reading)
    : await readBintrayForm(source, reading)
  return diagnostics.errors.length > before ? undefined : descriptor
}
