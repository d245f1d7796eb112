import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as openpgp from 'openpgp'
import { versionOf } from './programs.ts'

export const keyKinds = ['rsa4096', 'ed25519'] as const
export type KeyKind = (typeof keyKinds)[number]

/** One throw-away key in the spellings that the programs want. */
export interface BenchKey {
  readonly kind: KeyKind
  /** Armored, protected by `passphrase` with gpg's own work factor. */
  readonly protected: string
  readonly passphrase: string
  /** Paths of files that hold the unprotected key, the public key, and the passphrase. */
  readonly unprotectedFile: string
  readonly publicFile: string
  readonly passphraseFile: string
  /** Homes of gpg with the key in them; absent where there is no gpg. */
  readonly gpgHomes?: { readonly unprotected: string; readonly protected: string }
}

// What gpg writes into the keys that it exports: 65,011,712 bytes of SHA through the passphrase (RFC 9580 section 3.7.1.3).
const gpgWorkFactor = 255

/** Makes a key and gives it to gpg, if there is one. */
export async function makeKey(kind: KeyKind, folder: string): Promise<BenchKey> {
  const passphrase = 'correct horse battery staple'
  const common = { userIDs: [{ name: 'Bench', email: 'bench@outtray.test' }], subkeys: [], format: 'object' as const }
  const { privateKey, publicKey } =
    kind === 'ed25519'
      ? await openpgp.generateKey({ ...common, type: 'ecc', curve: 'ed25519Legacy' })
      : await openpgp.generateKey({ ...common, type: 'rsa', rsaBits: 4096 })
  const locked = await openpgp.encryptKey({ privateKey, passphrase, config: { ...openpgp.config, s2kIterationCountByte: gpgWorkFactor } })
  const place = join(folder, kind)
  mkdirSync(place, { recursive: true })
  const write = (name: string, text: string) => {
    writeFileSync(join(place, name), text, { mode: 0o600 })
    return join(place, name)
  }
  const files = {
    unprotectedFile: write('unprotected.asc', privateKey.armor()),
    publicFile: write('public.asc', publicKey.armor()),
    passphraseFile: write('passphrase', passphrase),
  }
  const lockedFile = write('protected.asc', locked.armor())
  return {
    kind,
    protected: locked.armor(),
    passphrase,
    ...files,
    ...(versionOf('gpg') !== undefined && {
      gpgHomes: { unprotected: gpgHome(files.unprotectedFile), protected: gpgHome(lockedFile, files.passphraseFile) },
    }),
  }
}

/** Stops the agents that gpg started and removes its homes. */
export function forgetKey({ gpgHomes }: BenchKey): void {
  for (const home of Object.values(gpgHomes ?? {})) {
    execFileSync('gpgconf', ['--homedir', home, '--kill', 'gpg-agent'])
    rmSync(home, { recursive: true, force: true })
  }
}

/** gpg's sockets need a short path, so a home lies directly under the folder for temporary files. */
function gpgHome(keyFile: string, passphraseFile?: string): string {
  const home = mkdtempSync(join(tmpdir(), 'og-'))
  const unlock = passphraseFile === undefined ? [] : ['--pinentry-mode', 'loopback', '--passphrase-file', passphraseFile]
  execFileSync('gpg', ['--homedir', home, '--batch', '--quiet', ...unlock, '--import', keyFile], { stdio: 'pipe' })
  return home
}
