import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashFiles } from '../../src/signing/engine.ts'
import { openSigningKey } from '../../src/signing/signing-key.ts'
import { GnuPG, missingTools } from '../support/gnupg.ts'
import { temporaryFolder, tree } from '../support/temporary-folder.ts'

const missing = missingTools('gpg', 'sqop', 'gosop')
const files = { empty: '', small: 'content', large: Buffer.alloc(3_000_000, 'x') }

/** Key kinds; each is tried as primary and as subkey, with and without a passphrase. */
const algorithms = ['rsa3072', 'rsa4096', 'nistp256', 'ed25519']
const cases = algorithms.flatMap((algorithm) =>
  [false, true].flatMap((subkey) => ['', 'correct horse %battery staple ä'].map((passphrase) => ({ algorithm, subkey, passphrase }))),
)

function makeByGnuPG({ algorithm, subkey, passphrase }: { algorithm: string; subkey: boolean; passphrase: string }) {
  using gpg = new GnuPG()
  const primary = gpg.create({ algorithm: subkey ? 'ed25519' : algorithm, usage: subkey ? 'cert' : 'cert,sign', passphrase })
  const signer = subkey ? gpg.addSubkey(primary, { algorithm, passphrase }) : primary
  return { secret: gpg.secret(primary, { passphrase }), signer }
}

/** Signs with our engine and asks all three verifiers, each in its own words; gives the fingerprint that signed. */
async function signAndVerify(secret: string, passphrase: string): Promise<string> {
  await using folder = temporaryFolder()
  const key = await openSigningKey({ secret, passphrase, signedAt: Date.now(), today: new Date() })
  const workspace = tree(folder.path, { ...files, 'public.asc': key.publicKey })
  const paths = Object.keys(files).map((name) => join(workspace, name))
  const hashed = await hashFiles(
    paths.map((path) => ({ path, size: readFileSync(path).length })),
    { signer: key.signer },
  )
  using gpg = new GnuPG()
  gpg.import(key.publicKey)
  for (const [index, path] of paths.entries()) {
    tree(workspace, { [`${Object.keys(files)[index]}.asc`]: hashed[index]?.signature ?? '' })
    expect(gpg.verify(`${path}.asc`, path)).toEqual({ good: true, signer: key.fingerprint, hash: '10' })
    for (const sop of ['sqop', 'gosop']) {
      const good = execFileSync(sop, ['verify', `${path}.asc`, join(workspace, 'public.asc')], { input: readFileSync(path) }).toString()
      const [, signer, primary] = good.trim().toUpperCase().split(/\s+/)
      expect(primary, sop).toBe(key.primaryFingerprint)
      // gosop names the primary key in the place of the subkey.
      expect(signer, sop).toBe(sop === 'gosop' ? key.primaryFingerprint : key.fingerprint)
      const bad = spawnSync(sop, ['verify', `${path}.asc`, join(workspace, 'public.asc')], { input: `${readFileSync(path)}.` })
      expect(bad.status, sop).not.toBe(0)
    }
  }
  return key.fingerprint
}

describe.skipIf(missing.length > 0)(
  `signatures judged by gpg, sqop and gosop${missing.length > 0 ? ` (missing: ${missing.join(', ')})` : ''}`,
  () => {
    it.each(cases)('$algorithm, as subkey: $subkey, passphrase: "$passphrase"', async ({ algorithm, subkey, passphrase }) => {
      const { secret, signer } = makeByGnuPG({ algorithm, subkey, passphrase })
      expect(await signAndVerify(secret, passphrase)).toBe(signer)
    })

    it.each(['', 'sequoia passphrase'])('a key made by Sequoia, passphrase: "%s"', async (passphrase) => {
      await using folder = temporaryFolder()
      const workspace = tree(folder.path, { passphrase })
      const protection = passphrase === '' ? [] : ['--with-key-password', join(workspace, 'passphrase')]
      const secret = execFileSync('sqop', ['generate-key', ...protection, 'Sequoia <sequoia@acme.test>']).toString()
      expect(await signAndVerify(secret, passphrase)).toMatch(/^[0-9A-F]{40}$/)
    })

    it.skipIf(missingTools('sq').length > 0)('an RSA key made by Sequoia', async () => {
      await using folder = temporaryFolder()
      const file = join(folder.path, 'key')
      execFileSync('sq', ['key', 'generate', '--userid', 'Sequoia <rsa@acme.test>', '--cipher-suite', 'rsa3k', '--export', file], {
        stdio: 'ignore',
      })
      expect(await signAndVerify(readFileSync(file, 'utf8'), '')).toMatch(/^[0-9A-F]{40}$/)
    })
  },
)
