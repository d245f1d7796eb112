import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Program, run } from './programs.ts'

/** Runs a Node program, and gives the peak of its resident set in 10⁶ bytes. */
export async function peakOf(program: Program, folder: string): Promise<number> {
  const file = `${folder}/peak`
  const preload = pathToFileURL(resolve('bench/peak-memory.ts')).href
  await run({ ...program, args: ['--import', preload, ...program.args], env: { ...program.env, PEAK_MEMORY_FILE: file } })
  return (Number(readFileSync(file, 'utf8')) * 1024) / 1e6
}
