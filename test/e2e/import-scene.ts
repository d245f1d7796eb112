import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GitHubEmulator, type GitHubOptions } from '../emulators/github/server.ts'
import { type ActionRun, type ActionRunOptions, runAction } from '../support/run-action.ts'
import { snapshot, temporaryFolder } from '../support/temporary-folder.ts'

type Inputs = Readonly<Record<string, string>>

/** A row of an output that lists versions. */
export interface ListedVersion {
  readonly repository: string
  readonly package?: string
  readonly version?: string
  readonly reason?: string
}

/** The parts of a version record that imports write. */
export interface ImportedRecord {
  readonly package: Readonly<Record<string, unknown>>
  readonly version: Readonly<Record<string, unknown>>
  readonly files: readonly {
    readonly path: string
    readonly sha256: string
    readonly signature?: { readonly path: string; readonly fingerprint?: string }
  }[]
  readonly origin: {
    readonly url: string
    readonly repository: string
    readonly release: number
    readonly assets: readonly {
      readonly id: number
      readonly name: string
      readonly path?: string
      readonly sha256: string
      readonly role?: string
      readonly checks: readonly Readonly<Record<string, string>>[]
      readonly earlier?: readonly { readonly sha256: string; readonly size: number }[]
    }[]
  }
}

/** A run that is green, and tells no secret. */
export const green = { code: 0, errors: [], leaked: [] }

/** A GitHub, and a workspace into which releases are imported. */
export interface ImportScene extends AsyncDisposable {
  readonly github: GitHubEmulator
  readonly workspace: string
  /** Imports `acme/widget`, or what the inputs say, into `repo`. */
  load(inputs?: Inputs, options?: ActionRunOptions): Promise<ActionRun>
  /** Paths of what everybody sees. */
  files(): string[]
  /** Everything in the target, with digests. */
  tree(): Record<string, string>
  record(name: string, version: string): ImportedRecord
  /** A file of the target, as text. */
  text(path: string): string
  /** Names of the assets that were downloaded since the last time this was asked. */
  downloads(): string[]
  /** Requests of the API since the last time this was asked. */
  calls(): number
}

export async function importScene(options: GitHubOptions = {}): Promise<ImportScene> {
  const github = await GitHubEmulator.start(options)
  const folder = temporaryFolder('import')
  const workspace = folder.path
  const target = join(workspace, 'repo')
  const seen = { downloads: 0, calls: 0 }
  const tree = () => (existsSync(target) ? snapshot(target) : {})
  const text = (path: string) => readFileSync(join(target, path), 'utf8')
  return {
    github,
    workspace,
    tree,
    text,
    load: (inputs = {}, given = {}) => {
      const token = inputs.token ?? github.token
      return runAction(
        'import-releases',
        { repositories: 'acme/widget', repository: 'repo', token, ...inputs },
        { workspace, apiUrl: github.url, ...(token !== '' && { secrets: [token] }), ...given },
      )
    },
    files: () => Object.keys(tree()).filter((path) => !path.startsWith('.outtray')),
    record: (name, version) => JSON.parse(text(`.outtray/packages/${name}/versions/${version}.json`)),
    downloads: () => {
      const since = github.assetRequests.slice(seen.downloads)
      seen.downloads = github.assetRequests.length
      return since.map(({ asset, path }) => asset ?? path).sort()
    },
    calls: () => {
      const since = github.requests.length - seen.calls
      seen.calls = github.requests.length
      return since
    },
    async [Symbol.asyncDispose]() {
      await github[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
      if (github.breakdowns.length > 0) throw new Error(github.breakdowns.join('\n'))
    },
  }
}

/** A list among the outputs. */
export function listed(run: ActionRun, output: string): ListedVersion[] {
  return JSON.parse(run.outputs[output] ?? 'null')
}

/** The versions of a list among the outputs, `package version`, sorted. */
export function versionsIn(run: ActionRun, output: string): string[] {
  return listed(run, output)
    .map((row) => `${row.package} ${row.version}`)
    .sort()
}

/** All messages of errors, with their hints. */
export function told(run: ActionRun): string {
  return run.errors.join('\n')
}
