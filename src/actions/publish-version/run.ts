import type { ActionContext, ActionResult } from '../../core/action.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { growSlowly, staySmall } from '../../core/heap.ts'
import { publishedRecord, stagedRecord } from '../../model/repository-layout.ts'
import { metadataFolder } from '../../model/repository-path.ts'
import { checkRelease, pomVersions, readPoms, withoutBookkeeping } from '../../publication/maven-files.ts'
import { checkName } from '../../publication/names.ts'
import type { Plan } from '../../publication/plan.ts'
import { discardVersion, publishVersion } from '../../publication/publication.ts'
import { checkPaths } from '../../publication/target-path.ts'
import { readRepositoryMetadata } from '../../publication/version-state.ts'
import { DryRunRepository } from '../../repositories/dry-run.ts'
import { openRepository } from '../../repositories/kinds.ts'
import type { Repository } from '../../repositories/repository.ts'
import type { Signer } from '../../signing/signer.ts'
import { openSigningKey } from '../../signing/signing-key.ts'
import type { OutputName } from './action.gen.ts'
import { versionName } from './identity.ts'
import { placeFiles } from './placement.ts'
import { prepareFiles } from './preparation.ts'
import { checkInputs, type PublishInputs, type PublishRequest, readRequest } from './request.ts'
import { discardSummary, isUploaded, publicUrl, publishSummary } from './summary.ts'

// From here on memory counts for more than time.
const manyFiles = 2000
// How long to wait for another publisher of the same directory.
const patience = 15 * 60_000

/** The use case: publishes a version of a package into a repository, or stages or discards it. */
export async function publish(inputs: PublishInputs, context: ActionContext): Promise<ActionResult<OutputName>> {
  const { diagnostics } = context
  growSlowly()
  checkInputs(inputs, diagnostics)
  const repository = context.diagnostics.attempt(() => openTarget(inputs, context))
  const known = repository === undefined ? undefined : await readRepositoryMetadata(repository)
  const request = await readRequest(inputs, { known, own: repository?.locate('') }, context)
  const poms = request.type === 'maven' ? await readPoms(request.files, diagnostics) : []
  const name = nameOf(inputs, request, pomVersions(poms), context)
  checkName('package', name.package, diagnostics)
  checkName('version', name.version, diagnostics)
  if (request.type === 'maven' && poms.length === 0) checkRelease(name.version, diagnostics)
  checkLimits(request, diagnostics)
  if (request.files.length > manyFiles) staySmall()
  if (repository === undefined || name.package === undefined || name.version === undefined) {
    diagnostics.throwIfErrors()
    throw new ActionError('invalid-input', 'the input is incomplete')
  }
  const identity = { package: name.package, version: name.version }
  if (inputs.discard) return await discard(repository, identity, { context, dryRun: inputs.dryRun })

  const placed = await placeFiles(request, identity, { repository, poms, diagnostics })
  checkPaths(placed, diagnostics)
  const signer = request.sign ? openSigner(inputs, context) : undefined
  const files = await prepareFiles(placed, { maven: request.type === 'maven', signer, override: request.override }, diagnostics)
  diagnostics.throwIfErrors()

  const wanted = {
    package: { ...request.package, name: identity.package },
    metadata: { ...request.version, name: identity.version },
    files,
    signer: await signer,
  }
  const plan = await publishVersion(repository, wanted, { ...request, writesRepositoryDocument: true }, context)
  for (const notice of plan.notices) diagnostics.notice(notice)
  report(plan, context)
  return {
    outputs: outputsOf(plan, { repository, identity, repositoryUrl: request.repositoryUrl }),
    summary: publishSummary(plan, { identity, request, repository, dryRun: inputs.dryRun }),
  }
}

/** The names of package and version. */
function nameOf(inputs: PublishInputs, request: PublishRequest, poms: readonly string[], { github, diagnostics }: ActionContext) {
  const { tagPattern, descriptorBroken } = request
  const sources = { input: inputs.version, descriptor: request.descriptor?.version.name, record: request.record?.version.name }
  const version = versionName({ ...sources, poms, tagPattern, descriptorBroken, github }, diagnostics)
  if (request.package.name === undefined && !descriptorBroken)
    diagnostics.error("no package is named: set input 'package', or name it in a descriptor")
  return { package: request.package.name, version }
}

