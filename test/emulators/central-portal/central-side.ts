import { createHash } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { AdvancingClock } from '../advancing-clock.ts'
import { type Answer, empty, plain } from './answers.ts'
import type { ErrorMap } from './faults.ts'
import type { Verdict } from './judge.ts'
import type { SeenRequest } from './requests.ts'

export interface CentralOptions {
  /** An empty folder that becomes the repository. */
  readonly root: string
  readonly clock: AdvancingClock
  /** From PUBLISHED to the first 200. */
  readonly propagationMs: number
  /** How long a 404 is remembered, as the caches before Central do. */
  readonly negativeCacheMs: number
}

interface Release {
  readonly verdict: Verdict
  readonly folder: string
  readonly visibleAt: number
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.pom': 'text/xml',
  '.xml': 'text/xml',
  '.jar': 'application/java-archive',
  '.asc': 'text/plain',
  '.md5': 'text/plain',
  '.sha1': 'text/plain',
}

/** Central as consumers see it: a Maven repository that never changes what it has. */
export class CentralSide {
  readonly #options: CentralOptions
  readonly #versions = new Map<string, string[]>()
  readonly #published = new Set<string>()
  readonly #missed = new Map<string, number>()
  #releases: Release[] = []

  constructor(options: CentralOptions) {
    this.#options = options
    mkdirSync(options.root, { recursive: true })
  }

  /** The folder that is served, without what has not propagated yet. */
  get root(): string {
    return this.#options.root
  }

  /** Folders of all published versions (`org/acme/lib/1.0/`), served already or not. */
  get published(): string[] {
    return [...this.#published]
  }

  isPublished(path: string): boolean {
    return this.#published.has(path)
  }

  /** Puts files there, by path, as if they had been published long ago. */
  seed(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, content] of Object.entries(files)) {
      const target = join(this.root, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
    }
    this.#register(Object.keys(files))
  }

  /** Publishes the files of a deployment; gives the errors that forbid it, since another one may have been faster. */
  release(verdict: Verdict, folder: string): ErrorMap {
    const there = verdict.components.filter(({ path }) => this.#published.has(path))
    if (there.length > 0) {
      return Object.fromEntries(there.map(({ purl }) => [purl, [`Component with package url: '${purl}' already exists`]]))
    }
    for (const { path } of verdict.components) this.#published.add(path)
    const { clock, propagationMs } = this.#options
    this.#releases.push({ verdict, folder, visibleAt: clock.now() + propagationMs })
    this.propagate()
    return {}
  }

  /** Shows what is due. */
  propagate(): void {
    const now = this.#options.clock.now()
    const due = this.#releases.filter(({ visibleAt }) => visibleAt <= now)
    this.#releases = this.#releases.filter(({ visibleAt }) => visibleAt > now)
    for (const { verdict, folder } of due) {
      const paths = verdict.files.map(({ path }) => path).filter((path) => place(join(folder, path), join(this.root, path)))
      this.#register(paths)
    }
  }

  /** Answers GET and HEAD of a path below `/maven2/`. */
  answer({ method, path }: SeenRequest, relative: string): Answer {
    if (method !== 'GET' && method !== 'HEAD') return { ...empty(405), headers: { allow: 'GET, HEAD' } }
    this.propagate()
    const { clock, negativeCacheMs } = this.#options
    const missedAt = this.#missed.get(relative)
    if (missedAt !== undefined && clock.now() - missedAt < negativeCacheMs) return notFound(path)
    // The path of a URL has no `..` left, but an encoded slash could still bring one.
    const file = relative.split('/').includes('..') ? undefined : statSync(join(this.root, relative), { throwIfNoEntry: false })
    if (!file?.isFile()) {
      this.#missed.set(relative, clock.now())
      return notFound(path)
    }
    const headers = {
      'content-type': mediaTypes[extname(relative)] ?? 'application/octet-stream',
      'last-modified': file.mtime.toUTCString(),
    }
    return { status: 200, headers, body: { file: join(this.root, relative), size: file.size } }
  }

  #register(paths: readonly string[]): void {
    const changed = new Set<string>()
    for (const path of paths) {
      const [, artifactFolder, artifact, version] = /^(.+\/([^/]+))\/([^/]+)\/[^/]+\.pom$/.exec(path) ?? []
      if (artifactFolder === undefined || version === undefined || !path.endsWith(`/${artifact}-${version}.pom`)) continue
      this.#published.add(`${artifactFolder}/${version}/`)
      const versions = this.#versions.get(artifactFolder) ?? []
      if (!versions.includes(version)) this.#versions.set(artifactFolder, [...versions, version])
      changed.add(artifactFolder)
    }
    for (const folder of changed) this.#writeMetadata(folder)
  }

  #writeMetadata(folder: string): void {
    const versions = this.#versions.get(folder) ?? []
    const parts = folder.split('/')
    const updated = new Date(this.#options.clock.now()).toISOString().replaceAll(/[-:T]|\..*$/g, '')
    const latest = versions.at(-1) ?? ''
    const document = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<metadata>',
      `  <groupId>${parts.slice(0, -1).join('.')}</groupId>`,
      `  <artifactId>${parts.at(-1)}</artifactId>`,
      '  <versioning>',
      `    <latest>${latest}</latest>`,
      `    <release>${latest}</release>`,
      '    <versions>',
      ...versions.map((version) => `      <version>${version}</version>`),
      '    </versions>',
      `    <lastUpdated>${updated}</lastUpdated>`,
      '  </versioning>',
      '</metadata>',
      '',
    ].join('\n')
    const file = join(this.root, folder, 'maven-metadata.xml')
    writeFileSync(file, document)
    for (const algorithm of ['md5', 'sha1']) writeFileSync(`${file}.${algorithm}`, createHash(algorithm).update(document).digest('hex'))
  }
}

function notFound(path: string): Answer {
  return plain(`404 Not Found: ${path}\n`, 404)
}

/** Gives a file its place in the repository; false when it was never unpacked. */
function place(from: string, to: string): boolean {
  if (statSync(from, { throwIfNoEntry: false }) === undefined) return false
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
  return true
}
