import type { PackageMetadata, RepositoryMetadata, RepositoryType } from '../model/metadata.ts'
import { packageDocument, repositoryDocument } from '../model/repository-layout.ts'
import type { Document, Repository } from '../repositories/repository.ts'
import { parseDocument } from './version-state.ts'

export interface RepositoryRequest {
  readonly repository: RepositoryMetadata
  readonly type: RepositoryType
  /** Overwrite an existing repository's own labels and description. */
  readonly updateExisting: boolean
  /** False in jobs that share a repository with the one that writes its document: no two of them write the same file. */
  readonly writesRepositoryDocument: boolean
}

/** The repository's own document, where it changes: made on first use, later updated only when the descriptor says so. */
export async function repositoryDocuments(repository: Repository, request: RepositoryRequest): Promise<readonly Document[]> {
  if (!request.writesRepositoryDocument) return []
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

/** Those of some documents that are not there with the same bytes. */
export async function changedDocuments(repository: Repository, documents: readonly Document[]): Promise<readonly Document[]> {
  const differing: Document[] = []
  for (const document of documents) {
    const there = await repository.read(document.path)
    if (there === undefined || !Buffer.from(document.content).equals(there)) differing.push(document)
  }
  return differing
}

function changed(path: string, before: Uint8Array | undefined, value: object): readonly Document[] {
  const content = `${JSON.stringify(value, undefined, 2)}\n`
  return before !== undefined && Buffer.from(before).toString() === content ? [] : [{ path, content }]
}
