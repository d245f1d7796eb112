import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/core/clock.ts'
import { parseKeyServer } from '../../src/signing/keyserver-address.ts'
import { KeyServers } from '../../src/signing/keyservers.ts'
import { openSigningKey } from '../../src/signing/signing-key.ts'
import { GnuPG, missingTools } from '../support/gnupg.ts'
import { TestLog } from '../support/test-clock.ts'
import { hasSks, type SksServer, startSks } from './support/sks.ts'

const missing = [...missingTools('gpg'), ...(hasSks() ? [] : ['sks'])]
if (missing.length > 0 && process.env.CI) throw new Error(`CI lacks ${missing.join(', ')}`)
const skipped = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} missing)`

describe.skipIf(missing.length > 0)(`Debian's key server SKS${skipped}`, () => {
  let sks: SksServer
  let gpg: GnuPG

  beforeAll(async () => {
    gpg = new GnuPG()
    sks = await startSks()
  })
  afterAll(async () => {
    await sks?.[Symbol.asyncDispose]()
    gpg?.[Symbol.dispose]()
  })

  /** The key as its owner has it now. */
  async function edition(primary: string) {
    return await openSigningKey({ secret: gpg.secret(primary), signedAt: Date.now(), today: new Date() })
  }

  const asking = (key: { fingerprint: string; publicKey: string }) =>
    new KeyServers({ servers: [parseKeyServer(sks.url)], key, environment: {}, clock: systemClock(undefined), log: new TestLog() })

  test.each([
    ['a primary key', undefined],
    ['a subkey', 'sign'],
  ])('gets, serves and updates %s', async (_, subkeyUsage) => {
    const server = parseKeyServer(sks.url)
    // Made yesterday, so that the self signatures of today are newer.
    const at = new Date(Date.now() - 86_400_000).toISOString().replace(/[-:]|\.\d+Z/g, '')
    const primary = gpg.create({ userId: `${subkeyUsage ?? 'primary'} <release@acme.test>`, expires: '1y', at })
    const signer = subkeyUsage === undefined ? primary : gpg.addSubkey(primary, { usage: subkeyUsage, expires: '1y', at })

    const young = await edition(primary)
    expect(young.fingerprint).toBe(signer)
    await using first = asking(young)
    expect(await first.check()).toMatchObject([{ presence: 'missing' }])
    expect(await first.upload([server])).toMatchObject([{ failure: undefined }])
    const deadline = performance.now() + 20_000
    expect(await first.waitUntilServed([server], { deadline })).toMatchObject([{ presence: 'found' }])

    gpg.run(['--passphrase', '', '--quick-set-expire', primary, '2y'])
    if (signer !== primary) gpg.run(['--passphrase', '', '--quick-set-expire', primary, '2y', signer])
    await using second = asking(await edition(primary))
    expect(await second.check()).toMatchObject([{ presence: 'stale' }])
    expect(await second.upload([server])).toMatchObject([{ failure: undefined }])
    expect(await second.waitUntilServed([server], { deadline: performance.now() + 20_000 })).toMatchObject([{ presence: 'found' }])
    expect(await first.check()).toMatchObject([{ presence: 'found' }])
  })

  test('refuses what is no key', async () => {
    const primary = gpg.create({ userId: 'Junk <junk@acme.test>' })
    const { fingerprint } = await edition(primary)
    await using keyServers = asking({ fingerprint, publicKey: 'no key' })
    const [upload] = await keyServers.upload([parseKeyServer(sks.url)])
    expect(upload?.failure).toMatch(/answered 500/)
  })
})
