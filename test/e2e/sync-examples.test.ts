import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Deployment } from '../emulators/central-portal/deployment.ts'
import type { StepReport } from '../harness/job-state.ts'
import type { WorkflowReport } from '../harness/workflow.ts'
import { git } from '../support/git-server.ts'
import { missingTools } from '../support/gnupg.ts'
import { allFacts } from '../unit/emulators/central-portal/scene.ts'
import { buildScript, CentralWorld, Publisher, pomTemplate } from './central-world.ts'
import { expectGreen } from './workflow-story.ts'

const missing = missingTools('gpg', 'openssl', 'python3')
const skipped = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} missing)`

describe.skipIf(missing.length > 0)(`examples for Maven Central${skipped}`, () => {
  let publisher: Publisher

  beforeAll(() => {
    publisher = new Publisher()
  })
  afterAll(() => publisher?.[Symbol.dispose]())

  describe('central-preflight.yml', () => {
    const example = 'central-preflight.yml'

    test('a good pull request is green, without secrets, and nothing is sent', async () => {
      await using world = await CentralWorld.create(publisher)
      const report = await world.run(example, { environments: {} })
      expectGreen(report)
      expect(lastStep(report).outputs).toMatchObject({ state: 'planned', files: '16', errors: '[]' })
      expect(world.portal.requests.filter(({ path }) => path.startsWith('/api/'))).toEqual([])
      expect(world.keyServer.requests).toEqual([])
    })

    test('what Central would refuse is told at the line of the POM, all of it at once', async () => {
      const facts = allFacts.replace(/<description>.*<\/description>/, '').replace(/<scm>.*<\/scm>/, '')
      await using world = await CentralWorld.create(publisher, { 'pom.xml': pomTemplate(facts) })
      const report = await world.run(example, { environments: {} })
      expect(report.conclusion).toBe('failure')
      const told = lastStep(report).annotations.filter(({ file }) => file === 'staging/org/acme/widget/0.0.0/widget-0.0.0.pom')
      const messages = told.map(({ message }) => message).join('\n')
      expect(messages).toContain('Project description is missing')
      expect(messages).toContain('SCM URL is not defined')
      expect(told.every(({ line, column }) => line !== undefined && column !== undefined)).toBe(true)
    })
  })

  describe('central-release.yml', () => {
    const example = 'central-release.yml'

    test('a tag is signed, published on the branch and synced; a re-run has nothing to do', async () => {
      await using world = await CentralWorld.create(publisher)
      expectGreen(await world.push(example, 'v1.0.0'))
      const { portal } = world
      await portal.settle()
      expect(await pathsOf(portal.published)).toEqual([filesOf('widget', '1.0.0')])
      const [sync, ...others] = world.record('1.0.0').syncs
      expect(others).toEqual([])
      expect(sync).toMatchObject({ deployment: portal.published[0]?.id, files: 16 })
      expect(['publishing', 'published']).toContain(sync?.state)

      const again = await world.push(example, 'v1.0.0')
      expectGreen(again)
      expect(world.uploads).toBe(1)
      expect(portal.published).toHaveLength(1)
    })

    test('what Central would refuse is neither signed nor published', async () => {
      await using world = await CentralWorld.create(publisher, { 'pom.xml': pomTemplate('') })
      const report = await world.push(example, 'v1.0.0')
      expect(report.conclusion).toBe('failure')
      expect(report.jobs.map(({ id }) => id)).toEqual(['build'])
      expect(git(world.bare, 'branch', '--list', 'gh-pages')).toBe('')
    })
  })

  describe('central-approval.yml', () => {
    const example = 'central-approval.yml'

    test('what is approved is published; a re-run finds it there', async () => {
      await using world = await CentralWorld.create(publisher)
      const { portal } = world
      const report = await world.push(example, 'v1.0.0')
      expectGreen(report)
      expect(report.jobs.map(({ id }) => id)).toEqual(['build', 'validate', 'publish'])
      expect(report.jobs[1]?.outputs.state).toBe('validated')
      await portal.settle()
      expect(await pathsOf(portal.published)).toEqual([filesOf('widget', '1.0.0')])

      const again = await world.push(example, 'v1.0.0')
      expectGreen(again)
      expect(again.jobs.map(({ id }) => id)).toEqual(['build', 'validate'])
      expect(world.uploads).toBe(1)
    })

    test('what is rejected is dropped', async () => {
      await using world = await CentralWorld.create(publisher)
      const report = await world.push(example, 'v1.0.0', { rejecting: ['maven-central'] })
      expect(report.conclusion).toBe('failure')
      expect(report.jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
        ['build', 'success'],
        ['validate', 'success'],
        ['drop', 'success'],
      ])
      expect(lastStep(report).outputs.state).toBe('dropped')
      expect(world.uploads).toBe(1)
      expect(world.portal.deployments).toEqual([])
    })

    test('what was approved and could not be published is not dropped: a re-run publishes it', async () => {
      await using world = await CentralWorld.create(publisher)
      const { portal } = world
      portal.inject({ do: 'answer', method: 'POST', path: '/deployment/', status: 402, body: 'Monthly publishing limit reached' })
      const report = await world.push(example, 'v1.0.0')
      expect(report.jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
        ['build', 'success'],
        ['validate', 'success'],
        ['publish', 'failure'],
      ])
      portal.clearFaults()
      expectGreen(await world.push(example, 'v1.0.0'))
      await portal.settle()
      expect(portal.published).toHaveLength(1)
      expect(world.uploads).toBe(1)
    })
  })

  describe('central-resync.yml', () => {
    const example = 'central-resync.yml'

    test('what a release could not bring to Central, the night does; the next night has nothing to do', async () => {
      await using world = await CentralWorld.create(publisher)
      const { portal } = world
      expectGreen(await world.push('central-release.yml', 'v1.0.0'))
      portal.inject({ do: 'answer', path: '/upload$', status: 402, body: 'Monthly publishing limit reached' })
      const refused = await world.push('central-release.yml', 'v1.1.0')
      expect(refused.conclusion).toBe('failure')
      portal.clearFaults()
      await portal.settle()
      expect(portal.published).toHaveLength(1)

      const night = await world.run(example)
      expectGreen(night)
      await portal.settle()
      expect(await pathsOf(portal.published)).toEqual([filesOf('widget', '1.0.0'), filesOf('widget', '1.1.0')])
      expect(world.record('1.1.0').syncs.at(-1)).toMatchObject({ deployment: portal.published[1]?.id })
      expect(git(world.bare, 'log', '--format=%s', 'gh-pages').split('\n')).toEqual([
        'Resync with Maven Central',
        'Publish widget 1.1.0',
        'Publish widget 1.0.0',
      ])

      const uploads = world.uploads
      expectGreen(await world.run(example))
      expect(world.uploads).toBe(uploads)
    })

    test('the records are saved when a version fails, too', async () => {
      await using world = await CentralWorld.create(publisher)
      const { portal } = world
      portal.inject({ do: 'answer', path: '/upload$', status: 402, body: 'Monthly publishing limit reached', times: 1 })
      await world.push('central-release.yml', 'v1.0.0')
      portal.inject({ do: 'fail', errors: { common: ['Something broke'] } })
      const night = await world.run(example)
      expect(night.conclusion).toBe('failure')
      expect(world.record('1.0.0').syncs.at(-1)?.state).toMatch(/^(failed|dropped)$/)
    })
  })

  describe('central-matrix.yml', () => {
    const example = 'central-matrix.yml'

    test('what three systems built becomes one deployment', async () => {
      await using world = await CentralWorld.create(publisher)
      const { portal } = world
      expectGreen(await world.push(example, 'v1.0.0'))
      await portal.settle()
      expect(world.uploads).toBe(1)
      const names = ['widget', 'widget-macos-latest', 'widget-ubuntu-latest', 'widget-windows-latest']
      expect(await pathsOf(portal.published)).toEqual([names.flatMap((name) => filesOf(name, '1.0.0')).sort()])
    })

    test('a file that they built differently is a conflict that names both, and nothing is sent', async () => {
      const appends = '[ "$2" != macos-latest ] || echo >> staging/org/acme/widget/$1/widget-$1.pom\n'
      await using world = await CentralWorld.create(publisher, { 'build.sh': `${buildScript}${appends}` })
      const report = await world.push(example, 'v1.0.0')
      expect(report.conclusion).toBe('failure')
      const messages = lastStep(report).annotations.map(({ message }) => message)
      expect(messages.join('\n')).toContain('staging-macos-latest')
      expect(messages.join('\n')).toContain('staging-ubuntu-latest')
      expect(world.uploads).toBe(0)
    })
  })
})

/** What a complete library has at Central, sorted. */
function filesOf(name: string, version: string): string[] {
  const stem = `org/acme/${name}/${version}/${name}-${version}`
  const files = ['.pom', '.jar', '-sources.jar', '-javadoc.jar'].map((end) => `${stem}${end}`)
  return files.flatMap((file) => ['', '.asc', '.md5', '.sha1'].map((sidecar) => `${file}${sidecar}`)).sort()
}

async function pathsOf(deployments: readonly Deployment[]): Promise<string[][]> {
  return Promise.all(deployments.map(async ({ verdict }) => (await verdict).files.map(({ path }) => path).sort()))
}

function lastStep(report: WorkflowReport): StepReport {
  const step = report.jobs.at(-1)?.steps.at(-1)
  if (step === undefined) throw new Error('nothing ran')
  return step
}
