import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PortalEmulator, type PortalOptions, startPortal } from '../../../emulators/central-portal/server.ts'
import { GnuPG } from '../../../support/gnupg.ts'

export const token = 'tokenuser:tokenp4ssword'
export const authorization = `Bearer ${Buffer.from(token).toString('base64')}`

/** Files of a bundle, by path. */
export type Files = Record<string, string | Buffer>

/** How to name a library and what to put into its POM in place of the usual. */
export interface LibraryPlan {
  readonly group?: string
  readonly artifact?: string
  readonly version?: string
  readonly packaging?: string
  /** Elements of the POM after its coordinates. */
  readonly facts?: string
}

/** Everything that the Portal wants in a POM besides coordinates, each by the message that its absence earns. */
export const pomFacts = {
  'Project name is missing': '<name>Lib</name>',
  'Project description is missing': '<description>A library</description>',
  'Project URL is not defined': '<url>https://acme.test</url>',
  'License information is missing': '<licenses><license><name>MIT</name><url>https://acme.test/mit</url></license></licenses>',
  'Developers information is missing': '<developers><developer><name>Acme</name></developer></developers>',
  'SCM URL is not defined': '<scm><url>https://acme.test/scm</url></scm>',
}

export const allFacts = Object.values(pomFacts).join('')

export function pom({
  group = 'org.acme',
  artifact = 'lib',
  version = '1.0',
  packaging = 'jar',
  facts = allFacts,
}: LibraryPlan = {}): string {
  const coordinates = `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>${coordinates}<packaging>${packaging}</packaging>${facts}</project>`
}

export function folderOf({ group = 'org.acme', artifact = 'lib', version = '1.0' }: LibraryPlan = {}): string {
  return `${group.replaceAll('.', '/')}/${artifact}/${version}/${artifact}-${version}`
}

/** A zip by Python's zipfile. */
export function zip(files: Files): Buffer {
  const program = [
    'import sys, json, base64, io, zipfile',
    'out = io.BytesIO()',
    'with zipfile.ZipFile(out, "w") as z:',
    '    for path, content in json.load(sys.stdin): z.writestr(path, base64.b64decode(content))',
    'sys.stdout.buffer.write(out.getvalue())',
  ].join('\n')
  const entries = Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString('base64')])
  return execFileSync('python3', ['-c', program], { input: JSON.stringify(entries), maxBuffer: 1 << 28 })
}

let jars: { readonly classes: Buffer; readonly text: Buffer } | undefined

/** A complete library without signatures and checksums: POM, jar, sources, javadoc. */
export function library(plan: LibraryPlan = {}): Files {
  const base = folderOf(plan)
  // Not before they are needed: a machine without Python can skip the tests that need them.
  jars ??= { classes: zip({ 'org/acme/Lib.class': 'cafebabe' }), text: zip({ 'README.md': 'nothing to see' }) }
  const { classes, text } = jars
  return { [`${base}.pom`]: pom(plan), [`${base}.jar`]: classes, [`${base}-sources.jar`]: text, [`${base}-javadoc.jar`]: text }
}

/** A publisher: a key of gpg's, the keyring file that the Portal trusts, and bundles. */
export class Publisher implements Disposable {
  readonly gnupg = new GnuPG()
  readonly key = this.gnupg.create()
  readonly keyring = join(this.gnupg.home, 'public.asc')
  readonly #signatures = new Map<string, string>()

  constructor() {
    writeFileSync(this.keyring, this.gnupg.run(['--armor', '--export', this.key]))
  }

  /** A signature as gpg makes it; the same content is signed once. */
  sign(content: string | Buffer, key = this.key): string {
    const id = createHash('sha256').update(key).update(content).digest('hex')
    const known = this.#signatures.get(id)
    if (known !== undefined) return known
    const file = join(this.gnupg.home, 'to-sign')
    writeFileSync(file, content)
    const signature = this.gnupg.sign(file, { key })
    this.#signatures.set(id, signature)
    return signature
  }

  /** Adds signatures and checksums to files. */
  complete(files: Files): Files {
    const all: Files = {}
    for (const [path, content] of Object.entries(files)) {
      all[path] = content
      all[`${path}.asc`] = this.sign(content)
      for (const algorithm of ['md5', 'sha1']) all[`${path}.${algorithm}`] = createHash(algorithm).update(content).digest('hex')
    }
    return all
  }

  /** Starts a Portal that trusts this publisher's key and token. */
  portal(options: Partial<PortalOptions> = {}): Promise<PortalEmulator> {
    return startPortal({ token, keyring: this.keyring, ...options })
  }

  [Symbol.dispose](): void {
    this.gnupg[Symbol.dispose]()
  }
}

/** Calls the Publisher API with the good token. */
export function call(portal: PortalEmulator, method: string, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${portal.portalUrl}/api/v1/publisher${path}`, { method, headers: { authorization }, ...init })
}

/** Uploads a zip as a browser's form would; gives the answer. */
export function upload(portal: PortalEmulator, bundle: Buffer, query = '?name=bundle'): Promise<Response> {
  const form = new FormData()
  form.set('bundle', new Blob([new Uint8Array(bundle)]), 'bundle.zip')
  return call(portal, 'POST', `/upload${query}`, { body: form })
}

/** What a status answer holds. */
export interface Status {
  deploymentId: string
  deploymentName: string
  deploymentState: string
  purls: string[]
  errors: Record<string, string[]>
  warnings: string[]
  [unknown: string]: unknown
}

export async function poll(portal: PortalEmulator, id: string): Promise<Status> {
  const answer = await call(portal, 'POST', `/status?id=${id}`)
  if (answer.status !== 200) throw new Error(`status answered ${answer.status}`)
  const status: Status = JSON.parse(await answer.text())
  return status
}

/** Uploads files and gives the status in which the deployment comes to rest. */
export async function judged(portal: PortalEmulator, files: Files): Promise<Status> {
  const id = await (await upload(portal, zip(files))).text()
  await portal.settle()
  return poll(portal, id)
}

/** All messages of a status, sorted. */
export function messages({ errors }: Status): string[] {
  return Object.values(errors).flat().sort()
}
