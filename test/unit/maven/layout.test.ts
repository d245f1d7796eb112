import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Coordinates } from '../../../src/maven/coordinates.ts'
import { artifactFolder, isMavenBookkeeping, isPomName, layoutFiles, versionFolder, versionsOf } from '../../../src/maven/layout.ts'
import type { Pom } from '../../../src/maven/pom.ts'

const lib: Coordinates = { groupId: 'org.acme', artifactId: 'lib', version: '1.0' }

function pomAt(file: string, coordinates: Partial<Coordinates> = {}): Pom {
  const at = (line: number) => ({ file, line, column: 5 })
  return {
    file,
    coordinates: { ...lib, ...coordinates },
    locations: { groupId: at(2), artifactId: at(3), version: at(4) },
    packaging: 'jar',
  }
}

function place(paths: readonly string[], poms: readonly Pom[]) {
  const files = paths.map((path) => ({ path, name: path.slice(path.lastIndexOf('/') + 1) }))
  const { assignments, problems } = layoutFiles(files, poms)
  for (const { severity, hint, location } of problems) {
    expect(severity).toBe('error')
    expect(hint).toBeTruthy()
    expect(location?.file).toBeTruthy()
  }
  return {
    placed: Object.fromEntries(assignments.map(({ file, path }) => [file.path, path])),
    errors: problems.map(({ message }) => message),
    problems,
  }
}

describe('the folder', () => {
  test('of an artifact and of a version follow the layout', () => {
    expect(artifactFolder(lib)).toBe('org/acme/lib')
    expect(versionFolder(lib)).toBe('org/acme/lib/1.0')
  })
})

describe('a file goes', () => {
  test('from a flat folder to its path in the layout', () => {
    expect(
      place(
        [
          'out/lib-1.0.jar',
          'out/lib-1.0.pom',
          'out/lib-1.0-sources.jar',
          'out/lib-1.0.module',
          'bin/lib-1.0-linux-x86_64.tar.gz',
          'out/lib-1.0-cli',
        ],
        [pomAt('out/lib-1.0.pom')],
      ),
    ).toMatchObject({
      placed: {
        'out/lib-1.0.jar': 'org/acme/lib/1.0/lib-1.0.jar',
        'out/lib-1.0.pom': 'org/acme/lib/1.0/lib-1.0.pom',
        'out/lib-1.0-sources.jar': 'org/acme/lib/1.0/lib-1.0-sources.jar',
        'out/lib-1.0.module': 'org/acme/lib/1.0/lib-1.0.module',
        'bin/lib-1.0-linux-x86_64.tar.gz': 'org/acme/lib/1.0/lib-1.0-linux-x86_64.tar.gz',
        'out/lib-1.0-cli': 'org/acme/lib/1.0/lib-1.0-cli',
      },
      errors: [],
    })
  })

  test.each([
    'org/acme/lib/1.0/',
    'target/staging/org/acme/lib/1.0/',
    '/abs/org/acme/lib/1.0/',
    'acme/lib/1.0/',
    'lib/1.0/',
    'lib/target/',
    'lib/build/libs/',
    '',
  ])('from %j to the same path', (folder) => {
    expect(place([`${folder}lib-1.0.jar`, `${folder}lib-1.0.pom`], [pomAt(`${folder}lib-1.0.pom`)])).toMatchObject({
      placed: { [`${folder}lib-1.0.jar`]: 'org/acme/lib/1.0/lib-1.0.jar', [`${folder}lib-1.0.pom`]: 'org/acme/lib/1.0/lib-1.0.pom' },
      errors: [],
    })
  })

  test('to the name that the layout wants when it is a pom.xml', () => {
    expect(place(['pom.xml', 'target/lib-1.0.jar'], [pomAt('pom.xml')])).toMatchObject({
      placed: { 'pom.xml': 'org/acme/lib/1.0/lib-1.0.pom', 'target/lib-1.0.jar': 'org/acme/lib/1.0/lib-1.0.jar' },
      errors: [],
    })
  })

  test('to the POM with the longest matching artifactId and version', () => {
    const poms = [
      pomAt('lib-1.0.pom'),
      pomAt('lib-1.0-extra-2.0.pom', { artifactId: 'lib-1.0-extra', version: '2.0' }),
      pomAt('lib-core-1.0.pom', { artifactId: 'lib-core' }),
    ]
    for (const order of [poms, poms.toReversed()]) {
      expect(
        place(['lib-1.0-extra-2.0.jar', 'lib-1.0-extra.jar', 'lib-core-1.0-sources.jar', ...order.map((pom) => pom.file)], order).placed,
      ).toMatchObject({
        'lib-1.0-extra-2.0.jar': 'org/acme/lib-1.0-extra/2.0/lib-1.0-extra-2.0.jar',
        'lib-1.0-extra.jar': 'org/acme/lib/1.0/lib-1.0-extra.jar',
        'lib-core-1.0-sources.jar': 'org/acme/lib-core/1.0/lib-core-1.0-sources.jar',
      })
    }
  })

  test('to the POM in whose folder of the layout it lies, before any other', () => {
    const poms = [
      pomAt('org/acme/lib/1.0/lib-1.0.pom'),
      pomAt('org/acme/lib-1.0-x/2/lib-1.0-x-2.pom', { artifactId: 'lib-1.0-x', version: '2' }),
    ]
    const file = 'org/acme/lib/1.0/lib-1.0-x-2.jar'
    expect(place([file, ...poms.map((pom) => pom.file)], poms)).toMatchObject({ placed: { [file]: file }, errors: [] })
  })

  test('to the POM beside it when two have the same artifactId and version', () => {
    const poms = [pomAt('a/lib-1.0.pom'), pomAt('b/lib-1.0.pom', { groupId: 'com.acme' })]
    expect(place(['a/lib-1.0.jar', 'b/lib-1.0.jar', 'a/lib-1.0.pom', 'b/lib-1.0.pom'], poms)).toMatchObject({
      placed: { 'a/lib-1.0.jar': 'org/acme/lib/1.0/lib-1.0.jar', 'b/lib-1.0.jar': 'com/acme/lib/1.0/lib-1.0.jar' },
      errors: [],
    })
    expect(place(['c/lib-1.0.jar', 'a/lib-1.0.pom', 'b/lib-1.0.pom'], poms).errors).toEqual([
      'c/lib-1.0.jar may belong to org.acme:lib:1.0 (a/lib-1.0.pom) or to com.acme:lib:1.0 (b/lib-1.0.pom)',
    ])
  })

  test('nowhere when it is bookkeeping of Maven', () => {
    const poms = [pomAt('org/acme/lib/1.0/lib-1.0.pom')]
    expect(
      place(['org/acme/lib/maven-metadata.xml', 'org/acme/lib/1.0/_remote.repositories', 'org/acme/lib/1.0/lib-1.0.pom'], poms),
    ).toMatchObject({
      placed: { 'org/acme/lib/1.0/lib-1.0.pom': 'org/acme/lib/1.0/lib-1.0.pom' },
      errors: [],
    })
  })
})

