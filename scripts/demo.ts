// Shows what Outtray does, on this machine: runs the workflow of the README, with the committed bundles, on real files.
import { spawnSync } from 'node:child_process'
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { WorkflowReport } from '../test/harness/workflow.ts'
import { DemoCentral } from './demo-central.ts'
import { type DemoPackage, demoPackages, library } from './demo-files.ts'
import { DemoGitHub, verifiedAssets } from './demo-import.ts'
import { DemoWorld, makeKey, type WorkflowRun } from './demo-world.ts'
import { shownWorkflow } from './generated-files.ts'

const versions = ['1.0.0', '1.1.0']
const downloads = resolve('demo-repository')
const started = performance.now()

await rm(downloads, { recursive: true, force: true })
const key = await makeKey()
console.log(`Made a throw-away key: ${key.fingerprint}`)
await using world = await DemoWorld.create({ workflow: await readFile(shownWorkflow, 'utf8'), downloads, key })

heading('Old releases of this project, imported from an emulated GitHub: each byte verified')
await importReleases(['0.8.0', '0.9.0'])

heading(`Two versions of two packages, by ${shownWorkflow}`)
for (const version of versions) {
  for (const wares of demoPackages) {
    const what = await wares.build(await sourceOf(wares, version), version)
    const { outputs } = expectGreen(await push(wares, version))
    console.log(indented(`${wares.name} ${version}: ${outputs['uploaded-count']} files signed and published (${what})`))
  }
}

heading('The same again: nothing to do')
for (const wares of demoPackages) {
  for (const version of versions) {
    const { outputs } = expectGreen(await push(wares, version))
    if (outputs['uploaded-count'] !== '0') throw new Error('the second run uploaded files')
    console.log(
      indented(`${wares.name} ${version}: ${outputs['uploaded-count']} files uploaded, ${outputs['unchanged-count']} there already`),
    )
  }
}

heading('A file of a published version has changed, and nobody said `override: true`: refused')
const [changed, [, version = '']] = [demoPackages[0], versions]
if (changed === undefined) throw new Error('there is nothing to change')
await appendFile(join(await sourceOf(changed, version), 'LICENSE'), 'Another line.\n')
const refused = await push(changed, version)
if (refused.conclusion === 'success') throw new Error('the changed file was published')
for (const message of publishStep(refused).errors) console.log(indented(message))

heading('The library again, by outtray/outtray in one step: signed, published in a Maven repository, synced to Maven Central')
const absent = missing('python3', 'gpg')
if (absent.length > 0) console.log(indented(`Left out: a Maven Central on this machine needs ${absent.join(' and ')}.`))
else await syncLibrary(versions[0] ?? '')

heading('Look around')
const publicKey = join(downloads, 'public-key.asc')
await writeFile(publicKey, key.publicKey)
const shown = (file: string) => relative('.', join(downloads, file))
console.log(
  indented(
    [
      `${shown(`${changed.name}/${version}`)}  files, each with its signature`,
      `${shown(`.outtray/packages/${changed.name}/versions/${version}.json`)}  the version record: what was published, when, by which run`,
      `${shown('.outtray/packages/outtray/versions/0.9.0.json')}  that of an imported version: where each asset is from, and how it was verified`,
      ...(absent.length > 0 ? [] : [`${shown('maven')}  the Maven repository; its version record tells of the sync`]),
      `${shownWorkflow}  the workflow that ran`,
      '',
      'Check a signature, without touching your own keyring:',
      `  export GNUPGHOME=$(mktemp -d) && gpg --import ${relative('.', publicKey)}`,
      `  gpg --verify ${shown(`${changed.name}/${version}/LICENSE.asc`)}`,
    ].join('\n'),
  ),
)
console.log(`\nDone in ${((performance.now() - started) / 1000).toFixed(0)} s.`)

function heading(text: string): void {
  console.log(`\n${text}`)
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

async function sourceOf({ name }: DemoPackage, version: string): Promise<string> {
  const folder = join(world.folder, 'sources', name, version)
  await mkdir(folder, { recursive: true })
  return folder
}

async function push(wares: DemoPackage, version: string, run?: WorkflowRun): Promise<WorkflowReport> {
  return world.push({ project: wares.name, version, source: await sourceOf(wares, version), ...(run && { run }) })
}

async function importReleases(old: readonly string[]): Promise<void> {
  await using github = await DemoGitHub.start(key, { folder: join(world.folder, 'github'), versions: old })
  const load = () => world.schedule('outtray', github.run(downloads))
  const { outputs } = expectGreen(await load())
  for (const imported of old) console.log(indented(`outtray ${imported}: ${await verifiedAssets(downloads, imported)}`))
  const { outputs: again } = expectGreen(await load())
  if (again.bytes !== '0' || again.records !== '[]') throw new Error('the second import found something to do')
  console.log(
    indented(`${outputs.bytes} bytes downloaded; the same again: ${again.bytes} bytes, ${again['api-calls']} requests, nothing written.`),
  )
  github.tamper()
  const alarmed = await load()
  if (alarmed.conclusion === 'success') throw new Error('a changed asset went unnoticed')
  console.log(indented('Somebody replaces an asset on GitHub; the next import is red, and what is here stays:'))
  for (const message of publishStep(alarmed).errors) console.log(indented(indented(message)))
}

async function syncLibrary(version: string): Promise<void> {
  await using central = await DemoCentral.start(key, { folder: join(world.folder, 'central'), repository: join(downloads, 'maven') })
  const { outputs } = expectGreen(await push(library, version, central.run))
  const purls: string[] = JSON.parse(outputs.purls ?? '[]')
  console.log(
    indented([`An emulated Central has validated and published it (${outputs.state}):`, ...purls.map((purl) => `  ${purl}`)].join('\n')),
  )
  expectGreen(await push(library, version, central.run))
  if (central.uploads !== 1) throw new Error('the second run uploaded again')
  console.log(indented('The same again: nothing to do, nothing uploaded.'))
  if (missing('mvn').length > 0) console.log(indented('Maven would now resolve it from there, if it were installed.'))
  else console.log(indented(`Maven resolves it from there: ${(await central.resolve(version)).join(', ')}`))
}

/** Those of some programs that are not on this machine. */
function missing(...programs: readonly string[]): string[] {
  return programs.filter((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0)
}

/** How the last step of the last job ended: the publication. */
function publishStep(report: WorkflowReport) {
  const step = report.jobs.at(-1)?.steps.at(-1)
  const errors = (step?.annotations ?? []).filter(({ kind, message }) => kind === 'error' && !message.startsWith('Process completed'))
  return { outputs: step?.outputs ?? {}, errors: errors.map(({ message }) => message) }
}

function expectGreen(report: WorkflowReport) {
  if (report.conclusion === 'success') return publishStep(report)
  for (const { name, log, annotations } of report.jobs.flatMap(({ steps }) => steps)) {
    console.error([`--- ${name}`, log, ...annotations.map(({ kind, message }) => `${kind}: ${message}`)].join('\n'))
  }
  throw new Error('the workflow failed')
}
