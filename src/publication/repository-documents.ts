import type { PackageMetadata, RepositoryMetadata, RepositoryType } from '../model/metadata.ts'
import { packageDocument, repositoryDocument } from '../model/repository-layout.ts'
import type { Document, Repository } from '../repositories/repository.ts'
import { parseDocument } from './version-state.ts'

export interface RepositoryRequest {
  readonly repository: RepositoryMetadata
  readonly type: RepositoryType
  /** Overwrite an existing repository's own labels and description. */
  readonly updateExisting: boolean
}

/** The repository's own document, where it changes: made on first use, later updated only when the descriptor says so. */
export async function repositoryDocuments(repository: Repository, request: RepositoryRequest): Promise<readonly Document[]> {
  const bytes = await repository.read(repositoryDocument)
  const { name, description, labels } = request.repository
  const updated = { ...(description !== undefined && { description }), ...(labels !== undefined && { labels }) }
  const before = bytes === undefined ? undefined : parseDocument<RepositoryMetadata>(bytes, repository.locate(repositoryDocument))
  const after =
    before === undefined
      ? { type: request.type, ...(name !== undefined && { name }), ...updated }
      : { ...before, ...(request.updateExisting && updated) }
  return changed(repositoryDocument, bytes, { schema: 'outtray/repository/v1', ...after })
}

/** The package's document, where it changes: fields that the publisher gives overwrite, others stay. */
export async function packageDocuments(
  repository: Repository,
  metadata: PackageMetadata & { readonly name: string },
): Promise<readonly Document[]> {
  const path = packageDocument(metadata.name)
  const bytes = await repository.read(path)
  const before = bytes === undefined ? {} : parseDocument<PackageMetadata>(bytes, repository.locate(path))
  return changed(path, bytes, { schema: 'outtray/package/v1', ...before, ...metadata })
}

function changed(path: string, before: Uint8Array | undefined, value: object): readonly Document[] {
  const content = `${JSON.stringify(value, undefined, 2)}\n`
  return before !== undefined && Buffer.from(before).toString() === content ? [] : [{ path, content }]
}
