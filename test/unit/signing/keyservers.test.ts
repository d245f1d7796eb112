import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/core/clock.ts'
import { ActionError } from '../../../src/core/errors.ts'
import { centralKeyServers, type KeyServer, parseKeyServer } from '../../../src/signing/keyserver-address.ts'
import { KeyServers, keyWarnings } from '../../../src/signing/keyservers.ts'
import { openSigningKey } from '../../../src/signing/signing-key.ts'
import { type EmulatedKeyServer, startKeyServer } from '../../emulators/keyserver/keyserver.ts'
import { GnuPG, missingTools } from '../../support/gnupg.ts'
import { serve } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const noGpg = missingTools('gpg').length > 0

describe('the address of a key server', () => {
  test.each([
    ['hkps://keyserver.ubuntu.com', 'hkp', 'https://keyserver.ubuntu.com/'],
    ['HKPS://keyserver.ubuntu.com/', 'hkp', 'https://keyserver.ubuntu.com/'],
    ['https://pgp.mit.edu:8443', 'hkp', 'https://pgp.mit.edu:8443/'],
    ['pgp.mit.edu', 'hkp', 'https://pgp.mit.edu/'],
    [' hkp+https://host.test/keys ', 'hkp', 'https://host.test/keys/'],
    ['vks+https://keys.openpgp.org', 'vks', 'https://keys.openpgp.org/'],
    ['vks+http://127.0.0.1:8080', 'vks', 'http://127.0.0.1:8080/'],
    ['hkp://localhost', 'hkp', 'http://localhost:11371/'],
    ['hkp://127.0.0.1:80', 'hkp', 'http://127.0.0.1/'],
    ['http://[::1]:8080', 'hkp', 'http://[::1]:8080/'],
  ])('%j is read', (text, kind, url) => {
    expect(parseKeyServer(text)).toMatchObject({ kind, url })
  })

  test.each([
    'hkp://keyserver.ubuntu.com',
    'http://host.test',
    'vks+http://host.test',
    'ldap://host.test',
    'ftp://127.0.0.1',
    'https://u:p@host.test',
    '',
    'hkps://',
  ])('%j is refused', (text) => {
    expect(() => parseKeyServer(text)).toThrow(ActionError)
    expect(() => parseKeyServer(text)).toThrow(/^input 'keyservers'/)
  })

  test('of every server that Central asks is one', () => {
    expect(centralKeyServers.map((address) => parseKeyServer(address).kind)).toEqual(['hkp', 'vks', 'hkp'])
  })
})

