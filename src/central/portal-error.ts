import { ActionError, type ErrorCode } from '../core/errors.ts'
import type { HttpResponse } from '../core/http.ts'
import { excerpt, HttpError } from '../core/http-error.ts'
import { retryAfterMs } from '../core/retry-policy.ts'

/**
 * What a refusal of the Portal's means to the caller:
 * `unauthorized` and `forbidden` the token; `missing` no such deployment (or not yet); `quota` the monthly limits; `throttled` too many requests just now;
 * `too-large` the bundle; `refused` the call does not fit the deployment's state or is malformed; `unavailable` the Portal's own trouble, or no answer.
 */
export type PortalFailureKind = 'unauthorized' | 'forbidden' | 'missing' | 'quota' | 'throttled' | 'too-large' | 'refused' | 'unavailable'

/** A call that did not succeed, as facts. */
export interface PortalFailure {
  readonly kind: PortalFailureKind
  /** Undefined without an answer. */
  readonly status: number | undefined
  /** The Portal's own words, as far as there are any: one line, at most 500 characters. */
  readonly text: string
  readonly retryAfterMs: number | undefined
  /** Whether the call may have done its work all the same: a request went out, and no verdict came back. */
  readonly maybeDone: boolean
  /** The error behind a missing answer. */
  readonly cause?: HttpError
}

/** What a call of the Portal gave: its result, or why there is none. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: PortalFailure }

/** Where the publisher sees the organization's share of the monthly limits. */
export const usagePage = 'https://central.sonatype.com/publishing/usage'

const quotaWords = /limit|quota|usage|publisher pro/i
// A rate limit uses some of the same words, and passes by itself.
const rateWords = /rate.?limit|too many requests|requests? per/i
const surelyQuota = /quota|usage|publisher pro|month/i

/** Whether words of the Portal's speak of the monthly publishing limits (no exact answer is published). */
export function speaksOfQuota(text: string): boolean {
  return quotaWords.test(text) && (surelyQuota.test(text) || !rateWords.test(text))
}

/** Whether a failure is the Portal's own trouble, or ours of the moment: the same call may succeed later. */
export function isPassing({ kind }: Pick<PortalFailure, 'kind'>): boolean {
  return kind === 'unavailable' || kind === 'throttled'
}

/** How the answers of a call are read. */
export interface AnswerReading {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether the monthly limits can stop this call: they stop uploads and publishing, and nothing else. */
  readonly limited: boolean
  /** Takes secrets out of what a server says; nothing by default. */
  readonly redacted?: (text: string) => string
}

const asItIs = (text: string): string => text

/** The facts of an answer that is no success. */
export function failureOf(
  { status, headers, body }: Pick<HttpResponse, 'status' | 'headers' | 'body'>,
  { now, limited, redacted = asItIs }: AnswerReading,
): PortalFailure {
  const whole = redacted(body.toString('utf8'))
  const text = messageIn(whole)
  const words = allWords(whole)
  const overQuota = limited && (status === 402 || ((status === 403 || status === 429) && speaksOfQuota(words)))
  const kind = overQuota ? 'quota' : kindOf(status, text)
  const telling = overQuota && !speaksOfQuota(text) ? excerpt(words) : text
  // JSON spells some characters in several ways: what it hid shows by now.
  return { kind, status, text: redacted(telling), retryAfterMs: retryAfterMs(headers, now), maybeDone: kind === 'unavailable' }
}

/** The facts of a request without an answer. Anything but a failed request is thrown on. */
export function lostAnswer(error: unknown): PortalFailure {
  if (!(error instanceof HttpError)) throw error
  const kind = error.code === 'rejected' ? 'refused' : 'unavailable'
  return { kind, status: error.status, text: error.message, retryAfterMs: undefined, maybeDone: error.progress !== 'unsent', cause: error }
}

/** An answer whose status says success and whose body does not say it: a page of some server in between. */
export function unreadableAnswer({ status, body }: Pick<HttpResponse, 'status' | 'body'>, redacted = asItIs): PortalFailure {
  const text = `unreadable answer: ${redacted(messageIn(redacted(body.toString('utf8'))))}`
  return { kind: 'unavailable', status, text, retryAfterMs: undefined, maybeDone: true }
}

