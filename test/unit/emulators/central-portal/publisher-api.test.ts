import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { PortalEmulator } from '../../../emulators/central-portal/server.ts'
import { missingTools } from '../../../support/gnupg.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { call, folderOf, library, Publisher, poll, token, upload, zip } from './scene.ts'

const publisher = new Publisher()
const bundle = zip(publisher.complete(library()))
const jarPath = `${folderOf()}.jar`
const noise = { common: ['Deployment components info not found'] }

afterAll(() => publisher[Symbol.dispose]())

/** Uploads the library and polls until it is VALIDATED; gives the id. */
async function validated(portal: PortalEmulator, query?: string): Promise<string> {
  const id = await (await upload(portal, bundle, query)).text()
  for (const state of ['PENDING', 'VALIDATING', 'VALIDATED']) expect((await poll(portal, id)).deploymentState).toBe(state)
  return id
}

async function problemOf(answer: Response): Promise<string> {
  const { error }: { error: { message: string } } = JSON.parse(await answer.text())
  return error.message
}

describe('a deployment', () => {
  test('goes through its states, each seen by one poll, with noise where the Portal knows nothing', async () => {
    await using portal = await publisher.portal()
    const answer = await upload(portal, bundle, '?name=org.acme%3Alib%201.0')
    expect(answer.status).toBe(201)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    const id = await answer.text()
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const purls = ['pkg:maven/org.acme/lib@1.0']
    const common = { deploymentId: id, deploymentName: 'org.acme:lib 1.0', warnings: [], cherryBomUrl: null }
    expect(await poll(portal, id)).toEqual({ ...common, deploymentState: 'PENDING', purls: [], errors: noise })
    expect(await poll(portal, id)).toEqual({ ...common, deploymentState: 'VALIDATING', purls: [], errors: {} })
    for (const _ of 'ab') expect(await poll(portal, id)).toEqual({ ...common, deploymentState: 'VALIDATED', purls, errors: {} })
    expect((await call(portal, 'POST', `/deployment/${id}`)).status).toBe(204)
    expect(await poll(portal, id)).toEqual({ ...common, deploymentState: 'PUBLISHING', purls: [], errors: noise })
    expect(portal.published).toEqual([])
    for (const _ of 'ab') expect(await poll(portal, id)).toEqual({ ...common, deploymentState: 'PUBLISHED', purls: [], errors: noise })
    expect(portal.published.map((deployment) => deployment.id)).toEqual([id])
    expect(portal.breakdowns).toEqual([])
  })

  test('publishes itself when it is AUTOMATIC, and waits when nothing is said', async () => {
    await using portal = await publisher.portal()
    const [automatic, managed] = [await validated(portal, '?publishingType=AUTOMATIC'), await validated(portal, '')]
    expect([(await poll(portal, automatic)).deploymentState, (await poll(portal, automatic)).deploymentState]).toEqual([
      'PUBLISHING',
      'PUBLISHED',
    ])
    expect(await poll(portal, managed)).toMatchObject({ deploymentState: 'VALIDATED', deploymentName: 'bundle.zip' })
  })

  test('is published and dropped only where its state allows it', async () => {
    await using portal = await publisher.portal()
    const id = await (await upload(portal, bundle)).text()
    for (const state of ['PENDING', 'VALIDATING']) {
      expect((await poll(portal, id)).deploymentState).toBe(state)
      for (const method of ['POST', 'DELETE']) expect((await call(portal, method, `/deployment/${id}`)).status, state).toBe(400)
    }
    await portal.settle()
    expect((await call(portal, 'DELETE', `/deployment/${id}`)).status).toBe(204)
    for (const [method, path] of [
      ['POST', `/status?id=${id}`],
      ['POST', `/deployment/${id}`],
      ['DELETE', `/deployment/${id}`],
    ] as const) {
      const answer = await call(portal, method, path)
      expect([answer.status, await problemOf(answer)]).toEqual([404, 'Deployment with provided id not found'])
    }
    expect(portal.deployments).toEqual([])
    const other = await validated(portal)
    await call(portal, 'POST', `/deployment/${other}`)
    expect((await call(portal, 'DELETE', `/deployment/${other}`)).status, 'publishing').toBe(400)
    expect((await call(portal, 'POST', `/deployment/${other}`)).status, 'published twice').toBe(400)
  })

  test('takes the time that it is given, by a clock that can be pushed', async () => {
    await using portal = await publisher.portal({ validationMs: 60_000, publishingMs: 600_000 })
    const id = await (await upload(portal, bundle)).text()
    const state = async () => (await poll(portal, id)).deploymentState
    expect([await state(), await state()]).toEqual(['PENDING', 'PENDING'])
    await portal.advance(20_000)
    expect([await state(), await state()]).toEqual(['VALIDATING', 'VALIDATING'])
    await portal.advance(45_000)
    expect(await state()).toBe('VALIDATED')
    await call(portal, 'POST', `/deployment/${id}`)
    await portal.advance(599_000)
    expect(await state()).toBe('PUBLISHING')
    await portal.advance(2_000)
    expect(portal.published, 'time alone publishes, without a poll').toHaveLength(1)
  })

  test('shows where it comes to rest at once when nobody is to wait', async () => {
    await using portal = await publisher.portal({ immediate: true, judging: 'listing' })
    const id = await (await upload(portal, zip({ ...library(), 'org/acme/stray': '' }))).text()
    expect(await poll(portal, id)).toMatchObject({ deploymentState: 'FAILED' })
    const good = await (await upload(portal, zip(library()))).text()
    expect(await poll(portal, good)).toMatchObject({ deploymentState: 'VALIDATED', purls: ['pkg:maven/org.acme/lib@1.0'] })
    const [, deployment] = portal.deployments
    expect(deployment && Object.values((await portal.judge(deployment)).errors).flat()).toContain('Missing signature for file: lib-1.0.pom')
  })

  test('of the same coordinates fails while it publishes if another one was faster', async () => {
    await using portal = await publisher.portal()
    const ids = [await validated(portal), await validated(portal)]
    for (const id of ids) await call(portal, 'POST', `/deployment/${id}`)
    await portal.settle()
    const [first, second] = await Promise.all(ids.map((id) => poll(portal, id)))
    expect(first?.deploymentState).toBe('PUBLISHED')
    expect(second).toMatchObject({
      deploymentState: 'FAILED',
      errors: { 'pkg:maven/org.acme/lib@1.0': ["Component with package url: 'pkg:maven/org.acme/lib@1.0' already exists"] },
    })
  })
})

