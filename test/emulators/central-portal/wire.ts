import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { type Answer, type AnswerBody, json, usualError } from './answers.ts'
import type { Fault } from './faults.ts'

/** A fault has taken the connection: there is nobody left to answer. */
export class ConnectionTaken extends Error {
  override readonly name = 'ConnectionTaken'
}

const sliceMs = 50

/** The body of a request, as far as faults let it in. */
export async function* requestBody(request: IncomingMessage, faults: readonly Fault[]): AsyncGenerator<Buffer> {
  const stop = faults.find((fault) => fault.do === 'close-upload' || (fault.do === 'stall' && fault.afterBytes !== undefined))
  const limit = stop !== undefined && 'afterBytes' in stop ? (stop.afterBytes ?? 0) : Number.POSITIVE_INFINITY
  let size = 0
  // Whoever stops reading early must still be able to answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > limit) await take(request, stop)
    yield chunk
  }
  // A body that is shorter than the fault expects does not escape it.
  if (stop !== undefined) await take(request, stop)
}

/** Lets a fault strike before the request is read; gives the answer that stands in for the work, if any does. */
export async function strikeBefore(request: IncomingMessage, faults: readonly Fault[]): Promise<Answer | undefined> {
  for (const fault of faults) {
    if (fault.do === 'reset') {
      request.socket.resetAndDestroy()
      throw new ConnectionTaken()
    }
    if (fault.do === 'stall' && fault.afterBytes === undefined) await take(request, fault)
    if (fault.do === 'answer' && !fault.afterWork) return answerOf(fault)
  }
  return undefined
}

/** What is left of an answer when the faults that strike after the work are done with it. */
export async function strikeAfter(request: IncomingMessage, answer: Answer, faults: readonly Fault[]): Promise<Answer> {
  let result = answer
  for (const fault of faults) {
    if (fault.do === 'lose') {
      request.socket.destroy()
      throw new ConnectionTaken()
    }
    if (fault.do === 'hang') await take(request, fault)
    if (fault.do === 'delay') await delay(fault.ms)
    if (fault.do === 'answer' && fault.afterWork) result = answerOf(fault)
    if (fault.do === 'merge' && typeof result.body === 'string' && result.headers['content-type'] === 'application/json') {
      result = { ...result, body: JSON.stringify({ ...JSON.parse(result.body), ...fault.fields }) }
    }
  }
  return result
}

/** Sends an answer, whole and at once unless a fault forbids it. */
export async function send(response: ServerResponse, answer: Answer, faults: readonly Fault[]): Promise<void> {
  const { body } = answer
  const length = lengthOf(body)
  // RFC 9110, 8.6: a 204 has no length.
  const headers = answer.status === 204 ? answer.headers : { ...answer.headers, 'content-length': String(length) }
  response.writeHead(answer.status, headers)
  if (response.req.method === 'HEAD' || length === 0) {
    response.end()
    return
  }
  const cut = faults.some((fault) => fault.do === 'truncate')
  const slow = faults.find((fault) => fault.do === 'dribble')
  if (!cut && slow === undefined) {
    if (typeof body === 'object' && 'file' in body) await pipeline(createReadStream(body.file), response)
    else response.end(body)
    return
  }
  const bytes = await bytesOf(body)
  const sent = cut ? bytes.subarray(0, Math.floor(length / 2)) : bytes
  const slice = slow === undefined ? Math.max(1, sent.length) : Math.max(1, Math.round((slow.bytesPerSecond * sliceMs) / 1000))
  for (let at = 0; at < sent.length && !response.destroyed; at += slice) {
    response.write(sent.subarray(at, at + slice))
    if (slow !== undefined) await delay(sliceMs)
  }
  if (cut) response.write('', () => response.socket?.destroySoon())
  else response.end()
}

/** Keeps or ends the connection as the fault says; never returns. */
async function take(request: IncomingMessage, fault: Fault | undefined): Promise<never> {
  const { socket } = request
  if (fault?.do === 'close-upload') socket.destroy()
  // Nothing is read any more: the sender feels it when the buffers between us are full.
  else if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
  throw new ConnectionTaken()
}

function answerOf(fault: Extract<Fault, { do: 'answer' }>): Answer {
  const usual = usualError(fault.status)
  const given =
    typeof fault.body === 'string' ? { ...usual, headers: { 'content-type': textType(fault.body) }, body: fault.body } : undefined
  const answer = fault.body === undefined ? usual : (given ?? json(fault.body, fault.status))
  return { ...answer, headers: { ...answer.headers, ...lowerCased(fault.headers ?? {}) } }
}

function textType(text: string): string {
  return text.trimStart().startsWith('<') ? 'text/html' : 'text/plain;charset=UTF-8'
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function lengthOf(body: AnswerBody): number {
  return typeof body === 'object' && 'file' in body ? body.size : Buffer.byteLength(body)
}

async function bytesOf(body: AnswerBody): Promise<Buffer> {
  if (typeof body === 'string') return Buffer.from(body)
  return Buffer.isBuffer(body) ? body : readFile(body.file)
}
