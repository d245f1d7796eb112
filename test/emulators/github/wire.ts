import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type Answer, type StreamedBody, usualAnswer } from './answers.ts'
import type { ArmedFault } from './faults.ts'
import type { SeenRequest } from './requests.ts'

/** A fault has taken the connection: there is nobody left to answer. */
export class ConnectionTaken extends Error {
  override readonly name = 'ConnectionTaken'
}

type FaultOf<Kind extends ArmedFault['do']> = Extract<ArmedFault, { do: Kind }>

export function faultOf<Kind extends ArmedFault['do']>(faults: readonly ArmedFault[], kind: Kind): FaultOf<Kind> | undefined {
  return faults.find((fault): fault is FaultOf<Kind> => fault.do === kind)
}

/** Lets faults strike before anything is answered. */
export async function strikeBefore(request: IncomingMessage, faults: readonly ArmedFault[]): Promise<void> {
  const late = faultOf(faults, 'delay')
  if (late !== undefined) await delay(late.ms)
  const reset = faultOf(faults, 'reset')
  if (reset !== undefined && reset.afterBytes === undefined) {
    request.socket.resetAndDestroy()
    throw new ConnectionTaken()
  }
  const stall = faultOf(faults, 'stall')
  if (stall !== undefined && stall.afterBytes === undefined) await untilClosed(request)
}

/** The answer that a fault gives in place of the work. */
export function answerOf(fault: FaultOf<'answer'>): Answer {
  const usual = usualAnswer(fault.status)
  const headers = Object.fromEntries(Object.entries(fault.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
  if (fault.body === undefined) return { ...usual, headers: { ...usual.headers, ...headers } }
  const isText = typeof fault.body === 'string'
  const body = isText ? String(fault.body) : JSON.stringify(fault.body)
  return {
    status: fault.status,
    headers: { 'content-type': isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8', ...headers },
    body,
  }
}

/** The answer with some fields of its JSON overwritten. */
export function merged(answer: Answer, faults: readonly ArmedFault[]): Answer {
  const fields = faultOf(faults, 'merge')?.fields
  if (fields === undefined || typeof answer.body !== 'string' || !answer.headers['content-type']?.startsWith('application/json'))
    return answer
  const value: unknown = JSON.parse(answer.body)
  const body = Array.isArray(value) ? value.map((item) => ({ ...item, ...fields })) : { ...Object(value), ...fields }
  return { ...answer, body: JSON.stringify(body) }
}

const sliceMs = 20

/** Sends an answer, whole and as fast as it is taken unless a fault forbids it. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  { faults, seen }: { faults: readonly ArmedFault[]; seen: SeenRequest },
): Promise<void> {
  const body = bodyOf(answer)
  const lie = faultOf(faults, 'lie')
  const overflow = faultOf(faults, 'overflow')
  const length = lie?.contentLength ?? (overflow === undefined ? body.size : undefined)
  const hasBody = answer.status !== 204 && answer.status !== 304
  response.writeHead(answer.status, { ...answer.headers, ...(hasBody && length !== undefined && { 'content-length': String(length) }) })
  if (response.req.method === 'HEAD' || !hasBody) {
    response.end()
    return
  }
  const end = endOf(faults, body.size ?? 0)
  const slow = faultOf(faults, 'dribble')
  for await (const chunk of shaped(body, faults)) {
    const piece = chunk.subarray(0, Math.max(0, end.at - seen.sent))
    for (const slice of slow === undefined ? [piece] : sliced(piece, Math.ceil((slow.bytesPerSecond * sliceMs) / 1000))) {
      if (response.destroyed) return
      seen.sent += slice.length
      if (!response.write(slice)) await drained(response)
      if (slow !== undefined) await delay(sliceMs)
    }
    if (seen.sent >= end.at) break
  }
  if (end.how === 'stall') {
    // What is still in our buffers is sent; then silence.
    await untilClosed(response.req)
  } else if (end.how === 'reset') response.write('', () => response.socket?.resetAndDestroy())
  else if (end.how === 'close' || lie !== undefined) response.write('', () => response.socket?.destroySoon())
  else response.end()
}

interface BodyEnd {
  /** Bytes after which nothing more is sent. */
  readonly at: number
  readonly how: 'end' | 'close' | 'reset' | 'stall'
}

function endOf(faults: readonly ArmedFault[], size: number): BodyEnd {
  const stall = faultOf(faults, 'stall')
  if (stall !== undefined) return { at: stall.afterBytes ?? 0, how: 'stall' }
  const reset = faultOf(faults, 'reset')
  if (reset !== undefined) return { at: reset.afterBytes ?? 0, how: 'reset' }
  const cut = faultOf(faults, 'truncate')
  if (cut !== undefined) return { at: cut.afterBytes ?? Math.floor(size / 2), how: 'close' }
  return { at: Number.POSITIVE_INFINITY, how: 'end' }
}

/** The body with what faults do to its bytes. */
function* shaped(body: StreamedBody, faults: readonly ArmedFault[]): Generator<Uint8Array> {
  const flip = faultOf(faults, 'flip')
  let at = 0
  for (const chunk of body.chunks()) {
    const hit = flip === undefined ? -1 : flip.at - at
    yield hit >= 0 && hit < chunk.length ? flipped(chunk, hit) : chunk
    at += chunk.length
  }
  const filler = Buffer.alloc(1 << 16, 'more')
  for (let left = faultOf(faults, 'overflow')?.bytes ?? 0; left > 0; left -= filler.length) yield filler.subarray(0, left)
}

function flipped(chunk: Uint8Array, at: number): Uint8Array {
  const copy = Buffer.from(chunk)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

function* sliced(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function bodyOf({ body }: Answer): StreamedBody {
  if (typeof body === 'object' && 'chunks' in body) return body
  const bytes = Buffer.from(body)
  return { size: bytes.length, chunks: () => (bytes.length === 0 ? [] : [bytes]) }
}

/** Until there is room again, or nobody who listens. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
}

async function untilClosed({ socket }: IncomingMessage): Promise<never> {
  if (!socket.destroyed) await once(socket, 'close')
  throw new ConnectionTaken()
}