test.skipIf(missingTools('openssl').length > 0)('the Portal speaks https with a certificate of its own', async () => {
  await using folder = temporaryFolder()
  const [key, cert] = [join(folder.path, 'key.pem'), join(folder.path, 'cert.pem')]
  const subject = ['-subj', '/CN=portal', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1']
  const pair = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert]
  execFileSync('openssl', ['req', '-x509', ...pair, ...subject], { stdio: 'ignore' })
  await using portal = await publisher.portal({ tls: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') } })
  expect(portal.portalUrl).toMatch(/^https:/)
  const answered = once(get(`${portal.centralUrl}/nothing.pom`, { ca: readFileSync(cert) }), 'response')
  const [answer] = await answered
  expect(answer.statusCode).toBe(404)
  answer.resume()
})

describe('requests', () => {
  test('need the token, as Bearer, Basic or UserToken', async () => {
    await using portal = await publisher.portal()
    await using strict = await publisher.portal({ userToken: false })
    const credentials = Buffer.from(token).toString('base64')
    const status = async (of: PortalEmulator, authorization: string) =>
      (await fetch(`${of.portalUrl}/api/v1/publisher/published?namespace=a&name=b&version=1`, { headers: { authorization } })).status
    for (const scheme of ['Bearer', 'Basic', 'UserToken', 'bearer'])
      expect(await status(portal, `${scheme} ${credentials}`), scheme).toBe(200)
    expect(await status(strict, `Bearer ${credentials}`)).toBe(200)
    expect(await status(strict, `UserToken ${credentials}`)).toBe(401)
    for (const wrong of [
      '',
      'Bearer',
      `Bearer ${token}`,
      `Bearer ${Buffer.from(`${token}\n`).toString('base64')}`,
      `Digest ${credentials}`,
    ]) {
      expect(await status(portal, wrong), wrong).toBe(401)
    }
    const refused = await fetch(`${portal.portalUrl}/api/v1/publisher/upload`, { method: 'POST', body: bundle })
    expect([refused.status, await refused.json()]).toEqual([401, { error: { message: 'Invalid token' } }])
    expect(JSON.stringify([portal.requests, strict.requests])).not.toContain(credentials)
    expect(portal.requests[0]).toMatchObject({
      method: 'GET',
      query: { namespace: 'a' },
      headers: { authorization: 'Bearer' },
      status: 200,
    })
  })

  test('that lack something are refused', async () => {
    await using portal = await publisher.portal()
    const statusOf = async (...request: Parameters<typeof call> extends [unknown, ...infer Rest] ? Rest : never) =>
      (await call(portal, ...request)).status
    expect(await statusOf('POST', '/status')).toBe(400)
    expect(await statusOf('GET', '/published?namespace=a&name=b')).toBe(400)
    expect(await statusOf('POST', '/upload', { body: bundle })).toBe(400)
    expect(await statusOf('POST', '/upload', { body: new FormData() })).toBe(400)
    expect((await upload(portal, bundle, '?publishingType=LATER')).status).toBe(400)
    expect(await statusOf('GET', '/upload')).toBe(405)
    expect(await statusOf('GET', '/nothing')).toBe(404)
    expect(portal.deployments).toEqual([])
  })

  test('with more than fits are answered by nginx, with and without a length', async () => {
    await using portal = await publisher.portal({ maxBytes: 10_000 })
    const large = zip({ 'org/acme/large': Buffer.alloc(3_000_000) })
    const told = await upload(portal, large)
    expect([told.status, told.headers.get('content-type'), await told.text()]).toEqual([
      413,
      'text/html',
      expect.stringContaining('<h1>413 Payload Too Large</h1>'),
    ])
    const boundary = 'multipart/form-data; boundary=b'
    const head = Buffer.from('--b\r\nContent-Disposition: form-data; name="bundle"; filename="a.zip"\r\n\r\n')
    async function* stream() {
      yield head
      yield large
    }
    const headers = { authorization: `Bearer ${Buffer.from(token).toString('base64')}`, 'content-type': boundary }
    const init: RequestInit = { headers, body: stream(), duplex: 'half' }
    expect((await call(portal, 'POST', '/upload', init)).status).toBe(413)
    expect(portal.deployments).toEqual([])
    expect(portal.breakdowns).toEqual([])
  })

  test('tell what is published, and give the files of a deployment', async () => {
    await using portal = await publisher.portal()
    const id = await validated(portal)
    const ask = async () => (await call(portal, 'GET', '/published?namespace=org.acme&name=lib&version=1.0')).json()
    expect(await ask()).toEqual({ published: false })
    for (const path of [`/deployment/${id}/download/${jarPath}`, `/deployments/download/${jarPath}`]) {
      const answer = await call(portal, 'GET', path)
      expect(answer.headers.get('content-type')).toBe('application/octet-stream')
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(library()[jarPath])
      expect((await call(portal, 'GET', `${path}.absent`)).status).toBe(404)
    }
    await call(portal, 'POST', `/deployment/${id}`)
    await portal.settle()
    expect(await ask()).toEqual({ published: true })
    expect((await call(portal, 'GET', `/deployments/download/${jarPath}`)).status, 'only validated ones').toBe(404)
  })
})
