import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ActionManifest, readManifest } from '../scripts/action-manifest.ts'
import { variableOf } from '../src/core/inputs.ts'
import type { Program } from './programs.ts'

/** A bundle under dist/, to be run as GitHub's runner runs it. */
export class BundledAction {
  readonly #manifest: ActionManifest

  private constructor(manifest: ActionManifest) {
    this.#manifest = manifest
  }

  static async named(name: string): Promise<BundledAction> {
    return new BundledAction(await readManifest('.', name))
  }

  /** The program for one run. `scratch` takes the files through which an action answers; `nodeArgs` come before the bundle. */
  program(request: {
    readonly workspace: string
    readonly scratch: string
    readonly inputs: Readonly<Record<string, string>>
    readonly nodeArgs?: readonly string[]
    readonly codes?: readonly number[]
    readonly env?: Readonly<Record<string, string>>
  }): Program {
    mkdirSync(request.scratch, { recursive: true })
    const answers = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'].map((name) => [
        name,
        join(request.scratch, name),
      ]),
    )
    for (const file of Object.values(answers)) writeFileSync(file, '')
    const inputs = this.#manifest.inputs.map(({ name, spec }) => [variableOf(name), request.inputs[name] ?? spec.default ?? ''])
    return {
      command: process.execPath,
      args: [...(request.nodeArgs ?? []), resolve('dist', this.#manifest.name, 'index.js')],
      cwd: request.workspace,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: request.scratch,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: request.workspace,
        GITHUB_REF: 'refs/tags/v1.0.0',
        GITHUB_REF_NAME: 'v1.0.0',
        GITHUB_REF_TYPE: 'tag',
        RUNNER_TEMP: request.scratch,
        ...answers,
        ...Object.fromEntries(inputs),
        ...request.env,
      },
      ...(request.codes && { codes: request.codes }),
    }
  }
}
