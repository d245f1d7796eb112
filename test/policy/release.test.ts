import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectFile } from '../support/run-action.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

interface Step {
  readonly name?: string
  readonly run?: string
}

function script(name: string): string {
  const steps = parse(projectFile('.github/workflows/release.yml')).jobs.publish.steps as Step[]
  return steps.find((step) => step.name === name)?.run ?? ''
}

/** Runs the step with a `gh` that answers the list of releases so, and gives its exit code and the other commands of `gh`. */
async function draft(answer: string): Promise<{ code: number | null; commands: string[] }> {
  await using folder = temporaryFolder()
  const [bin, log] = [join(folder.path, 'bin'), join(folder.path, 'log')]
  mkdirSync(bin)
  writeFileSync(join(bin, 'gh'), `#!/bin/sh\nif [ "$1" = api ]; then ${answer}; else echo "$1 $2" >> '${log}'; fi\n`)
  chmodSync(join(bin, 'gh'), 0o755)
  const { status } = spawnSync('bash', ['-eo', 'pipefail', '-c', script('Draft, upload, publish')], {
    cwd: folder.path,
    env: { PATH: `${bin}:/usr/bin:/bin`, GITHUB_REF_NAME: 'v1.0.0', GH_REPO: 'outtray/outtray' },
  })
  return { code: status, commands: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] }
}

describe('the release workflow', () => {
  test.each([
    ['makes a draft when there is none', ':', 0, ['release create', 'release upload', 'release edit']],
    ['completes a draft that is there', 'echo true', 0, ['release upload', 'release edit']],
    ['touches no published release', 'echo false', 0, []],
    ['makes no second draft when GitHub cannot be asked', 'exit 1', 1, []],
    ['takes none of several releases of one tag', 'echo true; echo true', 1, []],
  ])('%s', async (_, answer, code, commands) => {
    expect(await draft(answer)).toEqual({ code, commands })
  })
})

test('what CI installs is listed once', () => {
  const parts = /^parts=\(([^)]*)\)/m.exec(projectFile('.ci/run'))?.[1]?.trim().split(/\s+/) ?? []
  expect(parts).toContain('sq')
  expect(parts).toEqual([...new Set(parts)])
})
