import { expect, test } from 'vitest'
import { listJar } from '../../../src/central/jar-listing.ts'
import { placeholderJar, placeholderName } from '../../../src/central/placeholders.ts'
import { readZips } from '../../support/python-zip.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { bytesIn } from './local-bundle.ts'

const coordinates = { groupId: 'org.acme', artifactId: 'lib', version: '1.0' }

test('a placeholder is a jar with a manifest and a README, as Python reads it', async () => {
  await using folder = temporaryFolder()
  const [entries] = readZips(folder.path, [placeholderJar(coordinates, 'javadoc')])
  expect(entries?.map(({ name, method }) => [name, method])).toEqual([
    ['META-INF/MANIFEST.MF', 0],
    ['README.md', 0],
  ])
})

test('a placeholder is named as its jar would be', () => {
  expect(placeholderName(coordinates, 'javadoc')).toBe('lib-1.0-javadoc.jar')
})

test('a placeholder says whose and what it is', () => {
  const text = placeholderJar(coordinates, 'sources').toString('latin1')
  expect(text).toContain('# org.acme:lib:1.0')
  expect(text).toContain('has no sources in this form')
})

test('placeholders are the same bytes each time, others for other coordinates, and have no classes', () => {
  expect(placeholderJar(coordinates, 'javadoc')).toEqual(placeholderJar({ ...coordinates }, 'javadoc'))
  expect(placeholderJar(coordinates, 'javadoc')).not.toEqual(placeholderJar({ ...coordinates, version: '1.1' }, 'javadoc'))
  expect(listJar(bytesIn(placeholderJar(coordinates, 'javadoc')))).toEqual({ kind: 'archive', hasClasses: false, prefix: 0 })
})
