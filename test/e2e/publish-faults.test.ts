import { cpSync, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runAction } from '../support/run-action.ts'
import { snapshot, temporaryFolder, tree } from '../support/temporary-folder.ts'

const clock = { SOURCE_DATE_EPOCH: '1790000000' }
const preload = `--require=${path.resolve('test/support/kill-at-write.cjs')}`

type Inputs = Readonly<Record<string, string>>

const pom = (version: string) =>
  `<project><modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId><artifactId>lib</artifactId><version>${version}</version></project>\n`
const library = (version: string) => ({
  [`in/${version}/lib-${version}.pom`]: pom(version),
  [`in/${version}/lib-${version}.jar`]: `jar of ${version}`,
})

const generic: Inputs = { repository: 'repo', package: 'tool', version: '1.0', files: 'in/*' }
const maven = (version: string): Inputs => ({ repository: 'repo', 'repository-type': 'maven', package: 'lib', files: `in/${version}/*` })

/** Runs that lead up to the one that is killed, and that one. */
interface Scenario {
  readonly files: Readonly<Record<string, string>>
  readonly before: readonly Inputs[]
  /** Files that change before the last run. */
  readonly changed?: Readonly<Record<string, string>>
  readonly last: Inputs
  /** All files appear by one rename, so that nobody ever sees some of them. */
  readonly atomic?: true
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'a new version in a new folder': { files: { 'in/a': 'A', 'in/b': 'B', 'in/c': 'C' }, before: [], last: generic, atomic: true },
  'files into folders that are there': {
    files: { 'in/a': 'A', 'in/b': 'B' },
    before: [{ ...generic, version: '0.9', path: '{name}/{version}', files: 'in/*' }],
    last: { ...generic, path: '{name}/{version}' },
  },
  'published files are replaced, with their checksums': {
    files: { 'in/a': 'A', 'in/a.sha256': '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd\n', 'in/b': 'B' },
    before: [generic],
    changed: { 'in/a': 'other', 'in/a.sha256': 'd9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa\n' },
    last: { ...generic, override: 'true' },
  },
  'a staged version is published': {
    files: { 'in/a': 'A', 'in/b': 'B' },
    before: [{ ...generic, publish: 'false' }],
    last: { ...generic, files: '' },
    atomic: true,
  },
  'a staged version is discarded': {
    files: { 'in/a': 'A' },
    before: [{ ...generic, publish: 'false' }],
    last: { ...generic, files: '', discard: 'true' },
  },
  'the next version of a Maven artifact': { files: { ...library('1.0'), ...library('1.1') }, before: [maven('1.0')], last: maven('1.1') },
}

test.each(Object.entries(scenarios))('killed before every write and run again: %s', { timeout: 240_000 }, async (_, scenario) => {
  await using folder = temporaryFolder()
  const workspace = tree(path.join(folder.path, 'space'), scenario.files)
  const run = (inputs: Inputs, env = {}) => runAction('publish-version', inputs, { workspace, env: { ...clock, ...env } })
  for (const inputs of scenario.before) expect(await run(inputs)).toMatchObject({ code: 0 })
  tree(workspace, scenario.changed ?? {})
  const start = path.join(folder.path, 'start')
  const repository = path.join(workspace, 'repo')
  if (scenario.before.length > 0) cpSync(repository, start, { recursive: true })
  const before = scenario.before.length > 0 ? filesOf(start) : {}
  expect(await run(scenario.last)).toMatchObject({ code: 0, errors: [] })
  const wanted = filesOf(repository)

  for (let at = 1; ; at++) {
    expect(at).toBeLessThan(200)
    rmSync(repository, { recursive: true, force: true })
    if (scenario.before.length > 0) cpSync(start, repository, { recursive: true })
    const killed = await run(scenario.last, { NODE_OPTIONS: preload, KILL_AT: String(at), KILL_UNDER: `${path.sep}repo` })
    if (killed.code === 0) {
      expect(at).toBeGreaterThan(5)
      break
    }
    if (scenario.atomic) {
      const states = [before, wanted].map((state) => visibleIn(state).join())
      expect(states, `before write ${at} some files were visible and some not`).toContain(visibleIn(filesOf(repository)).join())
    }
    expect(await run(scenario.last), `after a kill before write ${at}`).toMatchObject({ code: 0, errors: [] })
    expect(filesOf(repository), `after a kill before write ${at}`).toEqual(wanted)
  }
})

/** Paths and digests of all files; what empty folders there are does not matter. */
function filesOf(root: string): Record<string, string> {
  if (!existsSync(root)) return {}
  return Object.fromEntries(Object.entries(snapshot(root)).filter(([, what]) => what !== 'folder'))
}

function visibleIn(files: Readonly<Record<string, string>>): string[] {
  return Object.keys(files).filter((file) => !file.startsWith('.outtray/'))
}
