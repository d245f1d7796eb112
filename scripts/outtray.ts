// The local command line: runs an action's committed bundle in the current folder, with options that action.yml declares.
import { readFileSync } from 'node:fs'
import { nearest } from '../src/core/nearest.ts'
import { readManifests } from './action-manifest.ts'
import { readCommandLine } from './command-line.ts'
import { runLocally } from './local-run.ts'
import { actionUsage, usage } from './usage.ts'

const project = new URL('..', import.meta.url).pathname
// npm changes into the project's folder; the caller's is where the files are.
const workspace = process.env.INIT_CWD ?? process.cwd()

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<number> {
  const actions = (await readManifests(project)).filter(({ using }) => using !== 'composite')
  if (name === undefined || name === '--help') {
    console.log(usage(actions))
    return 0
  }
  const action = actions.find((candidate) => candidate.name === name)
  if (action === undefined) {
    const [guess] = nearest(
      name,
      actions.map((candidate) => candidate.name),
    )
    return refuse([`there is no action '${name}'${guess === undefined ? '' : `; did you mean ${guess}?`}`], '')
  }
  const line = readCommandLine(action, args, { environment: process.env, readFile: (path) => readFileSync(path, 'utf8') })
  if (line.help) {
    console.log(actionUsage(action))
    return 0
  }
  if (line.problems.length > 0) return refuse(line.problems, `${action.name} `)

  const run = await runLocally({ project, action, inputs: line.inputs, workspace, print: (text) => console.error(text) })
  if (run.summary !== '') console.error(`\n${run.summary.trim()}`)
  console.log(JSON.stringify(run.outputs, null, 2))
  return run.code
}

function refuse(problems: readonly string[], action: string): number {
  for (const problem of problems) console.error(`outtray: ${problem}`)
  console.error(`Help: npm run outtray -- ${action}--help`)
  return 2
}
