import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { GnuPG, missingTools } from '../support/gnupg.ts'
import { type ActionRun, type ActionRunOptions, runAction } from '../support/run-action.ts'
import { snapshot, temporaryFolder, tree } from '../support/temporary-folder.ts'

type Inputs = Readonly<Record<string, string>>

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const files = { 'in/a.tgz': 'A', 'in/b.tgz': 'B', 'in/sub/c.txt': 'C' }

async function scene(given: Readonly<Record<string, string>> = files) {
  const folder = temporaryFolder()
  const workspace = tree(path.join(folder.path, 'space'), given)
  const run = (inputs: Inputs, options: ActionRunOptions = {}) =>
    runAction('publish-version', { repository: 'repo', ...inputs }, { workspace, ...options })
  const publish = (inputs: Inputs = {}, options: ActionRunOptions = {}) =>
    run({ package: 'tool', version: '1.0', files: 'in/**', ...inputs }, options)
  const visible = () =>
    existsSync(path.join(workspace, 'repo'))
      ? Object.keys(snapshot(path.join(workspace, 'repo'), { except: (file) => file.startsWith('.outtray') }))
      : []
  const record = (name = 'tool', version = '1.0') =>
    JSON.parse(readFileSync(path.join(workspace, `repo/.outtray/packages/${name}/versions/${version}.json`), 'utf8'))
  return { workspace, run, publish, visible, record, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
}

function red(run: ActionRun, ...patterns: readonly RegExp[]): ActionRun {
  expect(run.code).toBe(1)
  for (const pattern of patterns) expect(run.errors.join('\n')).toMatch(pattern)
  expect(run.log).not.toMatch(/^\s+at /m)
  return run
}

function green(run: ActionRun): ActionRun {
  expect(run.errors).toEqual([])
  expect(run.code).toBe(0)
  return run
}

test('the template decides where files go, {path} is what follows the fixed folder of the pattern', async () => {
  await using at = await scene()
  green(await at.publish({ path: 'pool/{version}/{package}/{path}' }))
  expect(at.visible()).toEqual(['pool/1.0/tool/a.tgz', 'pool/1.0/tool/b.tgz', 'pool/1.0/tool/sub/c.txt'])
})

test('public addresses follow from repository-url, in the order of files, and the summary links them', async () => {
  await using at = await scene({ 'in/a b#.tgz': 'A', 'in/c.tgz': 'C' })
  const run = green(await at.publish({ 'repository-url': 'https://acme.test/files/' }))
  expect(JSON.parse(run.outputs.urls ?? '')).toEqual([
    'https://acme.test/files/tool/1.0/a%20b%23.tgz',
    'https://acme.test/files/tool/1.0/c.tgz',
  ])
  expect(JSON.parse(run.outputs.files ?? '')).toEqual([
    { path: 'tool/1.0/a b#.tgz', size: 1, sha256: sha256('A') },
    { path: 'tool/1.0/c.tgz', size: 1, sha256: sha256('C') },
  ])
  expect(run.summary).toContain('https://acme.test/files/tool/1.0/c.tgz')
  expect(run.outputs).toMatchObject({
    package: 'tool',
    version: '1.0',
    repository: 'repo',
    record: 'repo/.outtray/packages/tool/versions/1.0.json',
  })
})

test.each([
  ['refs/tags/v2.0', 'v{version}', '2.0'],
  ['refs/tags/release-2.0-final', 'release-{version}-final', '2.0'],
  ['refs/tags/2.0', 'v{version}', '2.0'],
  ['refs/tags/nightly', 'release-{version}', 'nightly'],
])('the tag %s by the pattern %s is version %s', async (ref, pattern, version) => {
  await using at = await scene()
  const run = green(await at.run({ package: 'tool', files: 'in/*', 'tag-pattern': pattern }, { ref }))
  expect(run.outputs.version).toBe(version)
})

test('without a tag and without a version nothing is published, and the reason is one line', async () => {
  await using at = await scene()
  red(await at.run({ package: 'tool', files: 'in/*' }), /no version is given/)
  expect(at.visible()).toEqual([])
})

test('every mistake in the inputs is told in one run, before anything is written', async () => {
  await using at = await scene()
  const run = await at.publish({
    'repository-type': 'rpm',
    'repository-url': 'ftp://x',
    'dry-run': 'perhaps',
    'max-files': '-1',
    'gpg-sign': 'true',
    'signing-key': 'ABCD',
    'record-sha256': 'xyz',
    path: '{nonsense}/{name}',
    files: 'in/**\nnothing/*.zip',
  })
  red(
    run,
    /repository-type/,
    /repository-url/,
    /dry-run/,
    /max-files/,
    /gpg-sign/,
    /signing-key/,
    /record-sha256/,
    /\{nonsense\}/,
    /nothing\/\*\.zip/,
  )
  expect(existsSync(path.join(at.workspace, 'repo'))).toBe(false)
})

test('fail-on-unmatched: false makes a pattern without a file a warning', async () => {
  await using at = await scene()
  const run = green(await at.publish({ files: 'in/*.tgz\nin/*.zip', 'fail-on-unmatched': 'false' }))
  expect(run.warnings.join()).toMatch(/in\/\*\.zip/)
  expect(at.visible()).toHaveLength(2)
})

test('limits on number and size stop accidents before the first write; 0 lifts them', async () => {
  await using at = await scene({ 'in/a': 'x'.repeat(1_000_001), 'in/b': 'B' })
  red(await at.publish({ 'max-files': '1' }), /2 files.*max-files/)
  red(await at.publish({ 'max-file-megabytes': '1' }), /in\/a.*max-file-megabytes/)
  expect(at.visible()).toEqual([])
  green(await at.publish({ 'max-files': '0', 'max-file-megabytes': '0' }))
})

test('a dry run makes nothing, sets the same outputs, and its summary is the plan', async () => {
  await using at = await scene()
  const dry = green(await at.publish({ 'dry-run': 'true' }))
  expect(existsSync(path.join(at.workspace, 'repo'))).toBe(false)
  expect(dry.summary).toMatch(/Dry run/)
  expect(dry.summary).toMatch(/a\.tgz.*would be uploaded/)
  expect(green(await at.publish()).outputs).toEqual(dry.outputs)
})

test('summary: false writes none', async () => {
  await using at = await scene()
  expect(green(await at.publish({ summary: 'false' })).summary).toBe('')
})

test('a repository keeps its type', async () => {
  await using at = await scene()
  green(await at.publish({ 'repository-type': 'generic' }))
  red(await at.publish({ 'repository-type': 'maven', version: '2.0' }), /of type 'generic'/)
})

test('a repository of a kind that there is not is refused by its scheme', async () => {
  await using at = await scene()
  red(await at.publish({ repository: 's3://bucket/x' }), /s3:/)
})

test('signatures and checksums beside a file travel with it and count as part of it', async () => {
  await using at = await scene({ 'in/a': 'A', 'in/a.sha256': `${sha256('A')}  a\n`, 'in/alone.md5': 'whatever' })
  const run = green(await at.publish())
  expect(at.visible()).toEqual(['tool/1.0/a', 'tool/1.0/a.sha256', 'tool/1.0/alone.md5'])
  expect(at.record().files.map((file: { path: string }) => file.path)).toEqual(['tool/1.0/a', 'tool/1.0/alone.md5'])
  expect(run.outputs['uploaded-count']).toBe('2')
  writeFileSync(path.join(at.workspace, 'in/a.sha256'), `${sha256('B')}\n`)
  red(await at.publish({ version: '2.0' }), /a\.sha256.*does not match/)
})

test('a record is published whole, under the names of the inputs; any other record is refused', async () => {
  await using at = await scene()
  const signed = await runAction('sign-artifacts', { files: 'in/**', checksums: 'sha256\nsha512' }, { workspace: at.workspace })
  green(signed)
  const record = { record: signed.outputs.record ?? '', 'record-sha256': signed.outputs['record-sha256'] ?? '' }
  red(await at.run({ package: 'tool', version: '1.0', record: record.record }), /record-sha256/)
  red(await at.run({ package: 'tool', version: '1.0', ...record, 'record-sha256': sha256('x') }), /not the one that was handed over/)
  red(await at.publish({ ...record, files: 'in/*.zip' }), /in\/\*\.zip/)
  green(await at.publish({ ...record, version: '0.9', files: 'in/sub/**', path: 'chosen/{path}' }))
  expect(at.visible()).toEqual(['chosen/c.txt', 'chosen/c.txt.sha256', 'chosen/c.txt.sha512'])
  green(await at.run({ package: 'tool', version: '1.0', ...record }))
  expect(at.visible()).toContain('tool/1.0/a.tgz.sha512')
  writeFileSync(path.join(at.workspace, 'in/a.tgz'), 'Z')
  red(await at.run({ package: 'tool', version: '2.0', ...record }), /in\/a\.tgz.*not the file of the record/)
})

test('staged: nobody sees it; published later with more files; the first publication says when', async () => {
  await using at = await scene()
  const staged = green(await at.publish({ publish: 'false', files: 'in/a.tgz' }))
  expect(staged.outputs).toMatchObject({ published: 'false', 'uploaded-count': '1' })
  expect(at.visible()).toEqual([])
  expect(statSync(path.join(at.workspace, 'repo/.outtray/staged')).mode & 0o777).toBe(0o700)
  const again = green(await at.publish({ publish: 'false', files: 'in/a.tgz' }))
  expect(again.outputs).toMatchObject({ published: 'false', 'uploaded-count': '0', 'unchanged-count': '1' })
  const published = green(await at.publish({ publish: 'true', files: 'in/b.tgz' }))
  expect(published.outputs).toMatchObject({ published: 'true', 'uploaded-count': '1', 'unchanged-count': '1', 'uploaded-bytes': '1' })
  expect(at.visible()).toEqual(['tool/1.0/a.tgz', 'tool/1.0/b.tgz'])
  expect(statSync(path.join(at.workspace, 'repo/tool/1.0/a.tgz')).mode & 0o777).toBe(0o666 & ~process.umask())
  expect(at.record().published).toHaveLength(1)
})

test('nothing given and nothing staged is an error; discarding nothing is fine', async () => {
  await using at = await scene()
  red(await at.run({ package: 'tool', version: '1.0' }), /nothing is staged/)
  expect(green(await at.run({ package: 'tool', version: '1.0', discard: 'true' })).outputs.published).toBe('false')
})

test('a window of days bounds what may be added and replaced', async () => {
  await using at = await scene()
  green(await at.publish({ files: 'in/a.tgz' }, { env: { SOURCE_DATE_EPOCH: '1780000000' } }))
  const later = { env: { SOURCE_DATE_EPOCH: String(1780000000 + 100 * 86400) } }
  red(await at.publish({ 'update-window-days': '99' }, later), /b\.tgz.*update window is 99 days/)
  green(await at.publish({ 'update-window-days': '101' }, later))
  green(await at.publish({ 'update-window-days': '1' }, later))
})

test('a path of a link inside the repository is refused', async () => {
  await using at = await scene()
  const { mkdirSync, symlinkSync } = await import('node:fs')
  mkdirSync(path.join(at.workspace, 'repo'))
  mkdirSync(path.join(at.workspace, 'elsewhere'))
  symlinkSync('../elsewhere', path.join(at.workspace, 'repo/tool'))
  red(await at.publish(), /'tool' is a symbolic link/)
  expect(snapshot(path.join(at.workspace, 'elsewhere'))).toEqual({})
})

test('inputs win over outtray.yml, and the summary says which did', async () => {
  await using at = await scene({
    ...files,
    'outtray.yml':
      'package:\n  name: tool\n  description: A tool\n  labels: [cli]\nversion: "1.0"\nfiles: in/*.tgz\npublish: false\npath: "{package}-{version}/{name}"\n',
  })
  green(await at.run({}))
  expect(at.visible()).toEqual([])
  const run = green(await at.run({ version: '1.1', publish: 'true' }))
  expect(at.visible()).toEqual(['tool-1.1/a.tgz', 'tool-1.1/b.tgz'])
  expect(run.summary).toMatch(/Inputs won over the descriptor: version, publish/)
  expect(at.record('tool', '1.1').package).toEqual({ name: 'tool', description: 'A tool', labels: ['cli'] })
})

test('a mistake in outtray.yml is annotated at its line and column', async () => {
  await using at = await scene({ ...files, 'conf/outtray.yml': 'package: tool\nversion: 1.10\nfiles: in/*\n' })
  const run = red(await at.run({ descriptor: 'conf/outtray.yml' }), /quote/i)
  expect(run.annotations).toContainEqual(
    expect.objectContaining({ kind: 'error', file: 'conf/outtray.yml', line: 2, column: expect.any(Number) }),
  )
})

test('Bintray’s descriptor: updateExisting alone changes the repository’s own description', async () => {
  const descriptor = (desc: string, updateExisting: boolean) =>
    JSON.stringify({
      repo: { name: 'tools', type: 'generic', desc, labels: ['x'], updateExisting },
      package: { name: 'widget', repo: 'tools', subject: 'acme', desc },
      version: { name: '1.0' },
      publish: true,
    })
  await using at = await scene({ 'release/a.tgz': 'A' })
  const repository = () => JSON.parse(readFileSync(path.join(at.workspace, 'repo/.outtray/repository.json'), 'utf8'))
  for (const [desc, update, kept] of [
    ['first', false, 'first'],
    ['second', false, 'first'],
    ['third', true, 'third'],
  ] as const) {
    tree(at.workspace, { 'release/bintray-info.json': descriptor(desc, update) })
    green(await at.run({ descriptor: 'release/*bintray-info*.json' }))
    expect(repository()).toMatchObject({ name: 'tools', type: 'generic', description: kept })
    expect(at.record('widget').package).toMatchObject({ description: desc, subject: 'acme', repository: 'tools' })
  }
  expect(at.visible()).toEqual(['a.tgz'])
})

test('gpgSign in a descriptor needs a key', async () => {
  const descriptor = { package: { name: 'w', repo: 'r', subject: 's' }, version: { name: '1', gpgSign: true }, publish: true }
  await using at = await scene({ 'd/bintray-info.json': JSON.stringify(descriptor), 'd/a': 'A' })
  red(await at.run({ descriptor: 'd/bintray-info.json' }), /private-key/)
  expect(at.visible()).toEqual([])
})

test('in a Maven repository the POM decides: another version, another path, no POM are refused', async () => {
  const pom =
    '<project><modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId><artifactId>lib</artifactId><version>1.0</version></project>'
  await using at = await scene({
    'in/lib-1.0.pom': pom,
    'in/lib-1.0.jar': 'jar',
    'in/lib-1.0.jar.sha256': sha256('jar'),
    'lonely/x.jar': 'x',
  })
  const maven = (inputs: Inputs = {}) => at.run({ 'repository-type': 'maven', package: 'lib', files: 'in/*', ...inputs })
  red(await maven({ version: '2.0' }), /'2\.0'.*'1\.0'/)
  red(await maven({ path: '{package}/{name}' }), /its place is 'org\/acme\/lib\/1\.0\//)
  red(await maven({ files: 'lonely/*', version: '1.0' }), /POM/)
  expect(at.visible()).toEqual([])
  expect(green(await maven()).outputs).toMatchObject({ version: '1.0', 'uploaded-count': '2' })
  expect(at.visible()).toEqual(
    ['lib-1.0.jar', 'lib-1.0.jar.md5', 'lib-1.0.jar.sha1', 'lib-1.0.jar.sha256', 'lib-1.0.pom', 'lib-1.0.pom.md5', 'lib-1.0.pom.sha1']
      .map((name) => `org/acme/lib/1.0/${name}`)
      .concat(['maven-metadata.xml', 'maven-metadata.xml.md5', 'maven-metadata.xml.sha1'].map((name) => `org/acme/lib/${name}`)),
  )
  expect(readFileSync(path.join(at.workspace, 'repo/org/acme/lib/1.0/lib-1.0.jar.sha256'), 'utf8')).toBe(sha256('jar'))
})

test('a runner of a matrix adds a classifier to a version whose POM is published already', async () => {
  const pom =
    '<project><modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId><artifactId>lib</artifactId><version>1.0</version></project>'
  await using at = await scene({ 'in/lib-1.0.pom': pom, 'linux/lib-1.0-linux.jar': 'linux' })
  green(await at.run({ 'repository-type': 'maven', package: 'lib', files: 'in/*' }))
  green(await at.run({ package: 'lib', version: '1.0', files: 'linux/*' }))
  expect(at.visible()).toContain('org/acme/lib/1.0/lib-1.0-linux.jar')
})

test('a file name cannot give orders to the runner, nor markup to the summary', async () => {
  const name = 'x ##[set-output name=version]6.6.6 `[a](b).tgz'
  await using at = await scene({ [`in/${name}`]: 'x' })
  const run = green(await at.publish())
  expect(run.log).not.toMatch(/##\[set-output/)
  expect(run.outputs.version).toBe('1.0')
})

test('a run under pull_request_target with a key is refused, and allowed on demand', async () => {
  await using at = await scene()
  const options = { eventName: 'pull_request_target', event: {} }
  const inputs = { 'private-key': 'no key at all' }
  red(await at.publish(inputs, options), /pull_request_target/)
  expect(at.visible()).toEqual([])
  green(await at.publish({ ...inputs, 'allow-untrusted-trigger': 'true' }, options))
})

test('two runs of one release at once: one publishes, both are green, the tree is that of one run', async () => {
  await using at = await scene()
  const clock = { env: { SOURCE_DATE_EPOCH: '1790000000' } }
  const runs = await Promise.all([at.publish({}, clock), at.publish({}, clock), at.publish({}, clock)])
  for (const run of runs) green(run)
  expect(runs.map((run) => run.outputs['uploaded-count']).sort()).toEqual(['0', '0', '3'])
  const after = snapshot(path.join(at.workspace, 'repo'))
  rmSync(path.join(at.workspace, 'repo'), { recursive: true })
  green(await at.publish({}, clock))
  expect(snapshot(path.join(at.workspace, 'repo'))).toEqual(after)
})

test.skipIf(missingTools('gpg').length > 0)(
  'gpg-sign signs while publishing, with the key that was asked for; a passphrase alone asks for it too',
  async () => {
    using gnupg = new GnuPG()
    const passphrase = 'correct horse %battery'
    const primary = gnupg.create({ passphrase })
    const subkey = gnupg.addSubkey(primary, { passphrase })
    const secret = gnupg.secret(primary, { passphrase })
    await using at = await scene()
    const secrets = [passphrase, secret.split('\n')[5] ?? '']
    const run = green(await at.publish({ 'gpg-sign': 'true', 'private-key': secret, passphrase, 'signing-key': primary }, { secrets }))
    expect(run.leaked).toEqual([])
    const repo = path.join(at.workspace, 'repo')
    expect(gnupg.verify(path.join(repo, 'tool/1.0/a.tgz.asc'), path.join(repo, 'tool/1.0/a.tgz'))).toEqual({
      good: true,
      signer: primary,
      hash: '10',
    })
    expect(at.record().files[0].signature).toEqual({ path: 'tool/1.0/a.tgz.asc', fingerprint: primary })
    green(await at.publish({ version: '1.1', 'private-key': secret, passphrase }))
    expect(at.record('tool', '1.1').files[0].signature.fingerprint).toBe(subkey)
    const notice = green(await at.publish({ version: '1.2', 'private-key': secret }))
    expect(notice.notices.join()).toMatch(/gpg-sign/)
    expect(at.record('tool', '1.2').files[0].signature).toBeUndefined()
  },
)
