import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { boundaryOf, readMultipart } from './multipart.ts'
import type { Call } from './requests.ts'

/** A bundle that has arrived whole. */
export interface ReceivedBundle {
  /** The file name that the form gave it. */
  readonly fileName: string
  readonly size: number
}

/** The body is larger than nginx lets through. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/** Receives the part `bundle` of a form into a file; undefined when the request is no form or has no such part. */
export async function receiveBundle(call: Call, target: string, maxBytes: number): Promise<ReceivedBundle | undefined> {
  if (call.length !== undefined && call.length > maxBytes) throw new TooLarge()
  const boundary = boundaryOf(call.seen.headers['content-type'] ?? '')
  if (boundary === undefined) return undefined

  let received: { fileName: string; size: number } | undefined
  const file = openSync(target, 'wx')
  let complete = false
  try {
    await readMultipart(limited(call.body, maxBytes), boundary, ({ name, fileName }) => {
      if (name !== 'bundle' || received !== undefined) return () => {}
      const bundle = { fileName: fileName ?? 'bundle.zip', size: 0 }
      received = bundle
      return (bytes) => {
        for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
        bundle.size += bytes.length
      }
    })
    complete = received !== undefined
    return received
  } finally {
    closeSync(file)
    if (!complete) rmSync(target, { force: true })
  }
}

async function* limited(body: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) throw new TooLarge()
    yield chunk
  }
}
