import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as openpgp from 'openpgp'
import type { StandIn } from '../test/harness/job-state.ts'
import { wellKnownStandIns } from '../test/harness/stand-ins.ts'
import { runWorkflow, type WorkflowReport } from '../test/harness/workflow.ts'

/** A throw-away key, as the secrets of the environment `release` hold it. */
export interface DemoKey {
  readonly fingerprint: string
  /** Armored. */
  readonly publicKey: string
  readonly secrets: Readonly<Record<string, string>>
}

/** A workflow, and what the repository's settings hold for it. */
export interface WorkflowRun {
  /** Its text. */
  readonly workflow: string
  /** Of the environment `release`, besides the key. */
  readonly secrets: Readonly<Record<string, string>>
  readonly vars: Readonly<Record<string, string>>
  /** The GitHub that it runs on, where it is asked for anything. */
  readonly github?: { readonly apiUrl: string; readonly serverUrl: string; readonly token: string }
}

/** A push of a tag to a project, whose build leaves the files of `source`. */
export interface TagPush {
  readonly project: string
  readonly version: string
  readonly source: string
  /** Default: the shown workflow. */
  readonly run?: WorkflowRun
}

/** Makes an Ed25519 key with a passphrase. */
export async function makeKey(): Promise<DemoKey> {
  const passphrase = 'demo demo demo'
  const { privateKey, publicKey } = await openpgp.generateKey({
    type: 'ecc',
    curve: 'ed25519Legacy',
    userIDs: [{ name: 'Outtray demo', email: 'demo@outtray.example' }],
    passphrase,
    format: 'object',
  })
  return {
    fingerprint: publicKey.getFingerprint().toUpperCase(),
    publicKey: publicKey.armor(),
    secrets: { SIGNING_KEY: privateKey.armor(), SIGNING_PASSPHRASE: passphrase },
  }
}

interface Occasion {
  readonly project: string
  readonly ref: string
  readonly standIns: Readonly<Record<string, StandIn>>
}

export interface DemoSetting {
  /** The text of the workflow. */
  readonly workflow: string
  /** The directory that outlives the machines: the repository to publish into. */
  readonly downloads: string
  readonly key: DemoKey
}

/** GitHub, as far as the shown workflow needs it: machines for its jobs, its artifacts, its secrets and variables. */
export class DemoWorld {
  readonly folder: string
  readonly #setting: DemoSetting
  #runs = 0

  private constructor(folder: string, setting: DemoSetting) {
    this.folder = folder
    this.#setting = setting
  }

  static async create(setting: DemoSetting): Promise<DemoWorld> {
    return new DemoWorld(await mkdtemp(join(tmpdir(), 'outtray-demo-')), setting)
  }

  /** Runs the workflow for a tag, on new machines. Throws when a secret shows up anywhere. */
  async push({ project, version, source, run = this.#shown }: TagPush): Promise<WorkflowReport> {
    return this.#run(run, { project, ref: `refs/tags/v${version}`, standIns: { 'actions/checkout': checkoutOf(source) } })
  }

  /** Runs a workflow as if its hour had come. */
  async schedule(project: string, run: WorkflowRun): Promise<WorkflowReport> {
    return this.#run(run, { project, ref: 'refs/heads/main', standIns: {} })
  }

  async #run(run: WorkflowRun, { project, ref, standIns }: Occasion): Promise<WorkflowReport> {
    const folder = join(this.folder, `run-${this.#runs++}`)
    const artifacts = join(folder, 'artifacts')
    await mkdir(artifacts, { recursive: true })
    return runWorkflow({
      workflow: run.workflow,
      folder,
      root: resolve('.'),
      repositories: { 'outtray/outtray': resolve('.') },
      standIns: { ...wellKnownStandIns({ repositories: {}, artifacts, pages: join(folder, 'pages') }), ...standIns },
      environments: { release: { ...this.#setting.key.secrets, ...run.secrets } },
      vars: run.vars,
      run: { repository: `demo/${project}`, ref, event: { repository: { name: project } }, ...run.github },
    })
  }

  get #shown(): WorkflowRun {
    return { workflow: this.#setting.workflow, secrets: {}, vars: { DOWNLOADS: this.#setting.downloads } }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** The project's source at the tag: a build script, and what it builds from. */
function checkoutOf(source: string): StandIn {
  return async ({ workspace, log }) => {
    await cp(source, join(workspace, 'source'), { recursive: true })
    await writeFile(join(workspace, 'build.sh'), '#!/bin/sh\ncp -R source release\n', { mode: 0o755 })
    log(`checked out ${source}`)
    return {}
  }
}
