import { type ChildProcess, spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'

/** A program to run as a step. */
export interface ProcessRequest {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  /** It is killed after so many milliseconds. */
  readonly timeoutMs?: number
  readonly onStart?: (child: ChildProcess) => void
  /** Called with each complete line of output, of both streams, in the order they came. */
  readonly onLine: (line: string) => void
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (child: ChildProcess) => void
}

/** How it ended: the exit code, or null and the signal that ended it. */
export interface ProcessEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** Runs a program to its end and hands its output over line by line, as the runner reads it. */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  const child = spawn(request.command, [...request.args], { cwd: request.cwd, env: { ...request.env }, stdio: ['ignore', 'pipe', 'pipe'] })
  request.onStart?.(child)
  const rest: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr]) {
    const decoder = new StringDecoder('utf8')
    let partial = ''
    const take = (text: string): void => {
      const lines = (partial + text).split('\n')
      partial = lines.pop() ?? ''
      for (const line of lines) request.onLine(line.replace(/\r$/, ''))
    }
    stream.on('data', (chunk: Buffer) => {
      take(decoder.write(chunk))
      request.onOutput?.(child)
    })
    rest.push(() => {
      take(decoder.end())
      if (partial !== '') request.onLine(partial)
    })
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), request.timeoutMs ?? 120_000)
  try {
    return await new Promise<ProcessEnd>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => {
        for (const finish of rest) finish()
        resolve({ code, signal })
      })
    })
  } finally {
    clearTimeout(timer)
  }
}
