import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKey } from 'openpgp'
import { beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type PortalEmulator, startPortal } from '../emulators/central-portal/server.ts'
import type { StepReport } from '../harness/job-state.ts'
import { runWorkflow } from '../harness/workflow.ts'
import { missingTools } from '../support/gnupg.ts'
import { project } from '../support/run-action.ts'
import { snapshot, temporaryFolder, tree } from '../support/temporary-folder.ts'
import { library } from '../unit/emulators/central-portal/scene.ts'

const files = { 'out/app.txt': 'an app\n', 'out/lib/app.jar': 'a library\n' }
const paths = ['app/1.2.0/app.jar', 'app/1.2.0/app.txt']
const token = { username: 'tokenuser7', password: 'tokenp4ssword' }
let key: { readonly secret: string; readonly publicKey: string; readonly fingerprint: string }

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKey({
    type: 'ecc',
    curve: 'ed25519Legacy',
    userIDs: [{ name: 'Acme', email: 'release@acme.test' }],
    passphrase: 'open sesame, please',
    format: 'object',
  })
  const fingerprint = (await privateKey.getSigningKey()).getFingerprint().toUpperCase()
  key = { secret: privateKey.armor(), publicKey: publicKey.armor(), fingerprint }
})

interface Release {
  readonly inputs: Readonly<Record<string, string>>
  /** In the workspace before the action runs. */
  readonly workspace?: Readonly<Record<string, string | Uint8Array>>
  readonly signed?: boolean
}

interface Outcome {
  readonly step: StepReport
  /** Files of the repository, without its metadata. */
  readonly published: readonly string[]
  readonly read: (path: string) => string
  /** What the version's record says at the end, when there is one. */
  readonly record: unknown
}

/** Runs `uses: outtray/outtray@v1` in a job of its own. */
async function release({ inputs, workspace = files, signed = true }: Release): Promise<Outcome> {
  await using folder = temporaryFolder('root-action')
  const source = tree(join(folder.path, 'source'), workspace)
  const secretInputs = signed ? { 'private-key': '$' + '{{ secrets.KEY }}', passphrase: '$' + '{{ secrets.PASSPHRASE }}' } : {}
  const report = await runWorkflow({
    workflow: stringify({
      jobs: {
        release: {
          steps: [
            { uses: 'actions/checkout@v7' },
            { uses: 'outtray/outtray@v1', with: { repository: 'site', ...secretInputs, ...inputs } },
          ],
        },
      },
    }),
    folder: join(folder.path, 'run'),
    root: source,
    repositories: { 'outtray/outtray': project },
    standIns: {
      'actions/checkout': async (call) => {
        tree(call.workspace, workspace)
        return {}
      },
    },
    secrets: { KEY: key.secret, PASSPHRASE: 'open sesame, please', PASSWORD: token.password },
    run: { ref: 'refs/tags/v1.2.0' },
  })
  const [job] = report.jobs
  const step = job?.steps.at(-1)
  if (job === undefined || step === undefined) throw new Error('nothing ran')
  const contents = snapshot(job.workspace, { except: (path) => path.startsWith('site/.outtray/') })
  const texts = new Map(Object.keys(contents).map((path) => [path, readFileSync(join(job.workspace, path), 'utf8')]))
  const record = join(job.workspace, step.outputs.record ?? '')
  return {
    step,
    published: Object.keys(contents).flatMap((path) => (path.startsWith('site/') ? [path.slice(5)] : [])),
    read: (path) => texts.get(path) ?? '',
    record: record.endsWith('.json') && existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : undefined,
  }
}

function told(step: StepReport): string {
  return [step.log, ...step.annotations.map(({ kind, message }) => `${kind}: ${message}`)].join('\n')
}

