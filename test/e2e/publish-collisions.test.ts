import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { GnuPG, missingTools } from '../support/gnupg.ts'
import { runAction } from '../support/run-action.ts'
import { snapshot, temporaryFolder, tree } from '../support/temporary-folder.ts'

type Inputs = Readonly<Record<string, string>>
type Files = Readonly<Record<string, string>>

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function scene() {
  const folder = temporaryFolder()
  const workspace = path.join(folder.path, 'space')
  const repo = path.join(workspace, 'repo')
  const publish = (given: Files, inputs: Inputs = {}) => {
    rmSync(path.join(workspace, 'in'), { recursive: true, force: true })
    tree(workspace, Object.fromEntries(Object.entries(given).map(([name, text]) => [`in/${name}`, text])))
    const files = Object.keys(given).length === 0 ? '' : 'in/**'
    return runAction('publish-version', { repository: 'repo', package: 'tool', version: '1.0', files, ...inputs }, { workspace })
  }
  const green = async (given: Files, inputs: Inputs = {}) => {
    const run = await publish(given, inputs)
    expect(run.errors).toEqual([])
    return run
  }
  /** The run is refused for that reason, and not a byte of the repository changes. */
  const refused = async (given: Files, inputs: Inputs, reason: RegExp) => {
    const before = existsSync(repo) ? snapshot(repo) : {}
    const run = await publish(given, inputs)
    expect(run.errors.join('\n')).toMatch(reason)
    expect(run.code).toBe(1)
    expect(existsSync(repo) ? snapshot(repo) : {}).toEqual(before)
  }
  const read = (file: string) => readFileSync(path.join(repo, file), 'utf8')
  return { workspace, repo, publish, green, refused, read, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
}

const sum = (text: string) => `${sha256(text)}\n`

test('a checksum that was published as a file of its own is never overwritten by that of another file', async () => {
  await using at = scene()
  await at.green({ 'a.jar.sha256': 'my own' })
  await at.refused({ 'a.jar': 'A', 'a.jar.sha256': sum('A') }, {}, /'tool\/1\.0\/a\.jar\.sha256' is the place of/)
})

test('a signature or checksum cannot take the path of another version’s file', async () => {
  await using at = scene()
  await at.green({ 'a.jar.sha256': 'of 1.0' }, { path: 'x/{name}' })
  await at.refused({ 'a.jar': 'A', 'a.jar.sha256': sum('A') }, { version: '2.0', path: 'x/{name}' }, /belongs to version '1\.0'/)
})

test('a checksum alone, of a file that the version has, is refused: it would be overwritten with the file', async () => {
  await using at = scene()
  await at.green({ 'a.jar': 'A' })
  await at.refused({ 'a.jar.sha256': sum('A') }, { override: 'true' }, /Give both together/)
})

test('a checksum that somebody put there by hand is not overwritten without override', async () => {
  await using at = scene()
  tree(at.repo, { 'tool/1.0/a.jar.sha256': 'by hand' })
  await at.refused({ 'a.jar': 'A', 'a.jar.sha256': sum('A') }, {}, /no version owns it/)
  await at.green({ 'a.jar': 'A', 'a.jar.sha256': sum('A') }, { override: 'true' })
  expect(at.read('tool/1.0/a.jar.sha256')).toBe(sum('A'))
})

test('staging other bytes drops the checksum of the old ones', async () => {
  await using at = scene()
  await at.green({ 'a.jar': 'A', 'a.jar.sha256': sum('A') }, { publish: 'false' })
  await at.green({ 'a.jar': 'B' }, { publish: 'false' })
  await at.green({})
  expect(snapshot(path.join(at.repo, 'tool'))).toEqual({ '1.0/a.jar': sha256('B') })
})

test.each([
  ['changed', (file: string) => writeFileSync(file, 'evil')],
  ['gone', (file: string) => rmSync(file)],
])('a staged file that is %s by now is named, and nothing is published', async (_, damage) => {
  await using at = scene()
  await at.green({ a: 'A', b: 'B' }, { publish: 'false' })
  damage(path.join(at.repo, '.outtray/staged/tool/1.0/files/tool/1.0/a'))
  await at.refused({}, {}, /'tool\/1\.0\/a' was staged, and is missing or has other bytes/)
  await at.green({ a: 'A' })
  expect(snapshot(path.join(at.repo, 'tool'))).toEqual({ '1.0/a': sha256('A'), '1.0/b': sha256('B') })
})

test('checksums keep their bytes through staging', async () => {
  await using at = scene()
  await at.green({ 'ä.txt': 'A', 'ä.txt.sha256': `${sha256('A')}  ä.txt\n` }, { publish: 'false' })
  await at.green({})
  expect(at.read('tool/1.0/ä.txt.sha256')).toBe(`${sha256('A')}  ä.txt\n`)
})

test.each([
  ['another package', { package: 'Tool' }],
  ['another version', { version: '1.0-rc' }],
])('names that some systems take for those of %s are refused', async (_, inputs) => {
  await using at = scene()
  await at.green({ a: 'A' }, { version: '1.0-RC' })
  await at.refused({ a: 'A' }, { version: '1.0-RC', ...inputs }, /some systems take for the same name/)
})

test.each([
  ['a.jar', 'A.JAR'],
  ['ſ.txt', 's.txt'],
  ['σας', 'σασ'],
])('%s and %s are one name on some system', async (one, other) => {
  await using at = scene()
  await at.refused({ [one]: '1', [other]: '2' }, {}, /some systems take both for one name/)
  await at.green({ [one]: '1' }, { publish: 'false' })
  await at.refused({ [other]: '2' }, { publish: 'false' }, /some systems take/)
})

test('a checksum file is a twin too', async () => {
  await using at = scene()
  await at.refused({ 'a.jar': 'A', 'a.jar.sha256': sum('A'), 'A.JAR.SHA256': 'x' }, {}, /some systems take both for one name/)
})

test('a later run of an old version does not set the package back', async () => {
  await using at = scene()
  const descriptor = (description: string) => ({
    'outtray.yml': `package:\n  name: tool\n  description: ${description}\nversion: "${description === 'old' ? '1.0' : '2.0'}"\nfiles: in/a\n`,
  })
  for (const description of ['old', 'new']) {
    tree(at.workspace, descriptor(description))
    expect(
      await runAction('publish-version', { repository: 'repo' }, { workspace: tree(at.workspace, { 'in/a': description }) }),
    ).toMatchObject({ errors: [] })
  }
  const before = snapshot(at.repo)
  await at.green({ a: 'old' })
  expect(snapshot(at.repo)).toEqual(before)
})

test.skipIf(missingTools('gpg').length > 0)('gpg-sign signs what was staged without a signature', async () => {
  using gnupg = new GnuPG()
  const fingerprint = gnupg.create()
  await using at = scene()
  await at.green({ a: 'A' }, { publish: 'false' })
  await at.green({}, { 'gpg-sign': 'true', 'private-key': gnupg.secret(fingerprint) })
  const file = path.join(at.repo, 'tool/1.0/a')
  expect(gnupg.verify(`${file}.asc`, file)).toMatchObject({ good: true, signer: fingerprint })
})

test('a signature alone gets no checksums in a Maven repository', async () => {
  await using at = scene()
  const pom =
    '<project><modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId><artifactId>lib</artifactId><version>1.0</version></project>'
  await at.green({ 'lib-1.0.pom': pom, 'lib-1.0.jar.asc': 'alone' }, { 'repository-type': 'maven', package: 'lib' })
  const names = Object.keys(snapshot(path.join(at.repo, 'org/acme/lib/1.0')))
  expect(names).toEqual(['lib-1.0.jar.asc', 'lib-1.0.pom', 'lib-1.0.pom.md5', 'lib-1.0.pom.sha1'])
})

test('a journal that leads out of the repository is refused, and moves nothing', async () => {
  await using at = scene()
  await at.green({ a: 'A' })
  tree(at.workspace, { victim: 'precious' })
  tree(at.repo, { '.outtray/transaction/journal.json': '[{"remove":"../victim"}]' })
  const run = await at.publish({ b: 'B' })
  expect(run.errors.join()).toMatch(/journal.*damaged/)
  expect(readFileSync(path.join(at.workspace, 'victim'), 'utf8')).toBe('precious')
})

test('what is staged is closed to others, also where a checkout had opened it', async () => {
  await using at = scene()
  const { chmodSync, mkdirSync } = await import('node:fs')
  mkdirSync(path.join(at.repo, '.outtray/staged'), { recursive: true })
  chmodSync(path.join(at.repo, '.outtray/staged'), 0o755)
  await at.green({ a: 'A' }, { publish: 'false' })
  expect(statSync(path.join(at.repo, '.outtray/staged')).mode & 0o777).toBe(0o700)
})