function kindOf(status: number, text: string): PortalFailureKind {
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'missing'
  if (status === 413) return 'too-large'
  if (status === 429) return 'throttled'
  if (status === 408 || status >= 500) return 'unavailable'
  // The official document lists 400 for "Wrong authorization data (user/password or token)".
  if (status === 400 && /wrong authorization data|invalid token/i.test(text)) return 'unauthorized'
  if (/file size exceeds/i.test(text)) return 'too-large'
  return 'refused'
}

/** The sentence inside an answer: of JSON in any of the Portal's shapes, of a web server's HTML page, or the bare text. */
export function messageIn(body: string): string {
  const text = body.trim()
  if (isHtml(text)) return excerpt(htmlTitle(text))
  return excerpt(jsonMessage(text) ?? text)
}

/** All that an answer says, wherever in it: what matters may stand below the title, or in a field of any name. */
function allWords(body: string): string {
  const text = body.trim()
  if (isHtml(text)) return withoutTags(text).replace(/&nbsp;|&#160;|\s+/gi, ' ')
  const parsed = jsonIn(text)
  return parsed === undefined ? text : textsIn(parsed).join(' ')
}

function isHtml(text: string): boolean {
  return /^<[!?a-z]/i.test(text)
}

function htmlTitle(html: string): string {
  const [, title] = /<title[^<>]*>([^<]*)/i.exec(html) ?? /<h1[^<>]*>([^<]*)/i.exec(html) ?? []
  return title?.trim() || withoutTags(html)
}

function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ')
}

function textsIn(value: unknown, depth = 8): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.values(value).flatMap((inner) => textsIn(inner, depth - 1))
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function jsonMessage(text: string): string | undefined {
  const parsed = jsonIn(text)
  if (typeof parsed === 'string') return parsed
  for (const path of [['error', 'message'], ['message'], ['error'], ['explanation']]) {
    const found = path.reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      parsed,
    )
    if (typeof found === 'string' && found !== '') return found
  }
  return undefined
}

const codes: Readonly<Record<PortalFailureKind, ErrorCode>> = {
  unauthorized: 'unauthorized',
  forbidden: 'unauthorized',
  missing: 'not-found',
  quota: 'rejected',
  throttled: 'unavailable',
  'too-large': 'rejected',
  refused: 'rejected',
  unavailable: 'unavailable',
}

const hints: Readonly<Record<PortalFailureKind, string>> = {
  unauthorized:
    'Give a user token of the Central Portal (https://central.sonatype.com/usertoken) as "username" and "password": neither the login of the website nor an old OSSRH token works.',
  forbidden: 'Check at https://central.sonatype.com/publishing/namespaces that this token may publish these groupIds.',
  missing:
    'It was dropped, belongs to another account, or "portal-url" leads elsewhere. See https://status.maven.org/ if it does not, and run again later.',
  quota: `The monthly publishing limits of the organization are reached: see ${usagePage}. Run again next month, or ask Sonatype for Publisher Pro or an exemption.`,
  throttled: 'Run again in a few minutes: what is done is found again.',
  'too-large': 'Central takes bundles of up to 1 GiB. Leave something out with "exclude", or split the release with "include".',
  refused: 'Read what the Portal says. Run again once it is cured: what is done is found again.',
  unavailable: 'See https://status.maven.org/, and run again: what is done is found again.',
}

/** A failure of the Portal's that ends the run, as a user understands it. */
export class PortalError extends ActionError {
  readonly kind: PortalFailureKind

  constructor(message: string, { kind, cause }: PortalFailure) {
    super(codes[kind], message, { hint: hints[kind], ...(cause !== undefined && { cause }) })
    this.kind = kind
  }
}

/** The error that a user understands, for a failure that ends the run. `doing` completes "could not …". */
export function portalError(doing: string, failure: PortalFailure): PortalError {
  const status = failure.status === undefined ? '' : ` (status ${failure.status})`
  const said = failure.text === '' ? 'the Portal gave no reason' : failure.text
  return new PortalError(`could not ${doing}${status}: ${said}`, failure)
}
