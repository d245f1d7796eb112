import { createHash } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateKey } from 'openpgp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ActionRun, type ActionRunOptions, runAction } from '../support/run-action.ts'
import { snapshot, temporaryFolder, tree } from '../support/temporary-folder.ts'

type Inputs = Readonly<Record<string, string>>

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

let key = ''
beforeAll(async () => {
  key = (await generateKey({ type: 'ecc', curve: 'ed25519Legacy', userIDs: [{ name: 'Acme' }], format: 'object' })).privateKey.armor()
})

async function scene(given: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder()
  const workspace = tree(path.join(folder.path, 'space'), given)
  const at = (file: string) => path.join(workspace, file)
  const run = (inputs: Inputs, options: ActionRunOptions = {}) =>
    runAction('publish-version', { repository: 'repo', ...inputs }, { workspace, ...options })
  return {
    folder: folder.path,
    workspace,
    at,
    run,
    publish: (inputs: Inputs = {}, options: ActionRunOptions = {}) => run({ package: 'tool', version: '1.0', ...inputs }, options),
    /** Signs, and gives the inputs with which the record is published. */
    async sign(inputs: Inputs) {
      const { outputs } = green(await runAction('sign-artifacts', { 'private-key': key, ...inputs }, { workspace }))
      return { record: outputs.record ?? '', 'record-sha256': outputs['record-sha256'] ?? '' }
    },
    visible: () => (existsSync(at('repo')) ? Object.keys(snapshot(at('repo'), { except: (file) => file.startsWith('.outtray') })) : []),
    record: (version = '1.0') => JSON.parse(readFileSync(at(`repo/.outtray/packages/tool/versions/${version}.json`), 'utf8')),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  }
}

function red(run: ActionRun, ...patterns: readonly RegExp[]): ActionRun {
  expect(run.code).toBe(1)
  for (const pattern of patterns) expect(run.errors.join('\n')).toMatch(pattern)
  expect(run.errors.join('\n')).not.toMatch(/Unexpected failure/)
  expect(run.log).not.toMatch(/^\s+at /m)
  return run
}

function green(run: ActionRun): ActionRun {
  expect(run.errors).toEqual([])
  expect(run.code).toBe(0)
  return run
}

