import { type CollectRequest, collect } from '../../../../../src/actions/sync-to-central/sources/collect.ts'
import type { Collection } from '../../../../../src/actions/sync-to-central/sources/collection.ts'
import { Diagnostics } from '../../../../../src/core/diagnostics.ts'

type Choices = Partial<Omit<CollectRequest, 'workspace' | 'from'>>

export async function collected(workspace: string, from: readonly string[], choices: Choices = {}) {
  const diagnostics = new Diagnostics()
  const collection = await collect({ workspace, from, ...choices }, diagnostics)
  return { collection, diagnostics, errors: diagnostics.errors.map(({ message }) => message) }
}

export async function errorsOf(workspace: string, from: readonly string[], choices: Choices = {}): Promise<string[]> {
  const { collection, errors } = await collected(workspace, from, choices)
  collection[Symbol.dispose]()
  return errors
}

export const filesOf = (collection: Collection) => collection.components.flatMap(({ files }) => files)
export const pathsOf = (collection: Collection) => filesOf(collection).map(({ bundlePath }) => bundlePath)
export const folder10 = 'org/acme/lib/1.0'