describe('an error is', () => {
  test('a path of the layout whose POM says another version: file and POM are named', () => {
    const pom = 'staging/org/acme/lib/3.0/lib-3.0.pom'
    expect(place(['staging/org/acme/lib/3.0/lib-3.0.jar', pom], [pomAt(pom, { version: '3.1' })])).toMatchObject({
      errors: [
        `staging/org/acme/lib/3.0/lib-3.0.jar belongs to no POM: its name does not begin with lib-3.1; ${pom} beside it says org.acme:lib:3.1`,
        `${pom} says org.acme:lib:3.1, which must be named lib-3.1.pom`,
      ],
      problems: [{}, { location: { file: pom, line: 4, column: 5 } }],
    })
  })

  test.each([
    ['another version', 'lib/3.0/'],
    ['another group', 'staging/org/other/lib/1.0/'],
    ['a group that goes on', 'org/acme/more/lib/1.0/'],
    ['a folder above that is no group', 'out/lib/1.0/'],
  ])('a folder of the layout that says %s', (_, folder) => {
    expect(place([`${folder}lib-1.0.jar`, 'lib-1.0.pom'], [pomAt('lib-1.0.pom')]).errors).toEqual([
      `${folder}lib-1.0.jar does not lie where org.acme:lib:1.0 (lib-1.0.pom) belongs, in org/acme/lib/1.0`,
    ])
  })

  test('a POM of another name', () => {
    expect(place(['lib-1.0-consumer.pom'], [pomAt('lib-1.0-consumer.pom')]).errors).toEqual([
      'lib-1.0-consumer.pom says org.acme:lib:1.0, which must be named lib-1.0.pom',
    ])
  })

  test.each(['other-1.0.jar', 'lib-1.1.jar', 'lib-1.01.jar', 'lib.jar', 'README.md', 'LIB-1.0.jar'])(
    'a file that belongs to no POM: %s',
    (name) => {
      const { errors } = place([`x/${name}`, 'lib-1.0.pom'], [pomAt('lib-1.0.pom')])
      expect(errors).toEqual([`x/${name} belongs to no POM: its name does not begin with lib-1.0`])
    },
  )

  test('a set without POM, told once', () => {
    expect(place(['a.jar', 'b.jar', 'c.jar'], []).errors).toEqual(['there is no POM among the files (a.jar and 2 more)'])
    expect(place([], []).errors).toEqual([])
  })

  test('two POMs with the same coordinates', () => {
    expect(place(['a/lib-1.0.pom', 'b/lib-1.0.pom'], [pomAt('a/lib-1.0.pom'), pomAt('b/lib-1.0.pom')]).errors).toEqual([
      'b/lib-1.0.pom and a/lib-1.0.pom both say org.acme:lib:1.0',
    ])
  })

  test.each([
    ['2.0-SNAPSHOT', 'org/acme/lib/2.0-SNAPSHOT/', '2.0-20260101.120000-1'],
    ['2.0-20260101.120000-1', 'out/', '2.0-20260101.120000-1'],
    ['2.0-SNAPSHOT', 'target/', '2.0-SNAPSHOT'],
  ])('a snapshot, with the reason, once: %s in %s', (version, folder, named) => {
    const pom = `${folder}lib-${named}.pom`
    const { errors, problems } = place([`${folder}lib-${named}.jar`, pom], [pomAt(pom, { version })])
    expect(errors).toEqual([
      `org.acme:lib:${version} is a snapshot: its files change under the same version, and this repository holds releases, which never change`,
    ])
    expect(problems[0]?.location).toEqual({ file: pom, line: 4, column: 5 })
  })

  test('not told for files whose POM could not be read: that was told', () => {
    expect(place(['lib-1.0.jar', 'lib-1.0.pom'], []).errors).toEqual([])
  })
})

