import { describe, expect, test } from 'vitest'
import {
  failureOf,
  lostAnswer,
  messageIn,
  type PortalFailure,
  type PortalFailureKind,
  portalError,
  speaksOfQuota,
} from '../../../src/central/portal-error.ts'
import { HttpError } from '../../../src/core/http-error.ts'

describe('the words in an answer', () => {
  test.each([
    ['{"error":{"message":"Invalid token"}}', 'Invalid token'],
    [
      '{"httpStatus":401,"errorCode":10401,"message":"Wrong authorization data","explanation":null,"data":null}',
      'Wrong authorization data',
    ],
    ['{"error":"Parsing failed"}', 'Parsing failed'],
    ['"just text"', 'just text'],
    ['<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>…</body></html>', '413 Request Entity Too Large'],
    ['<!DOCTYPE html><html><body><h1>413 Payload Too Large</h1></body></html>', '413 Payload Too Large'],
    ['<html><body>bare words</body></html>', 'bare words'],
    ['Failed to process request: x', 'Failed to process request: x'],
    ['{"unknown":"shape"}', '{"unknown":"shape"}'],
    ['{"truncated":', '{"truncated":'],
    ['', ''],
    ['two\nlines', 'two lines'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
  ])('%j are %j', (body, message) => {
    expect(messageIn(body)).toBe(message)
  })

  test('are at most 500 characters', () => {
    expect(messageIn('x'.repeat(10_000))).toHaveLength(500)
    expect(messageIn(JSON.stringify({ message: 'x'.repeat(10_000) }))).toHaveLength(500)
  })
})

test.each([
  ['Your organization is over the monthly publishing limits for Release Size', true],
  ['quota exceeded', true],
  ['See your Usage', true],
  ['needs Publisher Pro', true],
  ['Your IP: 1.2.3.4 has hit the rate limit with Maven Central. Too many requests.', false],
  ['Invalid token', false],
])('%j speaks of the quota: %s', (text, expected) => {
  expect(speaksOfQuota(text)).toBe(expected)
})

describe('the monthly limits', () => {
  const kindOf = (status: number, body: string, limited = true) =>
    failureOf({ status, headers: {}, body: Buffer.from(body) }, { now: 0, limited }).kind

  test.each([
    [
      403,
      '<html><head><title>403 Forbidden</title></head><body>over the monthly publishing limits. Get <b>Publisher</b> Pro.</body></html>',
    ],
    [429, JSON.stringify({ message: 'Too many requests', explanation: 'Monthly publishing quota exceeded' })],
    [429, 'Publishing rate limit: 7 releases per month used up (usage 7/7), Publisher Pro lifts it'],
    [402, ''],
  ])('are read from anywhere in the answer: %s %s', (status, body) => {
    expect(kindOf(status, body)).toBe('quota')
    expect(kindOf(status, body, false)).not.toBe('quota')
  })

  test('are told in the words that speak of them', () => {
    const body = Buffer.from('<html><title>403 Forbidden</title><body>over the limits</body></html>')
    expect(failureOf({ status: 403, headers: {}, body }, { now: 0, limited: true }).text).toContain('over the limits')
  })

  test('are not meant by a plain rate limit', () => {
    expect(kindOf(429, '<html><h1>429 Too Many Requests</h1>rate limit</html>')).toBe('throttled')
  })
})

test('a failure that is none of HTTP is not swallowed', () => {
  expect(() => lostAnswer(new Error('a mistake of ours'))).toThrow('a mistake of ours')
})

describe('the error that ends a run', () => {
  const failure = (kind: PortalFailureKind, more: Partial<PortalFailure> = {}): PortalFailure => ({
    kind,
    status: 400,
    text: 'no',
    retryAfterMs: undefined,
    maybeDone: false,
    ...more,
  })

  test.each([
    ['unauthorized', 'unauthorized', /user token of the Central Portal/],
    ['forbidden', 'unauthorized', /publishing\/namespaces/],
    ['missing', 'not-found', /dropped/],
    ['quota', 'rejected', /https:\/\/central\.sonatype\.com\/publishing\/usage/],
    ['throttled', 'unavailable', /few minutes/],
    ['too-large', 'rejected', /1 GiB/],
    ['refused', 'rejected', /what the Portal says/],
    ['unavailable', 'unavailable', /run again/],
  ] as const)('for %s says what to do', (kind, code, hint) => {
    const error = portalError('upload the bundle', failure(kind))
    expect(error).toMatchObject({ code, message: 'could not upload the bundle (status 400): no' })
    expect(error.hint).toMatch(hint)
  })

  test('keeps the cause, and does without words', () => {
    const cause = new HttpError('unavailable', 'had no answer', { method: 'POST', url: new URL('https://h.test/'), progress: 'unknown' })
    expect(portalError('publish', failure('unavailable', { cause, status: undefined })).cause).toBe(cause)
    expect(portalError('publish', failureOf({ status: 403, headers: {}, body: Buffer.alloc(0) }, { now: 0, limited: true })).message).toBe(
      'could not publish (status 403): the Portal gave no reason',
    )
  })
})
