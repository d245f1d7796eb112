import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { PortalEmulator } from '../../../emulators/central-portal/server.ts'
import { call, folderOf, library, Publisher, poll, pom, upload, zip } from './scene.ts'

const publisher = new Publisher()
const files = publisher.complete(library())

afterAll(() => publisher[Symbol.dispose]())

/** Uploads the library and publishes it. */
async function publish(portal: PortalEmulator): Promise<void> {
  const id = await (await upload(portal, zip(files))).text()
  await portal.settle()
  expect((await call(portal, 'POST', `/deployment/${id}`)).status).toBe(204)
  await portal.settle()
  expect((await poll(portal, id)).deploymentState).toBe('PUBLISHED')
}

async function get(portal: PortalEmulator, path: string, method = 'GET'): Promise<{ status: number; length: string | null; text: string }> {
  const answer = await fetch(`${portal.centralUrl}/${path}`, { method })
  return { status: answer.status, length: answer.headers.get('content-length'), text: await answer.text() }
}

describe('the side of Central', () => {
  test('serves every file of what is published, to GET and HEAD, without credentials', async () => {
    await using portal = await publisher.portal()
    for (const path of Object.keys(files)) expect((await get(portal, path)).status).toBe(404)
    await publish(portal)
    for (const [path, content] of Object.entries(files)) {
      const length = String(Buffer.byteLength(content))
      expect(await get(portal, path, 'HEAD'), path).toEqual({ status: 200, length, text: '' })
      const answer = await fetch(`${portal.centralUrl}/${path}`)
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(content))
    }
    expect((await get(portal, 'org/acme/lib/1.0/', 'GET')).status, 'a folder is no file').toBe(404)
    expect((await get(portal, `${folderOf()}.jar`, 'PUT')).status).toBe(405)
    expect((await get(portal, '..%2f..%2fetc/passwd')).status).toBe(404)
    expect(portal.breakdowns).toEqual([])
  })

  test('lists versions in its metadata, in the order of their publication', async () => {
    await using portal = await publisher.portal()
    portal.seed({ [`${folderOf({ version: '2.0' })}.pom`]: pom({ version: '2.0' }) })
    await publish(portal)
    const { text } = await get(portal, 'org/acme/lib/maven-metadata.xml')
    expect(text).toMatch(/<groupId>org\.acme<\/groupId>\s*<artifactId>lib<\/artifactId>/)
    expect(text).toMatch(/<release>1\.0<\/release>\s*<versions>\s*<version>2\.0<\/version>\s*<version>1\.0<\/version>/)
    expect((await get(portal, 'org/acme/lib/maven-metadata.xml.sha1')).text).toBe(createHash('sha1').update(text).digest('hex'))
  })

  test('shows what is published only after a while, though the Portal knows it at once', async () => {
    await using portal = await publisher.portal({ propagationMs: 600_000 })
    await publish(portal)
    const published = await call(portal, 'GET', '/published?namespace=org.acme&name=lib&version=1.0')
    expect(await published.json()).toEqual({ published: true })
    expect((await get(portal, `${folderOf()}.pom`)).status).toBe(404)
    await portal.advance(599_000)
    expect((await get(portal, `${folderOf()}.pom`)).status).toBe(404)
    await portal.advance(1_000)
    expect((await get(portal, `${folderOf()}.pom`)).status).toBe(200)
  })

  test('remembers a 404 as long as it is told to', async () => {
    await using portal = await publisher.portal({ negativeCacheMs: 60_000 })
    expect((await get(portal, `${folderOf()}.pom`)).status).toBe(404)
    await publish(portal)
    expect((await get(portal, `${folderOf()}.pom`)).status, 'asked too early').toBe(404)
    expect((await get(portal, `${folderOf()}.jar`)).status, 'never asked before').toBe(200)
    await portal.advance(60_000)
    expect((await get(portal, `${folderOf()}.pom`)).status).toBe(200)
  })
})