test('a POM is known by its name', () => {
  expect(['lib-1.0.pom', 'pom.xml', 'pom.xml.bak', 'lib.pom.asc', 'build.xml'].filter(isPomName)).toEqual(['lib-1.0.pom', 'pom.xml'])
})

test('bookkeeping of Maven is known by its name', () => {
  const names = [
    'maven-metadata.xml',
    'maven-metadata.xml.sha1',
    'maven-metadata-local.xml',
    '_remote.repositories',
    'resolver-status.properties',
    'lib-1.0.pom.lastUpdated',
  ]
  expect(names.filter((name) => !isMavenBookkeeping(name))).toEqual([])
  expect(['lib-1.0.jar', 'maven-metadata-1.0.jar', 'my-maven-metadata.xml', 'maven-metadata.xml.jar'].filter(isMavenBookkeeping)).toEqual(
    [],
  )
})

test('the versions of a set are each named once, in the order of Maven', () => {
  expect(versionsOf([pomAt('a', { version: '1.10' }), pomAt('b', { version: '1.9' }), pomAt('c', { version: '1.10' })])).toEqual([
    '1.9',
    '1.10',
  ])
})

test('whatever the names are, a file that is placed goes into the folder of a POM under its own name', () => {
  const segment = fc.constantFrom(
    'org',
    'acme',
    'lib',
    '1.0',
    '1.1',
    'lib-1.0.jar',
    'lib-1.0.pom',
    'lib-1.1.pom',
    'lib-1.0-lib-1.1.jar',
    'lib-1.1',
    '..',
    'x/',
  )
  const path = fc.array(segment, { minLength: 1, maxLength: 6 }).map((segments) => `x${segments.join('/')}`)
  const coordinates = fc.record({
    groupId: fc.constantFrom('org', 'org.acme'),
    artifactId: fc.constantFrom('lib', 'lib-1.0-lib'),
    version: fc.constantFrom('1.0', '1.1'),
  })
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 5 }), fc.array(coordinates, { maxLength: 3 }), (paths, all) => {
      const poms = all.flatMap((one, i) => (paths[i] === undefined ? [] : [pomAt(paths[i], one)]))
      const { placed } = place(paths, poms)
      for (const [from, to] of Object.entries(placed)) {
        const folder = to.slice(0, to.lastIndexOf('/'))
        const pom = poms.find((candidate) => versionFolder(candidate.coordinates) === folder)
        expect(pom).toBeDefined()
        if (!poms.some(({ file }) => file === from)) expect(to.slice(folder.length + 1)).toBe(from.slice(from.lastIndexOf('/') + 1))
      }
    }),
    { numRuns: 1_000 },
  )
})
