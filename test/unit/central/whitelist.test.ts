import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whitelist } from '../../../src/central/whitelist.ts'

const folder = 'org/acme/lib/1.0'
const inFolder = (...names: string[]) => names.map((name) => `${folder}/${name}`)

describe('a bundle gets', () => {
  test('every file of a version by its name, with the sidecars beside it', () => {
    const { components, leftOut } = whitelist(
      inFolder(
        'lib-1.0.pom',
        'lib-1.0.jar',
        'lib-1.0.jar.asc',
        'lib-1.0.jar.md5',
        'lib-1.0.jar.sha1',
        'lib-1.0-sources.jar',
        'lib-1.0.module',
        'lib-1.0.jar.sigstore.json',
      ),
    )
    expect(leftOut).toEqual([])
    expect(components).toEqual([
      {
        coordinates: { groupId: 'org.acme', artifactId: 'lib', version: '1.0' },
        files: [
          { path: `${folder}/lib-1.0-sources.jar`, kind: 'artifact', checksums: {} },
          {
            path: `${folder}/lib-1.0.jar`,
            kind: 'artifact',
            signature: `${folder}/lib-1.0.jar.asc`,
            checksums: { md5: `${folder}/lib-1.0.jar.md5`, sha1: `${folder}/lib-1.0.jar.sha1` },
          },
          { path: `${folder}/lib-1.0.jar.sigstore.json`, kind: 'sigstore', checksums: {} },
          { path: `${folder}/lib-1.0.module`, kind: 'artifact', checksums: {} },
          { path: `${folder}/lib-1.0.pom`, kind: 'artifact', checksums: {} },
        ],
        misfits: [],
        orphans: [],
      },
    ])
  })

  test('the files of a snapshot, whose names have a time, so that it can be told that it is one', () => {
    const [component] = whitelist(['org/acme/lib/1.0-SNAPSHOT/lib-1.0-20260101.120000-1.jar']).components
    expect(component).toMatchObject({ coordinates: { version: '1.0-SNAPSHOT' }, misfits: [], files: [{ kind: 'artifact' }] })
  })

  test('a version of any name that its files confirm', () => {
    expect(whitelist(['org/acme/lib/RELEASE/lib-RELEASE.pom']).components).toHaveLength(1)
    expect(
      whitelist(['org/acme/lib/1.0-build/lib-1.0-build.pom', 'org/acme/lib/1.0-build/lib-1.0-build.pom.md5']).components[0]?.files,
    ).toHaveLength(1)
  })
})

describe('left out as a matter of course, with the reason, is', () => {
  test.each([
    ['org/acme/lib/maven-metadata.xml', /bookkeeping/],
    ['org/acme/lib/maven-metadata.xml.sha1', /bookkeeping/],
    ['org/acme/lib/maven-metadata-local.xml', /bookkeeping/],
    [`${folder}/_remote.repositories`, /bookkeeping/],
    [`${folder}/resolver-status.properties`, /bookkeeping/],
    [`${folder}/lib-1.0.jar.lastUpdated`, /bookkeeping/],
    ['.locks/a', /lock/],
    ['org/acme/lib/.locks/a', /lock/],
    [`${folder}/.DS_Store`, /hidden/],
    ['../../etc/passwd', /hidden/],
    [`${folder}/lib-1.0.jar.asc.md5`, /checksum of a signature/],
    [`${folder}/lib-1.0.jar.sigstore.json.sha1`, /checksum of a signature/],
    [`${folder}/lib-1.0.jar.md5.asc`, /signature of a sidecar/],
    [`${folder}/lib-1.0-consumer.pom`, /Maven 4/],
    [`${folder}/lib-1.0-build.pom.asc`, /Maven 4/],
  ])('%s', (path, reason) => {
    const { components, leftOut } = whitelist([...inFolder('lib-1.0.pom', 'lib-1.0.jar'), path])
    expect(leftOut).toEqual([{ path, reason: expect.stringMatching(reason), expected: true }])
    expect(components[0]?.files).toHaveLength(2)
    expect(components[0]?.misfits).toEqual([])
  })

  test('a sha256 or sha512, which is compared all the same', () => {
    const { components, leftOut } = whitelist(inFolder('lib-1.0.jar', 'lib-1.0.jar.sha256'))
    expect(leftOut).toMatchObject([{ path: `${folder}/lib-1.0.jar.sha256`, expected: true }])
    expect(components[0]?.files[0]?.checksums).toEqual({ sha256: `${folder}/lib-1.0.jar.sha256` })
  })
})

describe('somebody may miss', () => {
  test.each([
    'README.md',
    'org/README.md',
    'org/acme/lib/notes.txt',
    'org.acme/lib/1.0/lib-1.0.jar',
    'org/acme/my lib/1.0/my lib-1.0.jar',
    'lib/1.0/lib-1.0.jar',
  ])('%s, which lies in no folder of a version', (path) => {
    expect(whitelist([path])).toEqual({
      components: [],
      leftOut: [{ path, reason: 'it does not lie in the folder of a version', expected: false }],
    })
  })

  test('a file with the name of another version: it is a misfit', () => {
    expect(whitelist(inFolder('lib-1.0.pom', 'lib-1.1.jar', 'lib-1.0')).components[0]?.misfits).toEqual([
      { path: `${folder}/lib-1.0` },
      { path: `${folder}/lib-1.1.jar` },
    ])
  })

  test('the file of a sidecar', () => {
    expect(whitelist(inFolder('lib-1.0.pom', 'lib-1.0.jar.asc')).components[0]?.orphans).toEqual([
      { path: `${folder}/lib-1.0.jar.asc`, missing: `${folder}/lib-1.0.jar` },
    ])
  })
})

test('no file is lost: each is in a component or left out, whatever the paths and their order', () => {
  const segment = fc.constantFrom(
    'org',
    'acme',
    'lib',
    '1.0',
    'lib-1.0.jar',
    'lib-1.0.jar.asc',
    'lib-1.0.jar.md5',
    'lib-1.0.pom',
    'x',
    '.',
    '..',
    'lib-1.0.jar.sha512',
    '',
  )
  const path = fc.array(segment, { minLength: 1, maxLength: 6 }).map((segments) => segments.join('/'))
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
      const { components, leftOut } = whitelist(paths)
      const placed = components.flatMap(({ files, misfits, orphans }) => [
        ...files.flatMap((file) => [file.path, file.signature, ...Object.values(file.checksums)]),
        ...misfits.map((misfit) => misfit.path),
        ...orphans.map((orphan) => orphan.path),
      ])
      const all = new Set([...placed, ...leftOut.map((left) => left.path)])
      expect(paths.filter((one) => !all.has(one))).toEqual([])
      expect(whitelist(paths.toReversed())).toEqual({ components, leftOut })
    }),
    { numRuns: 1_000 },
  )
})
