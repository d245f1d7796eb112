import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { serializeRecord } from '../src/model/record-json.ts'
import { publishedRecord, repositoryDocument } from '../src/model/repository-layout.ts'
import { type RecordedFile, recordSchema } from '../src/model/version-record.ts'
import { mavenPath, pomOf } from './staged-release.ts'

/** A Maven repository in a directory, with records. */
export interface PublishedRepository {
  readonly folder: string
  /** Paths of the POMs. */
  readonly poms: readonly string[]
  /** All files with their checksums, by path: what Maven Central has when everything is synced. */
  readonly central: Readonly<Record<string, string>>
}

/** So many versions of one package, each a POM and a small file, published and never synced. */
export function publishedRepository(folder: string, versions: number): PublishedRepository {
  const central: Record<string, string> = {}
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  const publish = (path: string, content: string): RecordedFile => {
    const digest = (algorithm: string) => createHash(algorithm).update(content).digest('hex')
    const digests = { md5: digest('md5'), sha1: digest('sha1'), sha256: digest('sha256'), sha512: digest('sha512') }
    Object.assign(central, { [path]: content, [`${path}.sha1`]: digests.sha1, [`${path}.md5`]: digests.md5 })
    write(path, content)
    return { path, size: content.length, ...digests }
  }
  const poms: string[] = []
  write(repositoryDocument, `${JSON.stringify({ schema: 'outtray/repository/v1', type: 'maven' }, undefined, 2)}\n`)
  for (let index = 0; index < versions; index++) {
    const version = `1.0.${index}`
    const pom = mavenPath('module', version, '.pom')
    const files = [
      publish(pom, pomOf('module', version, 'pom')),
      publish(mavenPath('module', version, '-notes.txt'), `Notes of ${version}\n`),
    ]
    const record = {
      schema: recordSchema,
      package: { name: 'module' },
      version: { name: version },
      files,
      published: [{ target: folder, time: '2026-01-01T00:00:00Z' }],
      syncs: [],
    } as const
    write(publishedRecord('module', version), serializeRecord(record))
    poms.push(pom)
  }
  return { folder, poms, central }
}
