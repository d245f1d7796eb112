// A small import, run by tests within their own process and by one that is killed: `node receiving.ts <workspace>`.
import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { digestsOfText } from '../../../src/model/file-digests.ts'
import { packageReadme } from '../../../src/model/repository-layout.ts'
import type { RecordedAsset } from '../../../src/model/version-record.ts'
import { type PublicationRequest, publishVersion, type Wanted } from '../../../src/publication/publication.ts'
import type { PublishableFile } from '../../../src/publication/publishable-file.ts'
import { readRecordsOf } from '../../../src/publication/version-state.ts'
import { openRepository } from '../../../src/repositories/kinds.ts'
import type { Arrival, Repository } from '../../../src/repositories/repository.ts'
import { TestClock } from '../../support/test-clock.ts'

/** How an import asks to publish. */
export const request: PublicationRequest = {
  type: 'generic',
  publish: true,
  override: false,
  updateWindowDays: Number.POSITIVE_INFINITY,
  repository: {},
  updateExisting: false,
  writesRepositoryDocument: true,
}

/** A release: the texts of its assets by name. */
export interface Release {
  readonly tag: string
  readonly assets: Readonly<Record<string, string>>
  readonly changes?: Partial<Pick<Wanted, 'replaces' | 'documents' | 'metadata'>>
  /** Milliseconds since 1970. */
  readonly now?: number
  /** Called with the length of each piece that was received. */
  readonly told?: (bytes: number) => void
}

export function repositoryIn(workspace: string): Repository {
  return openRepository('repo', { workspace, patience: 10_000, onWait: () => {} })
}

/** Receives what is missing of each asset in two pieces, then publishes or stages the release. Gives back how many bytes were received. */
export async function receiveRelease(
  repository: Repository,
  { tag, assets, changes, now = 1_790_000_000_000, told = () => {} }: Release,
  publish = true,
): Promise<number> {
  const name = { package: 'widget', version: tag }
  const known = new Map((await readRecordsOf(repository, name)).flatMap(({ files }) => files.map((file) => [file.path, file])))
  await using held = new AsyncDisposableStack()
  const files: PublishableFile[] = []
  const recorded: RecordedAsset[] = []
  let received = 0
  for (const [asset, text] of Object.entries(assets)) {
    const digests = digestsOfText(text)
    const target = `widget/${tag}/${asset}`
    recorded.push({ ...assetOf(asset, text), path: target })
    if (known.get(target)?.sha256 === digests.sha256) continue
    const arrival = held.use(await repository.arrival(`github.com/acme/widget/${tag}/${asset}`))
    received += await receive(arrival, Buffer.from(text), told)
    const common = { path: target, shownAs: asset, size: Buffer.byteLength(text), digests, staged: false, sidecars: [], override: false }
    files.push({ ...common, arrived: arrival.path })
  }
  const origin = {
    url: `https://github.com/acme/widget/releases/${tag}`,
    host: 'github.com',
    repository: 'acme/widget',
    release: 1,
    assets: recorded,
  }
  const documents = [{ path: packageReadme('widget'), content: '# Widget\n' }]
  const wanted = { package: { name: 'widget' }, metadata: { name: tag }, files, origin, documents, signer: undefined, ...changes }
  await publishVersion(repository, wanted, { ...request, publish }, { clock: new TestClock(now), github: {} })
  return received
}

function assetOf(name: string, text: string): Omit<RecordedAsset, 'path'> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return {
    id: 7,
    name,
    size: Buffer.byteLength(text),
    digest: `sha256:${sha256}`,
    updated: '2026-11-21T12:00:00Z',
    sha256,
    checks: [{ kind: 'github-digest', state: 'verified' }],
  }
}

async function receive(arrival: Arrival, bytes: Buffer, told: (bytes: number) => void): Promise<number> {
  const missing = bytes.subarray(arrival.size)
  const half = Math.floor(missing.length / 2)
  for (const piece of [missing.subarray(0, half), missing.subarray(half)]) {
    await arrival.append(piece)
    told(piece.length)
  }
  return missing.length
}

/** Two releases; the second one is staged first, as a draft is, and then published with another asset. The log gets a line for each piece. */
export async function receiveAll(workspace: string, log: string): Promise<void> {
  const told = (bytes: number) => appendFileSync(log, `${bytes}\n`)
  const repository = repositoryIn(workspace)
  await repository.recover()
  await receiveRelease(repository, { tag: '1.0', assets: { 'widget.zip': 'the first widget', 'widget.txt': 'about it' }, told })
  const draft = { tag: '1.1', assets: { 'widget.zip': 'the second widget' }, told }
  const [record] = await readRecordsOf(repository, { package: 'widget', version: '1.1' })
  if (record?.published.length !== 1) await receiveRelease(repository, draft, false)
  await receiveRelease(repository, { ...draft, assets: { ...draft.assets, 'widget.txt': 'about the second' } })
}

const [, script, workspace = ''] = process.argv
if (script === import.meta.filename) await receiveAll(workspace, path.join(workspace, 'received'))
