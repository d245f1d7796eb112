import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CommandFiles } from './command-files.ts'
import { type Annotation, CommandProcessor, parseCommand } from './commands.ts'
import type { LeakDetector } from './leaks.ts'
import { runProcess } from './processes.ts'

/** One process of a step: a shell script, or the pre, main or post script of a JavaScript action. */
export interface StepProcessRequest {
  /** `node` runs a script on the Node that GitHub's runner would take. */
  readonly program: { readonly node: string } | { readonly command: string; readonly args: readonly string[] }
  readonly cwd: string
  /** The environment without the command files, which are made here. */
  readonly env: Readonly<Record<string, string>>
  /** Where the runner keeps its own files. */
  readonly runnerFolder: string
  readonly leaks: LeakDetector
  readonly timeoutMs?: number
  readonly onStart?: (child: ChildProcess) => void
  /** Called as output comes, with all of it so far. */
  readonly onLog?: (log: string, child: ChildProcess) => void
}

/** What the process did, as the runner sees it. */
export interface StepProcessResult {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Its output; `add-mask` commands, which the runner never shows, are left out. Not masked. */
  readonly log: string
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly path: readonly string[]
  readonly summary: string
  readonly masks: readonly string[]
  /** What the runner complains about by itself; anything here makes the step fail. */
  readonly errors: readonly string[]
  /** Said by the runner without making the step fail. */
  readonly remarks: readonly string[]
  /** Where secrets were seen: `secrets[0] in log`. */
  readonly leaked: readonly string[]
}

/** Node 24 of the npm package `node`: what `runs.using: node24` means here. */
const node24 = join(import.meta.dirname, '../../node_modules/node/bin/node')

const environmentNotes = pathToFileURL(join(import.meta.dirname, 'child-environments.ts'))

/** Runs a process and gathers everything it told the runner, by output and by command files. */
export async function runStepProcess(request: StepProcessRequest): Promise<StepProcessResult> {
  const folder = mkdtempSync(join(request.runnerFolder, 'step-'))
  const files = new CommandFiles(folder)
  const commands = new CommandProcessor()
  const lines: string[] = []
  const report = join(folder, 'child-environments')
  const { command, args } = programOf(request, report)
  const { onLog } = request
  const end = await runProcess({
    command,
    args,
    cwd: request.cwd,
    env: { ...request.env, ...files.env },
    ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
    ...(request.onStart === undefined ? {} : { onStart: request.onStart }),
    ...(onLog === undefined ? {} : { onOutput: (child: ChildProcess) => onLog(lines.join('\n'), child) }),
    onLine(line) {
      if (!(commands.line(line) && parseCommand(line)?.name === 'add-mask')) lines.push(line)
    },
  })
  const written = files.read()
  const log = lines.map((line) => `${line}\n`).join('')
  return {
    ...end,
    log,
    annotations: commands.annotations,
    outputs: { ...written.outputs, ...commands.outputs },
    state: { ...written.state, ...commands.state },
    env: written.env,
    path: written.path,
    summary: written.summary,
    masks: commands.masks,
    errors: [...commands.errors, ...written.errors],
    remarks: written.summaryRefused === undefined ? [] : [written.summaryRefused],
    leaked: request.leaks.isIdle
      ? []
      : [
          ...request.leaks.inText('log', log),
          ...Object.entries(written.raw).flatMap(([name, text]) => request.leaks.inText(name, text)),
          ...Object.entries(commands.outputs).flatMap(([name, text]) => request.leaks.inText(`output ${name}`, text)),
          ...environmentLeaks(report, request.leaks),
        ],
  }
}

function programOf({ program, leaks }: StepProcessRequest, report: string): { command: string; args: readonly string[] } {
  if ('command' in program) return program
  if (leaks.isIdle) return { command: node24, args: [program.node] }
  const notes = new URL(environmentNotes)
  notes.searchParams.set('report', report)
  return { command: node24, args: ['--import', notes.href, program.node] }
}

function environmentLeaks(report: string, leaks: LeakDetector): string[] {
  if (!existsSync(report)) return []
  const notes = readFileSync(report, 'utf8').trimEnd().split('\n')
  return notes.flatMap((line) => {
    const note: { what: string; environment: string[] } = JSON.parse(line)
    return leaks.inText(`environment of ${note.what}`, note.environment.join('\n'))
  })
}