describe('a record that was handed over', () => {
  test('brings checksums also when signing wrote them into another folder; a repository keeps nothing of the hand-over', async () => {
    await using it = await scene({ 'dist/a.jar': 'A' })
    green(await it.publish(await it.sign({ files: 'dist/**', checksums: 'md5\nsha256', 'output-directory': 'signed' })))
    expect(it.visible()).toEqual(['tool/1.0/a.jar', 'tool/1.0/a.jar.asc', 'tool/1.0/a.jar.md5', 'tool/1.0/a.jar.sha256'])
    expect(readFileSync(it.at('repo/tool/1.0/a.jar.sha256'), 'utf8')).toBe(`${sha256('A')}\n`)
    const [file] = it.record().files
    expect(Object.keys(file.signature)).toEqual(['path', 'fingerprint'])
    expect(file).not.toHaveProperty('checksums')
  })

  test.each(['', 'signed'])('vouches for signatures byte for byte (output-directory "%s")', async (outputDirectory) => {
    await using it = await scene({ 'dist/a': 'A', 'dist/b': 'B' })
    const inputs = await it.sign({ files: 'dist/*', 'output-directory': outputDirectory })
    const [one, other] = ['a', 'b'].map((name) => it.at(path.join(outputDirectory, `dist/${name}.asc`)))
    const bytes = readFileSync(one ?? '')
    writeFileSync(one ?? '', readFileSync(other ?? ''))
    red(await it.publish(inputs), /dist\/a\.asc' is not the signature of the record/)
    writeFileSync(one ?? '', Buffer.concat([bytes, Buffer.from('\n')]))
    red(await it.publish(inputs), /dist\/a\.asc' is not the signature of the record/)
    expect(it.visible()).toEqual([])
    writeFileSync(one ?? '', bytes)
    green(await it.publish(inputs))
  })

  test('vouches for kept signatures too', async () => {
    await using it = await scene({ 'dist/a': 'A' })
    const first = await it.sign({ files: 'dist/*' })
    expect(await it.sign({ files: 'dist/*' })).toEqual(first)
  })

  test('may lie outside the workspace with its files; a descriptor that it names is left out', async () => {
    await using it = await scene({ 'dist/a.jar': 'A', 'dist/my-bintray-info.json': '{}' })
    const inputs = await it.sign({ files: 'dist/*' })
    await using empty = await scene({ x: '' })
    const record = path.join(it.workspace, inputs.record)
    const run = green(await empty.publish({ ...inputs, record, path: '{path}' }))
    expect(empty.visible()).toEqual(['dist/a.jar', 'dist/a.jar.asc'])
    expect(run.notices.join()).toMatch(/my-bintray-info\.json.*never published/)
    writeFileSync(it.at('dist/a.jar'), 'Z')
    red(await empty.publish({ ...inputs, record }), /dist\/a\.jar' is not the file of the record/)
  })
})

describe('mistakes hide no others', () => {
  test('in outtray.yml: an unknown key, wrong values, a template, files that nothing matches, and a bad input', async () => {
    const yaml =
      'licence: MIT\npackage:\n  name: tool\n  websiteUrl: "ht tp://x"\nversion:\n  released: soon\nfiles: nothing/*\npath: "{nam}/{name}"\n'
    await using it = await scene({ 'outtray.yml': yaml, 'out/a': 'A' })
    const run = red(
      await it.run({ path: '{x}' }),
      /licence is not known/,
      /websiteUrl holds a blank/,
      /released is no date/,
      /nothing\/\*/,
      /\{nam\}/,
      /\{x\}/,
    )
    expect(run.annotations).toContainEqual(expect.objectContaining({ file: 'outtray.yml', line: 8, kind: 'error' }))
    expect(run.errors).toHaveLength(6)
  })

  test('a descriptor that cannot be parsed does not hide a bad path, and is no second mistake', async () => {
    await using it = await scene({ 'outtray.yml': 'package: [', 'out/a': 'A' })
    expect(red(await it.run({ path: '{x}' }), /\{x\}/, /outtray|Flow/).errors).toHaveLength(2)
  })

  test('two descriptors are one mistake', async () => {
    await using it = await scene({ 'x-bintray-info.json': '{}', 'y-bintray-info.json': '{}' })
    expect(red(await it.run({}), /There are 2 descriptors/).errors).toHaveLength(1)
  })

  test('a selection whose only pattern is unfilled is no empty selection', async () => {
    const descriptor = {
      package: { name: 'tool', repo: 'r', subject: 's' },
      version: { name: '1.0' },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: such a placeholder is what is tested
      applyToRepoFiles: ['out/${NAME}.jar'],
    }
    await using it = await scene({ 'bintray-info.json': JSON.stringify(descriptor), 'out/a': 'A' })
    expect(red(await it.run({}), /never replaced: \$\{NAME\}/).errors).toHaveLength(1)
  })
})

describe('inputs win over the descriptor', () => {
  test('also over Travis’s override, either way', async () => {
    const descriptor = (override: number) =>
      JSON.stringify({
        package: { name: 'tool', repo: 'r', subject: 's' },
        version: { name: '1.0' },
        files: [{ includePattern: 'out/(.*)', uploadPattern: '$1', matrixParams: { override } }],
        publish: true,
      })
    await using it = await scene({ 'out/a': 'A', 'bintray-info.json': descriptor(0) })
    green(await it.run({}))
    tree(it.workspace, { 'out/a': 'B' })
    red(await it.run({}), /other bytes/)
    expect(green(await it.run({ override: 'true' })).summary).toMatch(/Inputs won over the descriptor: override\./)
    tree(it.workspace, { 'out/a': 'C', 'bintray-info.json': descriptor(1) })
    red(await it.run({ override: 'false' }), /other bytes/)
    green(await it.run({}))
  })

  test('also with the value that is the default, and the summary names each', async () => {
    const yaml =
      'package: tool\nversion: "1.0"\nfiles: out/*\noverride: true\nupdate-window-days: 10\nmax-file-megabytes: 1\ntag-pattern: x{version}\ngpg-sign: true\n'
    await using it = await scene({ 'outtray.yml': yaml, 'out/a': 'x'.repeat(1_000_001) })
    const defaults = {
      override: 'false',
      'update-window-days': '180',
      'max-file-megabytes': '0',
      'tag-pattern': 'v{version}',
      'gpg-sign': 'false',
    }
    red(await it.run({}), /max-file-megabytes/, /asks to sign/)
    const run = green(await it.run(defaults))
    expect(run.summary).toMatch(/won over the descriptor: tag-pattern, override, update-window-days, gpg-sign, max-file-megabytes\./)
  })

  test('the descriptor’s own tag pattern and version fill its placeholders', async () => {
    const yaml = (more: string) => `package: {name: tool, description: "{{version}} of $PATH"}\nfiles: out/*\n${more}`
    await using it = await scene({ 'outtray.yml': yaml('tag-pattern: release-{version}\n'), 'out/a': 'A' })
    const tag = { ref: 'refs/tags/release-2.0' }
    expect(green(await it.run({}, tag)).outputs.version).toBe('2.0')
    expect(it.record('2.0').package.description).toBe('2.0 of $PATH')
    tree(it.workspace, { 'outtray.yml': yaml('version: "3.0"\n') })
    green(await it.run({}, tag))
    expect(it.record('3.0').package.description).toBe('3.0 of $PATH')
  })
})

describe('paths', () => {
  test('what stands beside a linked file belongs to it', async () => {
    await using it = await scene({ 'store/b.jar': 'A', 'out/a.jar.sha256': sha256('A') })
    symlinkSync('../store/b.jar', it.at('out/a.jar'))
    green(await it.publish({ files: 'out/*' }))
    expect(it.visible()).toEqual(['tool/1.0/a.jar', 'tool/1.0/a.jar.sha256'])
    expect(it.record().files).toHaveLength(1)
  })

  test('signatures and checksums travel as bytes', async () => {
    const sidecar = Buffer.concat([Buffer.from(`${sha256('A')}  `), Buffer.of(0xe4, 0xff), Buffer.from('.jar\n')])
    await using it = await scene({ 'out/a': 'A', 'out/a.sha256': sidecar })
    await it.sign({ files: 'out/a' })
    const armored = readFileSync(it.at('out/a.asc'), 'utf8')
    const binary = Buffer.from(armored.split('\n\n')[1]?.split('\n=')[0] ?? '', 'base64')
    writeFileSync(it.at('out/a.asc'), binary)
    green(await it.publish({ files: 'out/*' }))
    expect(readFileSync(it.at('repo/tool/1.0/a.sha256'))).toEqual(sidecar)
    expect(readFileSync(it.at('repo/tool/1.0/a.asc'))).toEqual(binary)
  })

  test('a repository inside a workspace that is reached by a link is known as such, before it is made and after', async () => {
    await using it = await scene({ 'out/a': 'A' })
    const link = path.join(it.folder, 'link')
    symlinkSync(it.workspace, link)
    for (const uploaded of ['1', '0']) {
      const run = green(await it.publish({ files: '**', repository: path.join(link, 'repo') }, { workspace: link }))
      expect(run.outputs).toMatchObject({ record: 'repo/.outtray/packages/tool/versions/1.0.json', 'uploaded-count': uploaded })
    }
  })

  test.each(['constructor:x', 'file:%zz', 'out/a', 'out/a/deep', 'nowhere'])('no repository can be at %s', async (repository) => {
    await using it = await scene({ 'out/a': 'A' })
    symlinkSync('/nonexistent/folder', it.at('nowhere'))
    red(await it.publish({ files: 'out/*', repository }), /repository/)
    if (repository === 'out/a') red(await it.publish({ files: 'out/*', repository, 'dry-run': 'true' }), /cannot be used/)
  })

  test('names are measured as they are spelt in .outtray', async () => {
    await using it = await scene({ 'out/a': 'A' })
    red(await it.publish({ files: 'out/*', version: 'é'.repeat(40) }), /the version name takes 240 bytes/)
    green(await it.publish({ files: 'out/*', version: 'é'.repeat(33) }))
  })
})

describe('the environment', () => {
  test.each(['abc', '-5', '1.5', '253402300800'])('SOURCE_DATE_EPOCH=%s is refused', async (epoch) => {
    await using it = await scene({ 'out/a': 'A' })
    red(await it.publish({ files: 'out/*' }, { env: { SOURCE_DATE_EPOCH: epoch } }), /SOURCE_DATE_EPOCH/)
    expect(it.visible()).toEqual([])
  })

  test('the last second of the year 9999 can be written and read, but no signature dated so', async () => {
    await using it = await scene({ 'out/a': 'A' })
    const last = { env: { SOURCE_DATE_EPOCH: '253402300799' } }
    green(await it.publish({ files: 'out/*' }, last))
    green(await it.publish({ files: 'out/*' }, last))
    expect(it.record().published[0].time).toBe('9999-12-31T23:59:59Z')
    red(await it.publish({ files: 'out/*', version: '2.0', 'gpg-sign': 'true', 'private-key': key }, last), /2106/)
  })

  test('an attempt that is no number is left out of the record', async () => {
    await using it = await scene({ 'out/a': 'A' })
    const odd = { env: { GITHUB_RUN_ATTEMPT: 'x' } }
    green(await it.publish({ files: 'out/*' }, odd))
    expect(it.record().run).not.toHaveProperty('attempt')
    green(await it.publish({ files: 'out/*' }, odd))
  })

  test.each(['', '/nonexistent'])('GITHUB_WORKSPACE=%j is no workspace', async (GITHUB_WORKSPACE) => {
    await using it = await scene({ 'out/a': 'A' })
    red(await it.publish({ files: 'out/*' }, { env: { GITHUB_WORKSPACE } }), /GITHUB_WORKSPACE/)
  })
})

test('a broken template is one mistake, not a clash of all files', async () => {
  await using it = await scene({ 'out/a': 'A', 'out/b': 'B' })
  expect(red(await it.publish({ files: 'out/*', path: 'x/{nam}' }), /\{nam\}/).errors).toHaveLength(1)
})

test('max-files does not count the metadata of Maven, which is not published', async () => {
  const pom = '<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>l</artifactId><version>1.0</version></project>'
  await using it = await scene({ 's/l-1.0.pom': pom, 's/maven-metadata.xml': '<metadata/>' })
  const inputs = { files: 's/*', 'repository-type': 'maven', 'max-files': '1' }
  green(await it.run({ package: 'tool', ...inputs }))
})

test('a dry run says what would be; discarding nothing makes nothing', async () => {
  await using it = await scene({ 'out/a': 'A' })
  expect(green(await it.publish({ files: 'out/*', 'dry-run': 'true' })).summary).toMatch(/1 would be uploaded, .* would be sent/)
  expect(green(await it.publish({ discard: 'true', 'dry-run': 'true' })).summary).toMatch(/would be discarded/)
  green(await it.publish({ discard: 'true' }))
  expect(existsSync(it.at('repo'))).toBe(false)
  green(await it.publish({ files: 'out/*', publish: 'false' }))
  expect(green(await it.publish({ discard: 'true', 'dry-run': 'true' })).summary).toMatch(/1 staged files would be removed/)
  expect(green(await it.publish({ discard: 'true' })).summary).toMatch(/1 staged files were removed/)
})