describe('the root action', () => {
  test('signs and publishes in one step, and hands on the outputs of both', async () => {
    const { step, published, read } = await release({ inputs: { files: 'out/**', package: 'app' } })
    expect(step.conclusion, told(step)).toBe('success')
    expect(published).toEqual(paths.flatMap((path) => [path, `${path}.asc`]))
    expect(step.outputs).toMatchObject({
      package: 'app',
      version: '1.2.0',
      repository: 'site',
      published: 'true',
      'uploaded-count': '2',
      'unchanged-count': '0',
      'signed-count': '2',
      'skipped-count': '0',
      fingerprint: key.fingerprint,
      'public-key': 'public-key.asc',
    })
    expect(JSON.parse(step.outputs.files ?? '').map((file: { path: string }) => file.path)).toEqual(paths)
    expect(read('site/app/1.2.0/app.txt.asc')).toContain('-----BEGIN PGP SIGNATURE-----')
    expect(step.summaries).toHaveLength(2)
  })

  test('without a key it publishes what it is given, unsigned', async () => {
    const { step, published } = await release({ inputs: { files: 'out/**', package: 'app' }, signed: false })
    expect(step.conclusion, told(step)).toBe('success')
    expect(published).toEqual(paths)
    expect(step.outputs).toMatchObject({ 'uploaded-count': '2', fingerprint: '', 'signed-count': '' })
  })

  test('without a key, checksums that are asked for are written and published', async () => {
    const { step, published } = await release({ inputs: { files: 'out/**', package: 'app', checksums: 'sha256' }, signed: false })
    expect(step.conclusion, told(step)).toBe('success')
    expect(published).toEqual(paths.flatMap((path) => [path, `${path}.sha256`]))
  })

  test('a descriptor names the files, which are then signed while they are published', async () => {
    const descriptor = 'package: app\nversion: 1.2.0\nfiles:\n  - out/**\n'
    const { step, published } = await release({ inputs: {}, workspace: { ...files, 'outtray.yml': descriptor } })
    expect(step.conclusion, told(step)).toBe('success')
    expect(published).toEqual(paths.flatMap((path) => [path, `${path}.asc`]))
  })

  test.each([true, false])('a dry run writes nothing and sets the outputs (signed: %s)', async (signed) => {
    const { step, published, read } = await release({ inputs: { files: 'out/**', package: 'app', 'dry-run': 'true' }, signed })
    expect(step.conclusion, told(step)).toBe('success')
    expect(published).toEqual([])
    expect(read('out/app.txt.asc')).toBe('')
    expect(step.outputs).toMatchObject({ package: 'app', version: '1.2.0', 'uploaded-count': '2', 'signed-count': signed ? '2' : '' })
  })

  test('publish: false leaves the version staged', async () => {
    const { step, published } = await release({ inputs: { files: 'out/**', package: 'app', publish: 'false' } })
    expect(step.conclusion, told(step)).toBe('success')
    expect(published).toEqual([])
    expect(step.outputs.published).toBe('false')
  })

  test('when signing fails nothing is published', async () => {
    const { step, published } = await release({ inputs: { files: 'out/**', package: 'app', 'expected-fingerprint': 'A'.repeat(40) } })
    expect(step.conclusion).toBe('failure')
    expect(step.annotations[0]?.message).toContain(key.fingerprint)
    expect(published).toEqual([])
  })
})

const missing = missingTools('gpg', 'python3')
const skipped = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} missing)`

describe.skipIf(missing.length > 0)(`the root action with sync-to-central: true${skipped}`, () => {
  const inputs = { files: 'staging/**', package: 'lib', 'repository-type': 'maven', 'sync-to-central': 'true' }
  let workspace: Record<string, string | Uint8Array>

  beforeAll(() => {
    workspace = Object.fromEntries(Object.entries(library({ version: '1.2.0' })).map(([path, content]) => [`staging/${path}`, content]))
  })

  /** What the sync needs, and a Portal that trusts the key. */
  async function withPortal(body: (portal: PortalEmulator, access: Record<string, string>) => Promise<void>): Promise<void> {
    await using folder = temporaryFolder('keyring')
    const keyring = join(folder.path, 'public.asc')
    writeFileSync(keyring, key.publicKey)
    await using portal = await startPortal({ token: `${token.username}:${token.password}`, keyring, immediate: true })
    await body(portal, {
      username: token.username,
      password: '$' + '{{ secrets.PASSWORD }}',
      'portal-url': portal.portalUrl,
      'central-url': portal.centralUrl,
      keyservers: '',
    })
    expect(portal.breakdowns).toEqual([])
  }

  test('signs, publishes and syncs; the record in the repository tells of the sync', async () => {
    await withPortal(async (portal, access) => {
      const { step, published, record } = await release({ inputs: { ...inputs, ...access, 'wait-for': 'available' }, workspace })
      expect(step.conclusion, told(step)).toBe('success')
      expect(published).toContain('org/acme/lib/1.2.0/lib-1.2.0.jar.asc')
      const [deployment] = portal.published
      expect(step.outputs).toMatchObject({
        'uploaded-count': '4',
        'signed-count': '4',
        state: 'available',
        'deployment-id': deployment?.id,
      })
      expect(JSON.parse(step.outputs['central-urls'] ?? '')).toHaveLength(1)
      expect(record).toMatchObject({ syncs: [{ deployment: deployment?.id, state: 'available' }] })
      expect(step.summaries).toHaveLength(3)
    })
  })

  test('what Central refuses is published and red; the outputs of all three tell how far it came', async () => {
    await withPortal(async (portal, access) => {
      const incomplete = Object.fromEntries(Object.entries(workspace).filter(([path]) => !path.endsWith('-javadoc.jar')))
      const { step, published } = await release({ inputs: { ...inputs, ...access }, workspace: incomplete })
      expect(step.conclusion).toBe('failure')
      expect(told(step)).toContain('Javadocs must be provided but not found in entries')
      expect(published).toContain('org/acme/lib/1.2.0/lib-1.2.0.jar')
      expect(step.outputs).toMatchObject({ published: 'true', state: 'rejected' })
      expect(portal.deployments).toEqual([])
    })
  })

  test('a dry run publishes nothing, and so has nothing to sync', async () => {
    await withPortal(async (portal, access) => {
      const { step, published } = await release({ inputs: { ...inputs, ...access, 'dry-run': 'true' }, workspace })
      expect(step.conclusion, told(step)).toBe('success')
      expect(published).toEqual([])
      expect(step.outputs).toMatchObject({ 'uploaded-count': '4', state: '' })
      expect(portal.requests).toEqual([])
    })
  })

  test('without the switch nothing is asked of Central', async () => {
    await withPortal(async (portal, access) => {
      const { step } = await release({ inputs: { ...inputs, ...access, 'sync-to-central': 'false' }, workspace })
      expect(step.conclusion, told(step)).toBe('success')
      expect(portal.requests).toEqual([])
    })
  })
})