describe.skipIf(noGpg)('key servers', () => {
  const gpg = noGpg ? undefined : new GnuPG()
  let primary = ''
  let first: Edition
  let extended: Edition

  interface Edition {
    readonly fingerprint: string
    readonly publicKey: string
  }

  async function edition(): Promise<Edition> {
    if (gpg === undefined) throw new Error('no gpg')
    const { fingerprint, publicKey } = await openSigningKey({ secret: gpg.secret(primary), signedAt: Date.now(), today: new Date() })
    return { fingerprint, publicKey }
  }

  beforeAll(async () => {
    if (gpg === undefined) return
    primary = gpg.create({ userId: 'Acme <release@acme.test>', usage: 'cert' })
    const subkey = gpg.addSubkey(primary, { algorithm: 'nistp256', expires: '1y' })
    first = await edition()
    expect(first.fingerprint).toBe(subkey)
    gpg.run(['--passphrase', '', '--quick-set-expire', primary, '2y', subkey])
    extended = await edition()
  })
  afterAll(() => gpg?.[Symbol.dispose]())

  const hkp = (server: { url: string }) => parseKeyServer(server.url)
  const vks = (server: { url: string }) => parseKeyServer(`vks+${server.url}`)
  const asking = (servers: KeyServer[], key: Edition, clock = systemClock(undefined)) =>
    new KeyServers({ servers, key, environment: {}, clock, log: new TestLog() })
  const presences = async (servers: KeyServer[], key: Edition) => {
    await using keyServers = asking(servers, key)
    return (await keyServers.check()).map(({ presence }) => presence)
  }

  /** A server that has a key already. */
  async function having(armored: string, faults = {}): Promise<EmulatedKeyServer> {
    const server = await startKeyServer(faults)
    server.add(armored)
    return server
  }

  test('are asked for the subkey that signs, by its fingerprint', async () => {
    await using server = await having(first.publicKey)
    expect(await presences([hkp(server)], first)).toEqual(['found'])
    server.verify('release@acme.test')
    expect(await presences([vks(server)], first)).toEqual(['found'])
    expect(server.requests.map(({ target }) => target)).toEqual([
      `/pks/lookup?op=get&options=mr&search=0x${first.fingerprint}`,
      `/vks/v1/by-fingerprint/${first.fingerprint}`,
    ])
  })

  test('that do not know it are told from those that cannot say', async () => {
    await using empty = await startKeyServer()
    await using down = await startKeyServer({ status: 503 })
    await using gone = await serve(() => undefined)
    await gone[Symbol.asyncDispose]()
    expect(await presences([hkp(empty), vks(empty), hkp(down), vks(down), hkp(gone)], first)).toEqual([
      'missing',
      'missing',
      'unreachable',
      'unreachable',
      'unreachable',
    ])
    expect(down.requests).toHaveLength(2)
  })

  test('that show no user ID are of no use, whatever they speak', async () => {
    await using unverified = await having(first.publicKey)
    await using bare = await having(first.publicKey, { withoutUserIds: true })
    expect(await presences([vks(unverified), hkp(bare)], first)).toEqual(['found-without-user-id', 'found-without-user-id'])
  })

  test('with an edition that expires earlier are stale, with a later one they are not', async () => {
    await using old = await having(first.publicKey)
    await using current = await having(extended.publicKey)
    expect(await presences([hkp(old), hkp(current)], extended)).toEqual(['stale', 'found'])
    expect(await presences([hkp(current)], first)).toEqual(['found'])
  })

  test('are not trusted: another key under the same address is no key', async () => {
    if (gpg === undefined) throw new Error('no gpg')
    const other = gpg.run(['--armor', '--export', gpg.create({ userId: 'Other <other@acme.test>' })]).toString()
    await using wrong = await startKeyServer({ serves: other })
    await using junk = await startKeyServer({ serves: '<html>welcome to the hotel</html>' })
    expect(await presences([hkp(wrong), vks(wrong), hkp(junk)], first)).toEqual(['missing', 'missing', 'unreachable'])
  })

  test('have five seconds, all together', { timeout: 20_000 }, async () => {
    await using slow = await having(first.publicKey, { delayMs: 30_000 })
    await using quick = await having(first.publicKey)
    const started = performance.now()
    await using keyServers = asking([hkp(slow), hkp(quick), hkp(slow)], first)
    const reports = await keyServers.check()
    expect(reports.map(({ presence }) => presence)).toEqual(['unreachable', 'found', 'unreachable'])
    expect(reports[0]?.detail).toBe('it did not answer in time')
    expect(performance.now() - started).toBeGreaterThan(4500)
    expect(performance.now() - started).toBeLessThan(8000)
  })

  test('stop being asked when the run is cancelled', async () => {
    await using slow = await startKeyServer({ delayMs: 30_000 })
    await using keyServers = asking([hkp(slow)], first)
    await expect(keyServers.check(AbortSignal.timeout(50))).rejects.toThrow(/timeout/)
  })

  test('take the key by both protocols, and VKS mails whoever has to verify an address', async () => {
    await using server = await startKeyServer()
    await using other = await startKeyServer()
    const servers = [hkp(server), vks(other)]
    await using keyServers = asking(servers, extended)
    const uploads = await keyServers.upload(servers)
    expect(uploads).toMatchObject([
      { failure: undefined, mailed: [] },
      { failure: undefined, mailed: ['release@acme.test'] },
    ])
    expect(other.mailed).toEqual(['release@acme.test'])
    expect((await keyServers.check()).map(({ presence }) => presence)).toEqual(['found', 'found-without-user-id'])
    other.verify('release@acme.test')
    expect((await keyServers.check()).map(({ presence }) => presence)).toEqual(['found', 'found'])
    await keyServers.upload(servers)
    expect(other.mailed).toEqual(['release@acme.test'])
  })

  test('with an old edition are brought up to date', async () => {
    await using server = await having(first.publicKey)
    await using stubborn = await having(first.publicKey, { stale: true })
    const servers = [hkp(server), hkp(stubborn)]
    await using keyServers = asking(servers, extended)
    expect((await keyServers.upload(servers)).map(({ failure }) => failure)).toEqual([undefined, undefined])
    expect((await keyServers.check()).map(({ presence }) => presence)).toEqual(['found', 'stale'])
  })

  test('that refuse the key say why', async () => {
    await using down = await startKeyServer({ status: 501 })
    await using keyServers = asking([hkp(down), vks(down)], extended)
    for (const { failure } of await keyServers.upload([hkp(down), vks(down)]))
      expect(failure).toMatch(/answered 501: .*Down for maintenance/)
  })

  test('are waited for until they serve what they took', async () => {
    await using late = await startKeyServer({ servedAfterLookups: 3 })
    await using quick = await startKeyServer()
    const clock = new TestClock()
    const servers = [hkp(late), vks(quick)]
    await using keyServers = asking(servers, extended, clock)
    await keyServers.upload(servers)
    const reports = await keyServers.waitUntilServed(servers, { deadline: 60_000 })
    expect(reports.map(({ presence }) => presence)).toEqual(['found', 'found-without-user-id'])
    expect(clock.sleeps).toEqual([1000, 2000, 4000])
    expect(quick.requests.filter(({ method }) => method === 'GET')).toHaveLength(1)
  })

  test('are waited for no longer than allowed', async () => {
    await using empty = await startKeyServer()
    const clock = new TestClock()
    await using keyServers = asking([hkp(empty)], extended, clock)
    const reports = await keyServers.waitUntilServed([hkp(empty)], { deadline: 20_000 })
    expect(reports.map(({ presence }) => presence)).toEqual(['missing'])
    expect(clock.elapsed()).toBeLessThanOrEqual(20_000)
    expect(clock.sleeps.length).toBeGreaterThan(3)
  })
})

