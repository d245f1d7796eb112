import path from 'node:path'
import type { ConnectedContext } from '../../core/action.ts'
import { ActionError } from '../../core/errors.ts'
import { GitHubApi } from '../../github/api.ts'
import { AssetDownloads } from '../../github/asset-download.ts'
import { AssetHosts, serverOf } from '../../github/asset-hosts.ts'
import type { TrustOptions } from '../../github/assets/verification.ts'
import { GitHubSource } from '../../github/source.ts'
import type { RepositoryType } from '../../model/metadata.ts'
import { readRepositoryMetadata } from '../../publication/version-state.ts'
import { DryRunRepository } from '../../repositories/dry-run.ts'
import { openRepository } from '../../repositories/kinds.ts'
import type { Repository } from '../../repositories/repository.ts'
import { readPublicKeys } from '../../signing/public-key-files.ts'
import { SigstoreVerifier } from '../../signing/sigstore.ts'
import type { Ledger } from './ledger.ts'
import { accessOf, type ImportInputs, type ImportRules } from './rules.ts'

/** What an import works with, opened once for a run. */
export interface Services extends AsyncDisposable {
  readonly inputs: ImportInputs
  readonly rules: ImportRules
  readonly context: ConnectedContext
  readonly ledger: Ledger
  readonly api: GitHubApi
  readonly source: GitHubSource
  readonly downloads: AssetDownloads
  /** The server that people see, such as `github.com`. */
  readonly host: string
  /** Where to import to; nothing is written to it in a dry run or a plan. */
  readonly target: Repository
  readonly type: RepositoryType
  readonly trust: TrustOptions
}

export interface ServiceRequest extends Pick<Services, 'inputs' | 'rules' | 'context' | 'ledger'> {}

// How long to wait for another publisher of the same directory, in milliseconds.
const patience = 15 * 60_000
/** Larger than any asset that GitHub takes: the limit of what is made while it is sent, whose size nobody says. */
const longestDownload = 10 * 2 ** 30

/** Opens them. Throws `invalid-input` with every mistake in the inputs; nothing is asked of a server yet. */
export async function openServices({ inputs, rules, context, ledger }: ServiceRequest): Promise<Services> {
  const { diagnostics, environment, clock, log, cancelled: signal } = context
  const access = accessOf(inputs, environment, diagnostics)
  const target = diagnostics.attempt(() => openTarget(inputs, context))
  const known = target === undefined ? undefined : (await readRepositoryMetadata(target))?.type
  if (inputs.repositoryType !== undefined && known !== undefined && inputs.repositoryType !== known) {
    diagnostics.error(
      `input 'repository-type' is '${inputs.repositoryType}', but the repository is of type '${known}', which cannot change`,
    )
  }
  const trust = await trustOf(inputs, context)
  diagnostics.throwIfErrors()
  if (target === undefined) throw new ActionError('invalid-input', "input 'repository' is required")
  const surroundings = { environment, clock, log, signal }
  const api = new GitHubApi({ ...surroundings, ...access, waitMs: inputs.rateLimitWaitMinutes * 60_000 })
  const hosts = new AssetHosts({ ...access, assetHosts: inputs.assetHosts })
  const downloads = new AssetDownloads({ ...surroundings, api, hosts, maxBytes: rules.limits.asset ?? longestDownload })
  return {
    inputs,
    rules,
    context,
    ledger,
    api,
    source: new GitHubSource(api),
    downloads,
    host: access.serverUrl === undefined ? serverOf(new URL(access.apiUrl)).host : new URL(access.serverUrl).host,
    target,
    type: inputs.repositoryType ?? known ?? 'generic',
    trust,
    async [Symbol.asyncDispose]() {
      await Promise.allSettled([downloads[Symbol.asyncDispose](), api[Symbol.asyncDispose]()])
    },
  }
}

function openTarget(inputs: ImportInputs, { workspace, log }: ConnectedContext): Repository | undefined {
  // That it is missing has been told.
  if (inputs.repository === '') return undefined
  const onWait = (owner: string) => log.info(`waiting for another publisher (${owner})`)
  const target = openRepository(inputs.repository, { workspace, patience, onWait })
  return inputs.dryRun || inputs.mode === 'plan' ? new DryRunRepository(target) : target
}

/** Against what signatures are verified. */
async function trustOf(inputs: ImportInputs, { workspace, temporary, clock, diagnostics }: ConnectedContext): Promise<TrustOptions> {
  const { publicKeys, certificateIdentity: identity, certificateIssuer: issuer, trustedRoot, requireDigest } = inputs
  const keys = publicKeys === undefined ? undefined : await diagnostics.attemptLater(() => readPublicKeys(publicKeys, workspace))
  const sigstore =
    identity === undefined || issuer === undefined
      ? undefined
      : await diagnostics.attemptLater(() =>
          SigstoreVerifier.open({
            identity,
            issuer,
            cacheFolder: path.join(temporary, 'outtray-sigstore'),
            ...(trustedRoot !== undefined && { trustedRoot: path.resolve(workspace, trustedRoot) }),
          }),
        )
  return { requireDigest, clock, ...(keys !== undefined && { publicKeys: keys }), ...(sigstore !== undefined && { sigstore }) }
}
