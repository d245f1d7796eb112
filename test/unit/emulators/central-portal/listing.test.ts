import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PortalEmulator } from '../../../emulators/central-portal/server.ts'
import { call, library, Publisher, upload, zip } from './scene.ts'

const publisher = new Publisher()
let portal: PortalEmulator
let ids: string[]

beforeAll(async () => {
  portal = await publisher.portal({ validationMs: 600_000 })
  ids = []
  for (const artifact of ['a', 'b', 'c']) {
    ids.push(await (await upload(portal, zip(publisher.complete(library({ artifact }))), `?name=${artifact}`)).text())
    await portal.advance(10)
  }
})

afterAll(async () => {
  await portal[Symbol.asyncDispose]()
  publisher[Symbol.dispose]()
})

interface Listing {
  readonly deployments: readonly { readonly deploymentName: string; readonly [more: string]: unknown }[]
  readonly [more: string]: unknown
}

async function list(request: unknown): Promise<Listing> {
  const answer = await call(portal, 'POST', '/deployments/files', { body: JSON.stringify(request) })
  expect(answer.status).toBe(200)
  const listing: Listing = JSON.parse(await answer.text())
  return listing
}

async function names(request: Record<string, unknown>): Promise<string> {
  return (await list({ sortField: 'createdTimestamp', ...request })).deployments.map(({ deploymentName }) => deploymentName).join('')
}

test('deployments are sorted by the field that must be named', async () => {
  expect(await names({})).toBe('abc')
  expect(await names({ sortDirection: 'desc' })).toBe('cba')
  expect(await names({ sortField: 'createTimestamp', sortDirection: 'DESC' })).toBe('cba')
  expect(await names({ sortField: 'deploymentName', sortDirection: 'asc' })).toBe('abc')
  for (const body of ['{}', '{"sortField":"colour"}', 'no JSON', '', '{"sortField":"createdTimestamp","page":-1}']) {
    expect((await call(portal, 'POST', '/deployments/files', { body })).status, body).toBe(400)
  }
})

test('deployments are paged', async () => {
  expect(await names({ page: 1, size: 2 })).toBe('c')
  expect(await list({ sortField: 'createdTimestamp', page: 1, size: 2 })).toMatchObject({
    page: 1,
    pageSize: 2,
    pageCount: 2,
    totalResultCount: 3,
  })
  expect(await names({ page: 7, size: 2 })).toBe('')
})

test('deployments are found by id, and by path even before they are validated', async () => {
  expect(await names({ deploymentIds: [ids[1]] })).toBe('b')
  expect(await names({ deploymentIds: [] })).toBe('abc')
  expect(await names({ pathStarting: 'org/acme/c/' })).toBe('c')
  expect(await names({ pathStarting: 'org/other' })).toBe('')
})

test('a deployment is told with its files at once and with its components when they are validated', async () => {
  const before = await list({ sortField: 'createdTimestamp', deploymentIds: [ids[0]] })
  expect(before.deployments[0]).toMatchObject({ deploymentId: ids[0], deploymentState: 'PENDING', deploymentType: 'BUNDLE', purls: [] })
  await portal.settle()
  const [after] = (await list({ sortField: 'createdTimestamp', deploymentIds: [ids[0]] })).deployments
  expect(after).toMatchObject({
    deploymentState: 'VALIDATED',
    purls: ['pkg:maven/org.acme/a@1.0'],
    deployedComponentVersions: [{ name: 'a', path: 'org/acme/a/1.0/', errors: [], warnings: [] }],
    createTimestamp: expect.any(Number),
  })
  expect(after?.deploymentFiles).toHaveLength(16)
  expect(after?.deploymentFiles).toContainEqual({
    relativePath: 'org/acme/a/1.0/a-1.0.jar.md5',
    fileName: 'a-1.0.jar.md5',
    fileSize: 32,
    fileTimestamp: expect.any(Number),
  })
})
