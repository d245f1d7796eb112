import { execFile } from 'node:child_process'

/** How a program is run. */
export interface ProgramRun {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** How a program ended: exit code, and all that it printed. */
export interface ProgramResult {
  readonly code: number
  readonly output: string
}

/** Runs a program of this machine to its end, with the machine's PATH and JDK and nothing else of our environment. */
export function runProgram(program: string, args: readonly string[], { cwd, env = {} }: ProgramRun): Promise<ProgramResult> {
  const { PATH = '', JAVA_HOME } = process.env
  const environment = { PATH, ...(JAVA_HOME === undefined ? {} : { JAVA_HOME }), HOME: cwd, LANG: 'C.UTF-8', ...env }
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, env: environment, maxBuffer: 1 << 26, timeout: 150_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code
      if (typeof code === 'number') resolve({ code, output: `${stdout}${stderr}` })
      else reject(error)
    })
  })
}
