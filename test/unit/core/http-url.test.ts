import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isLoopback, printableUrl, requireHttpsOrLoopback } from '../../../src/core/http-url.ts'
import { isPrivateAddress, isPrivateHost, publicLookup } from '../../../src/core/private-addresses.ts'
import { version } from '../../../src/core/version.ts'

describe('addresses that users give', () => {
  test.each(['https://central.sonatype.com', 'http://127.0.0.1:8080/x', 'http://localhost:1', 'http://[::1]:1', 'http://127.1/'])(
    '%s is taken',
    (text) => {
      expect(requireHttpsOrLoopback(text).href).toContain('//')
    },
  )

  test.each([
    ['http://central.sonatype.com', /not encrypted/],
    ['http://127.0.0.1.example.test', /not encrypted/],
    ['http://localhost.example.test', /not encrypted/],
    ['ftp://127.0.0.1/', /not encrypted/],
    ['file:///etc/passwd', /no URL/],
    ['central.sonatype.com', /no URL/],
    ['https://me:s3cret@host.test', /user name or a password/],
  ])('%s is refused', (text, message) => {
    expect(() => requireHttpsOrLoopback(text, "input 'portal-url'")).toThrow(message)
    expect(() => requireHttpsOrLoopback(text, "input 'portal-url'")).toThrow(/^input 'portal-url'/)
    expect(() => requireHttpsOrLoopback(text)).not.toThrow(/s3cret/)
  })

  test('are printed without credentials, fragment and the values of their query', () => {
    expect(printableUrl(new URL('https://u:p@host.test:8/a/b?X-Amz-Signature=abc&id=1&id=2#secret'))).toBe(
      'https://host.test:8/a/b?X-Amz-Signature=…&id=…',
    )
  })
})

describe('private networks', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '::1',
    '[::1]',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
  ])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', 'localhost'])('%s is no private address', (address) => {
    expect(isPrivateAddress(address)).toBe(false)
  })

  test('a name is private when its address is', async () => {
    expect(await isPrivateHost('localhost')).toBe(true)
    expect(await isPrivateHost('[::1]')).toBe(true)
  })

  test('a name that leads into one is refused where the socket looks it up', async () => {
    const error = await new Promise((resolve) => publicLookup('localhost', {}, resolve))
    expect(error).toMatchObject({ code: 'EPRIVATE' })
  })
})

test('the version is that of package.json', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(version)
})

test('loopback is known by its name alone', () => {
  expect(isLoopback(new URL('http://2130706433/'))).toBe(true)
  expect(isLoopback(new URL('http://1270.0.0.1.test/'))).toBe(false)
})