describe('what the publisher is told', () => {
  const [ubuntu, openpgp] = [parseKeyServer('hkps://keyserver.ubuntu.com'), parseKeyServer('vks+https://keys.openpgp.org')]
  const told = (...presences: Parameters<typeof keyWarnings>[0][number]['presence'][]) =>
    keyWarnings(
      presences.map((presence, index) => ({ server: index === 0 ? ubuntu : openpgp, presence })),
      'ABCD',
    )

  test('is nothing when one server has the key', () => {
    expect(told('found', 'missing')).toEqual([])
    expect(told('unreachable', 'found')).toEqual([])
    expect(told()).toEqual([])
  })

  test.each([
    [['missing', 'missing'], /ABCD is missing at keyserver\.ubuntu\.com, keys\.openpgp\.org/, /--send-keys ABCD.*publish-key: auto/],
    [['missing', 'unreachable'], /ABCD is missing at keyserver\.ubuntu\.com:/, /publish-key: auto/],
    [['missing', 'found-without-user-id'], /keys\.openpgp\.org: .* without a user ID/, /Verify the mail address/],
    [['found', 'stale'], /keys\.openpgp\.org: .* expires earlier there/, /publish-key: auto/],
    [['unreachable', 'unreachable'], /could not be checked/, /Nothing is to be done/],
  ] as const)('of %j is one warning with its cure', (presences, message, hint) => {
    const warnings = told(...presences)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]?.message).toMatch(message)
    expect(warnings[0]?.hint).toMatch(hint)
  })
})
