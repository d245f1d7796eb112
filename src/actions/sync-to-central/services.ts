import { waitUntilAvailable } from '../../central/availability.ts'
import { CentralReader } from '../../central/central-reader.ts'
import { bearerOf, Portal } from '../../central/portal.ts'
import type { ConnectedContext } from '../../core/action.ts'
import { isLoopback } from '../../core/http-url.ts'
import type { Coordinates } from '../../maven/coordinates.ts'
import { readPublicKeys } from '../../signing/public-key-files.ts'
import type { PublicKeys } from '../../signing/public-keys.ts'
import { Whereabouts } from './cancellation.ts'
import { GitHubHistory } from './github-history.ts'
import { KeyService } from './key-service.ts'
import { credentialsOf, keyServersOf, type SyncInputs } from './rules.ts'

/** What a sync works with, opened once for a run. */
export interface Services extends AsyncDisposable {
  readonly inputs: SyncInputs
  readonly context: ConnectedContext
  readonly central: CentralReader
  /** Absent without a user token. */
  readonly portal: Portal | undefined
  /** Absent without a private key. */
  readonly key: KeyService | undefined
  /** Against which staged signatures are verified. */
  readonly publicKeys: PublicKeys | undefined
  /** Absent unless it was asked for. */
  readonly gitHub: GitHubHistory | undefined
  readonly whereabouts: Whereabouts
}

/** Opens them; mistakes in the inputs behind them are collected. Nothing is asked of a server yet but of key servers, for the key. */
export async function openServices(inputs: SyncInputs, context: ConnectedContext): Promise<Services> {
  const { diagnostics, environment, clock, log } = context
  const token = credentialsOf(inputs, context.secrets, diagnostics)
  const servers = keyServersOf(inputs, diagnostics)
  const given = inputs.publicKeys
  const publicKeys = given === undefined ? undefined : await diagnostics.attemptLater(() => readPublicKeys(given, context.workspace))
  diagnostics.throwIfErrors()
  if (token !== undefined) context.mask(bearerOf(token))
  const surroundings = { environment, clock, log }
  const central = new CentralReader({ url: inputs.centralUrl, signal: context.cancelled, ...surroundings })
  const portal = token && new Portal({ url: inputs.portalUrl, token, ...surroundings })
  const signs = (inputs.mode === 'sync' || inputs.mode === 'resync') && inputs.privateKey !== undefined
  const key = signs ? new KeyService({ ...inputs, privateKey: inputs.privateKey }, servers, context) : undefined
  const { deploymentEnvironment, token: gitHubToken } = inputs
  const tells = deploymentEnvironment !== undefined && gitHubToken !== undefined && inputs.dryRun === 'false'
  if (deploymentEnvironment !== undefined && gitHubToken === undefined) log.debug("no GitHub deployment is recorded: there is no 'token'")
  const gitHub = tells ? new GitHubHistory({ ...inputs, deploymentEnvironment, token: gitHubToken }, context) : undefined
  return {
    inputs,
    context,
    central,
    portal,
    key,
    publicKeys,
    gitHub,
    whereabouts: new Whereabouts(),
    async [Symbol.asyncDispose]() {
      await Promise.allSettled([central, portal, key, gitHub].map((service) => service?.[Symbol.asyncDispose]()))
    },
  }
}

/** Waits until Central shows all of these releases; gives those that it does not show at the deadline, by `clock.elapsed()` in milliseconds. */
export async function waitForCentral(
  { inputs, context, central }: Pick<Services, 'inputs' | 'context' | 'central'>,
  releases: readonly Coordinates[],
  deadline: number,
): Promise<readonly Coordinates[]> {
  const { clock, cancelled: signal } = context
  // A repository on this machine has nobody in between who remembers a 404.
  const firstPauseMs = isLoopback(new URL(inputs.centralUrl)) ? 250 : 15_000
  return await waitUntilAvailable({ central, releases, clock, deadline, firstPauseMs, signal })
}
