import { describe, expect, test } from 'vitest'
import { AssetHosts, serverOf } from '../../../src/github/asset-hosts.ts'

const hosts = (apiUrl: string, more: { serverUrl?: string; assetHosts?: string[] } = {}) =>
  new AssetHosts({ apiUrl, assetHosts: [], ...more })
const allowed = (from: AssetHosts, ...addresses: readonly string[]) => addresses.filter((address) => from.allows(new URL(address)))

describe('assets may come from', () => {
  test('GitHub’s own hosts, and no others', () => {
    const good = [
      'https://api.github.com/x',
      'https://github.com/x',
      'https://codeload.github.com/x',
      'https://objects.githubusercontent.com/x',
      'https://release-assets.githubusercontent.com/x',
    ]
    const bad = [
      'http://github.com/x',
      'https://github.com:8443/x',
      'https://githubusercontent.com.evil.test/x',
      'https://evilgithubusercontent.com/x',
      'https://evil.test/x',
      'http://127.0.0.1/x',
      'https://127.0.0.1/x',
      'https://localhost:9/x',
      'http://169.254.169.254/latest',
      'ftp://github.com/x',
      'file:///etc/passwd',
    ]
    expect(allowed(hosts('https://api.github.com'), ...good, ...bad)).toEqual(good)
  })

  test('a server of one’s own, and the hosts that a user names with it', () => {
    const own = hosts('https://ghes.example/api/v3', { assetHosts: ['Storage.Example', 'bucket.example:8443'] })
    const good = ['https://ghes.example/x', 'https://codeload.ghes.example/x', 'https://storage.example/x', 'https://bucket.example:8443/x']
    const bad = ['https://bucket.example/x', 'https://github.com/x', 'http://storage.example/x', 'https://x.storage.example/']
    expect(allowed(own, ...good, ...bad)).toEqual(good)
  })

  test('the server that the run names', () => {
    const own = hosts('https://api.acme.example', { serverUrl: 'https://code.acme.example' })
    expect(own.allows(new URL('https://code.acme.example/x'))).toBe(true)
  })

  test('any port of loopback, when the API is there; without encryption only when the API has none', () => {
    const addresses = ['http://127.0.0.1:2/x', 'http://localhost:3/x', 'http://[::1]:4/x', 'https://127.0.0.1:5/x']
    expect(allowed(hosts('http://127.0.0.1:1'), ...addresses, 'http://10.0.0.1/x', 'https://evil.test/x')).toEqual(addresses)
    expect(allowed(hosts('https://localhost:1'), ...addresses)).toEqual(['https://127.0.0.1:5/x'])
  })
})

test.each(['https://storage.example', 'storage.example/path', 'user@storage.example', '*.example', '', 'a b'])('%j is no host', (host) => {
  expect(() => hosts('https://api.github.com', { assetHosts: [host] })).toThrow(/asset-hosts.*is no host/)
})

test.each([
  ['https://api.github.com', 'https://github.com/'],
  ['https://api.acme.ghe.com', 'https://acme.ghe.com/'],
  ['https://ghes.example/api/v3', 'https://ghes.example/'],
  ['http://127.0.0.1:81/api/v3', 'http://127.0.0.1:81/'],
  ['https://api.evil.test', 'https://api.evil.test/'],
])('the server of the API %s is %s', (api, server) => {
  expect(serverOf(new URL(api)).href).toBe(server)
})