function openTarget(inputs: PublishInputs, { workspace, log }: ActionContext): Repository | undefined {
  if (inputs.repository === '') return undefined
  const onWait = (owner: string) => log.info(`waiting for another publisher (${owner})`)
  const repository = openRepository(inputs.repository, { workspace, patience, onWait })
  return inputs.dryRun ? new DryRunRepository(repository) : repository
}

async function discard(
  repository: Repository,
  identity: { package: string; version: string },
  { context, dryRun }: { context: ActionContext; dryRun: boolean },
): Promise<ActionResult<OutputName>> {
  context.diagnostics.throwIfErrors()
  // Where there is no repository, none is made.
  const isThere = (await repository.list(metadataFolder)).length > 0
  const count = isThere ? await discardVersion(repository, identity) : 0
  context.log.info(count === 0 ? 'nothing was staged' : `${dryRun ? 'would discard' : 'discarded'} ${count} staged files`)
  return {
    outputs: {
      package: identity.package,
      version: identity.version,
      repository: repository.target,
      published: 'false',
      files: '[]',
      urls: '[]',
      'uploaded-count': '0',
      'unchanged-count': '0',
      'uploaded-bytes': '0',
    },
    summary: discardSummary(identity, { count, dryRun }),
  }
}

function checkLimits(request: PublishRequest, diagnostics: Diagnostics): void {
  const { maxFiles, maxFileMegabytes } = request
  const files = request.type === 'maven' ? withoutBookkeeping(request.files) : request.files
  if (maxFiles > 0 && files.length > maxFiles) {
    diagnostics.error(`${files.length} files are to be published, which exceeds 'max-files' (${maxFiles})`, {
      hint: "Narrow the selection, or raise 'max-files' (0 = no limit).",
    })
  }
  if (maxFileMegabytes === 0) return
  for (const { shownAs, size } of files) {
    if (size > maxFileMegabytes * 1_000_000) {
      diagnostics.error(`'${shownAs}' has ${(size / 1_000_000).toFixed(1)} MB, more than 'max-file-megabytes' (${maxFileMegabytes})`)
    }
  }
}

async function openSigner(inputs: PublishInputs, { clock, diagnostics }: ActionContext): Promise<Signer> {
  const key = await openSigningKey({
    secret: inputs.privateKey ?? '',
    signedAt: clock.now(),
    today: new Date(),
    ...(inputs.passphrase !== undefined && { passphrase: inputs.passphrase }),
    ...(inputs.signingKey !== undefined && { signingKey: inputs.signingKey }),
  })
  for (const { message, hint } of key.warnings) diagnostics.warning(message, hint === undefined ? {} : { hint })
  return key.signer
}

function report(plan: Plan, { log }: ActionContext): void {
  for (const { file, decision } of plan.items) log.info(`${file.staged ? 'staged before' : decision}: ${file.path}`)
}

interface OutputContext {
  readonly repository: Repository
  readonly identity: { package: string; version: string }
  readonly repositoryUrl: string | undefined
}

function outputsOf(plan: Plan, { repository, identity, repositoryUrl }: OutputContext): ActionResult<OutputName>['outputs'] {
  const uploaded = plan.items.filter(isUploaded)
  const record = (plan.published ? publishedRecord : stagedRecord)(identity.package, identity.version)
  return {
    package: identity.package,
    version: identity.version,
    repository: repository.target,
    published: String(plan.published),
    record: repository.locate(record),
    files: JSON.stringify(plan.items.map(({ file: { path, size, digests } }) => ({ path, size, sha256: digests.sha256 }))),
    'uploaded-count': String(uploaded.length),
    'unchanged-count': String(plan.items.length - uploaded.length),
    'uploaded-bytes': String(uploaded.reduce((sum, { file }) => sum + file.size, 0)),
    urls: JSON.stringify(repositoryUrl === undefined ? [] : plan.items.map(({ file }) => publicUrl(repositoryUrl, file.path))),
  }
}
