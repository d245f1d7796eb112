import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PortalEmulator } from '../../../emulators/central-portal/server.ts'
import { missingTools } from '../../../support/gnupg.ts'
import { authorization, library, Publisher, poll, token, zip } from './scene.ts'

const run = promisify(execFile)
const publisher = new Publisher()
const bundle = zip(publisher.complete(library()))
const api = '/api/v1/publisher'
let portal: PortalEmulator

beforeAll(async () => {
  portal = await publisher.portal()
})

afterAll(async () => {
  expect(portal.breakdowns).toEqual([])
  await portal[Symbol.asyncDispose]()
  publisher[Symbol.dispose]()
})

/** Sends bytes as they are and gives the whole answer; the request must ask to close. */
async function raw(...pieces: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(Number(new URL(portal.portalUrl).port), '127.0.0.1')
  await once(socket, 'connect')
  for (const piece of pieces) socket.write(piece)
  return text(socket)
}

function lines(...head: readonly string[]): string {
  return `${head.join('\r\n')}\r\n\r\n`
}

function chunked(bytes: Buffer, size: number): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size)
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'))
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')])
}

/** The deployment that an upload's answer names must be the bundle as it was sent. */
async function expectValid(answer: string, name: string): Promise<void> {
  expect(answer).toMatch(/^HTTP\/1\.1 201 /)
  const id = /[0-9a-f-]{36}/.exec(answer.slice(answer.indexOf('\r\n\r\n')))?.[0] ?? ''
  await portal.settle()
  expect(await poll(portal, id)).toMatchObject({
    deploymentName: name,
    deploymentState: 'VALIDATED',
    purls: ['pkg:maven/org.acme/lib@1.0'],
  })
}

describe('uploads in foreign forms are taken', () => {
  const part = (...head: readonly string[]) => Buffer.concat([Buffer.from(lines('--xyz', ...head)), bundle, Buffer.from('\r\n')])
  const disposition = 'Content-Disposition: form-data; name="bundle"; filename="central-bundle.zip"'
  const end = Buffer.from('--xyz--\r\n')

  const forms = [
    [
      "as Apache's client writes them",
      'multipart/form-data; boundary=xyz; charset=ISO-8859-1',
      [part(disposition, 'Content-Type: application/octet-stream', 'Content-Transfer-Encoding: binary'), end],
    ],
    [
      'with the charset first and the type of a zip',
      'multipart/form-data; charset=UTF-8; boundary="xyz"',
      [part('Content-Type: application/zip', disposition), end],
    ],
    ['with their length in a part', 'multipart/form-data; boundary=xyz', [part(disposition, `Content-Length: ${bundle.length}`), end]],
    [
      'after other parts',
      'multipart/form-data; boundary=xyz',
      [Buffer.from(`${lines('--xyz', 'Content-Disposition: form-data; name="note"')}hello\r\n`), part(disposition), end],
    ],
  ] as const

  test.for(forms)('%s', async ([, contentType, pieces]) => {
    const body = Buffer.concat(pieces)
    const head = [
      `POST ${api}/upload HTTP/1.1`,
      'Host: portal',
      `Authorization: UserToken ${authorization.split(' ')[1]}`,
      `Content-Type: ${contentType}`,
      'Connection: close',
    ]
    await expectValid(await raw(lines(...head, `Content-Length: ${body.length}`), body), 'central-bundle.zip')
    await expectValid(await raw(lines(...head, 'Transfer-Encoding: chunked'), chunked(body, 1000)), 'central-bundle.zip')
  })

  test('with query parameters that nobody knows', async () => {
    const body = Buffer.concat([part(disposition), end])
    const head = [
      `POST ${api}/upload?name=My+name&colour=blue&publishingType=USER_MANAGED HTTP/1.1`,
      'Host: portal',
      `Authorization: ${authorization}`,
    ]
    const rest = ['Content-Type: multipart/form-data; boundary=xyz', 'Connection: close', `Content-Length: ${body.length}`]
    await expectValid(await raw(lines(...head, ...rest), body), 'My name')
  })

  test.skipIf(missingTools('curl').length > 0)('from curl, with Basic', async () => {
    const file = join(publisher.gnupg.home, 'curl.zip')
    writeFileSync(file, bundle)
    const { stdout } = await run('curl', ['-sS', '-i', '--user', token, '--form', `bundle=@${file}`, `${portal.portalUrl}${api}/upload`])
    await expectValid(stdout, 'curl.zip')
  })
})

test('a POST without body and without length is a POST', async () => {
  const answer = await raw(
    lines(`POST ${api}/status?id=nobody HTTP/1.1`, 'Host: portal', `Authorization: ${authorization}`, 'Connection: close'),
  )
  expect(answer).toMatch(/^HTTP\/1\.1 404 [\s\S]*Deployment with provided id not found/)
})

test('a client that dies during its upload leaves no deployment', async () => {
  const before = portal.deployments.length
  const socket = connect(Number(new URL(portal.portalUrl).port), '127.0.0.1')
  const head = [
    `POST ${api}/upload HTTP/1.1`,
    'Host: portal',
    `Authorization: ${authorization}`,
    'Content-Type: multipart/form-data; boundary=xyz',
  ]
  socket.write(lines(...head, `Content-Length: ${bundle.length}`))
  socket.write(
    Buffer.concat([
      Buffer.from(lines('--xyz', 'Content-Disposition: form-data; name="bundle"; filename="a.zip"')),
      bundle.subarray(0, 1000),
    ]),
  )
  await expect.poll(() => portal.requests.at(-1)?.path).toBe(`${api}/upload`)
  socket.resetAndDestroy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(portal.deployments).toHaveLength(before)
})
