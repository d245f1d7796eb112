import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import { type DescriptorSource, readDescriptor } from '../../../../src/model/descriptor/read-descriptor.ts'
import type { Descriptor } from '../../../../src/model/descriptor.ts'

/** A descriptor's model and what was told while reading it, as `severity line:column message [hint]`. */
export interface Outcome {
  /** The model that may be published: none after an error. */
  readonly model: Descriptor | undefined
  /** What could be read, errors or not. */
  readonly readable: Descriptor | undefined
  readonly diagnostics: Diagnostics
  readonly told: readonly string[]
}

/** Reads a text as the descriptor of that name. */
export async function readText(path: string, text: string, known: DescriptorSource['known'] = {}): Promise<Outcome> {
  const diagnostics = new Diagnostics()
  const readable = await readDescriptor({ file: `/workspace/${path}`, path, text, known }, diagnostics)
  const told = diagnostics.all.map(
    ({ severity, message, hint, location }) =>
      `${severity} ${location?.line}:${location?.column} ${message}${hint === undefined ? '' : ` [${hint}]`}`,
  )
  return { model: diagnostics.errors.length > 0 ? undefined : readable, readable, diagnostics, told }
}
