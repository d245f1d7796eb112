import type { ActionContext } from '../../core/action.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { requireHttpsOrLoopback } from '../../core/http-url.ts'
import type { Environment, InputsOf } from '../../core/inputs.ts'
import { checkTemplate } from '../../publication/target-path.ts'
import type { inputSpecs } from './action.gen.ts'
import { fingerprintOf } from './import-state.ts'
import type { RunLimits } from './limits.ts'
import { NamePatterns } from './name-patterns.ts'
import { ReleaseSelection } from './release-selection.ts'
import { RepositorySelection } from './repository-selection.ts'
import { checkShardCount, parseShard, type Shard } from './shards.ts'
import { Naming } from './templates.ts'

export type ImportInputs = InputsOf<typeof inputSpecs>

/** What the inputs say, read. */
export interface ImportRules {
  readonly repositories: RepositorySelection
  readonly releases: ReleaseSelection
  readonly naming: Naming
  readonly assets: NamePatterns
  readonly rolling: NamePatterns
  readonly shard: Shard | undefined
  readonly limits: RunLimits
  /** Of the inputs that select: what an unchanged listing says holds for the same selection only. */
  readonly selection: string
}

/** Reads the inputs; each mistake is told. */
export function readRules(inputs: ImportInputs, { diagnostics, github }: Pick<ActionContext, 'diagnostics' | 'github'>): ImportRules {
  const naming = new Naming({ package: inputs.package, version: inputs.version, tagPattern: inputs.tagPattern }, diagnostics)
  const rules = {
    repositories: new RepositorySelection(inputs.repositories, { ...inputs, current: github.repository }, diagnostics),
    releases: new ReleaseSelection(inputs.releases, { ...inputs, versionOfTag: (tag) => naming.versionOfTag(tag) }, diagnostics),
    naming,
    assets: new NamePatterns(inputs.assets, { withoutLines: 'all' }),
    rolling: new NamePatterns(inputs.rolling, { withoutLines: 'none' }),
    shard: inputs.shard === undefined ? undefined : parseShard(inputs.shard, diagnostics),
    limits: limitsOf(inputs),
    selection: selectionOf(inputs),
  }
  if (inputs.path !== undefined) checkTemplate(inputs.path, diagnostics)
  checkAcross(inputs, diagnostics)
  return rules
}

function limitsOf({ maxReleases, maxAssetMegabytes, maxTotalGigabytes }: ImportInputs): RunLimits {
  const limitOf = (number: number, unit: number) => (number === 0 ? undefined : number * unit)
  return { releases: limitOf(maxReleases, 1), asset: limitOf(maxAssetMegabytes, 1e6), total: limitOf(maxTotalGigabytes, 1e9) }
}

function selectionOf(inputs: ImportInputs): string {
  const { repositories, releases, includePrereleases, includeDrafts, assets, sourceArchives, tagPattern, rolling } = inputs
  const names = { package: inputs.package, version: inputs.version, tagPattern }
  return fingerprintOf({ repositories, releases, includePrereleases, includeDrafts, assets, sourceArchives, rolling, ...names })
}

/** Rules across the inputs. */
function checkAcross(inputs: ImportInputs, diagnostics: Diagnostics): void {
  const { mode, shard, certificateIdentity: identity, certificateIssuer: issuer, githubApiUrl } = inputs
  if (mode === 'plan') checkShardCount(inputs.shards, diagnostics)
  if (mode === 'plan' && shard !== undefined) {
    diagnostics.error("input 'shard' is for mode 'import': a plan makes the shards", { hint: "Leave it out, or set 'mode: import'." })
  }
  const divided = mode === 'plan' || shard !== undefined
  if (divided && inputs.path !== undefined && !inputs.path.split('/').includes('{package}')) {
    diagnostics.error(`input 'path' has no folder {package}, so that two jobs of a plan could write one file: '${inputs.path}'`, {
      hint: "Put {package} between slashes into 'path', or leave 'path' out.",
    })
  }
  if ((identity === undefined) !== (issuer === undefined)) {
    const [given, missing] = identity === undefined ? ['issuer', 'identity'] : ['identity', 'issuer']
    diagnostics.error(`input 'certificate-${given}' is given without 'certificate-${missing}'`, {
      hint: 'An identity means something only together with who vouched for it.',
    })
  }
  if (inputs.requireDigest && inputs.sourceArchives !== 'none') {
    diagnostics.error("input 'require-digest' is true, and GitHub gives no digest for 'source-archives'", {
      hint: 'Leave one of the two out.',
    })
  }
  for (const host of inputs.assetHosts) {
    if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i.test(host)) continue
    diagnostics.error(`input 'asset-hosts' takes names of hosts, one per line, got '${host}'`, {
      hint: 'Write `files.example.com`, or `files.example.com:8443`: no scheme, no path, no wildcard.',
    })
  }
  if (githubApiUrl !== undefined) diagnostics.attempt(() => requireHttpsOrLoopback(githubApiUrl, "input 'github-api-url'"))
}

/** Which GitHub to read, and with which token. */
export interface SourceAccess {
  readonly apiUrl: string
  /** The server that people see, where the run knows it. */
  readonly serverUrl?: string
  readonly token?: string
}

const publicApi = 'https://api.github.com'

/** The run's own token is for the run's own GitHub; another one gets `source-token`, or none. */
export function accessOf(inputs: ImportInputs, environment: Environment, diagnostics: Diagnostics): SourceAccess {
  const own = environment.GITHUB_API_URL || publicApi
  const apiUrl = inputs.githubApiUrl ?? own
  const isOwn = URL.canParse(apiUrl) && URL.canParse(own) && new URL(apiUrl).origin === new URL(own).origin
  const token = isOwn ? inputs.token : inputs.sourceToken
  if (isOwn && inputs.sourceToken !== undefined) {
    diagnostics.warning("input 'source-token' is not used: it is for another GitHub than the run's own", {
      hint: "For the run's own GitHub, give the token as 'token'.",
    })
  }
  if (inputs.includePrivate && token === undefined) {
    diagnostics.error(
      `input 'include-private' is true, but there is no '${isOwn ? 'token' : 'source-token'}' that could read private repositories`,
      {
        hint: 'Is the secret set, and passed to this step?',
      },
    )
  }
  const serverUrl = isOwn ? environment.GITHUB_SERVER_URL : undefined
  const isServer = serverUrl !== undefined && /^https?:\/\//.test(serverUrl)
  return { apiUrl, ...(isServer && { serverUrl }), ...(token !== undefined && { token }) }
}
