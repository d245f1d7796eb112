import { spawn, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** A program to start. */
export interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** The whole environment; default: this process's. */
  readonly env?: Readonly<Record<string, string>>
  /** Exit codes that mean success. */
  readonly codes?: readonly number[]
}

/** Runs a program to its end and gives its last words; fails with them when it fails. */
export function run({ command, args, cwd, env, codes = [0] }: Program): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd, env: { ...(env ?? process.env) }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output = `${output}${chunk}`.slice(-2000)))
    child.on('error', reject)
    child.on('close', (code) =>
      codes.includes(code ?? -1) ? resolve(output) : reject(new Error(`${command} ended with ${code}:\n${output}`)),
    )
  })
}

/** One of the shell scripts under bench/peers/. */
export function script(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  return { command: 'sh', args: [resolve('bench/peers', name), ...args], env: { PATH: process.env.PATH ?? '', ...env } }
}

/** The first line of what a program says about its version, or undefined when it is not there. */
export function versionOf(command: string, argument = '--version'): string | undefined {
  const { status, stdout } = spawnSync(command, [argument], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n')[0]?.trim() : undefined
}
