import { type Inline, Markdown } from '../../core/markdown.ts'
import type { Plan, PlannedItem } from '../../publication/plan.ts'
import { recordedFile } from '../../publication/recorded-files.ts'
import type { Repository } from '../../repositories/repository.ts'
import type { PublishRequest } from './request.ts'

export interface SummaryContext {
  readonly identity: { readonly package: string; readonly version: string }
  readonly request: PublishRequest
  readonly repository: Repository
  readonly dryRun: boolean
}

/** Whether a file's bytes were sent in this run. */
export function isUploaded({ file, decision }: PlannedItem): boolean {
  return decision !== 'unchanged' && !file.staged
}

/** The public address of a path of the repository. */
export function publicUrl(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** What happened, or in a dry run what would: every file, its size and digest, and what was done with it. */
export function publishSummary(plan: Plan, { identity, request, repository, dryRun }: SummaryContext): Markdown {
  const uploaded = plan.items.filter(isUploaded)
  const state = plan.published ? 'published' : 'staged'
  const summary = new Markdown().heading(
    `${dryRun ? 'Dry run: ' : ''}${identity.package} ${identity.version} ${dryRun ? `would be ${state}` : `is ${state}`}`,
  )
  summary.paragraph(
    'Repository ',
    { code: repository.target },
    ` (${request.type}): ${uploaded.length} ${dryRun ? 'would be uploaded' : 'uploaded'}, ${plan.items.length - uploaded.length} unchanged, ${megabytes(uploaded.reduce((sum, { file }) => sum + file.size, 0))} ${dryRun ? 'would be sent' : 'sent'}.`,
  )
  if (request.overruled.length > 0) summary.paragraph(`Inputs won over the descriptor: ${request.overruled.join(', ')}.`)
  if (request.descriptor !== undefined)
    summary.paragraph('Descriptor: ', { code: request.descriptor.file.split('/').at(-1) ?? '' }, ` (${request.descriptor.form} form).`)
  if (!plan.published)
    summary.paragraph('Only you can see a staged version: publish it with "publish: true", or remove it with "discard: true".')
  summary.table(
    ['File', 'Size', 'SHA-256', 'Signature', dryRun ? 'What would be done' : 'What was done'],
    plan.items.map((item): Inline[] => [
      request.repositoryUrl === undefined || !plan.published
        ? { code: item.file.path }
        : { link: item.file.path, href: publicUrl(request.repositoryUrl, item.file.path) },
      megabytes(item.file.size),
      { code: item.file.digests.sha256 },
      signatureOf(plan, item),
      doneWith(item, plan.published, dryRun),
    ]),
  )
  return summary
}

/** What was removed, or in a dry run what would be. */
export function discardSummary(
  identity: { package: string; version: string },
  { count, dryRun }: { count: number; dryRun: boolean },
): Markdown {
  const name = `${identity.package} ${identity.version}`
  const text = count === 0 ? 'Nothing is staged.' : `${count} staged files ${dryRun ? 'would be' : 'were'} removed.`
  return new Markdown().heading(dryRun ? `Dry run: ${name} would be discarded` : `${name} is discarded`).paragraph(text)
}

function signatureOf(plan: Plan, { file }: PlannedItem): Inline {
  const signature = recordedFile(plan.record, file.path)?.signature
  if (signature === undefined) return 'none'
  return signature.fingerprint === undefined ? 'there' : { code: signature.fingerprint.slice(-16) }
}

function doneWith({ file, decision }: PlannedItem, published: boolean, dryRun: boolean): string {
  if (decision === 'unchanged' || (file.staged && !published)) return 'unchanged'
  const done = file.staged ? 'published from staging' : decision === 'replace' ? 'replaced' : 'uploaded'
  return dryRun ? `would be ${done}` : done
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
