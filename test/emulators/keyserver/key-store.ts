import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'

/** A key as gpg lists it. */
export interface StoredKey {
  /** Fingerprints of the primary key and all subkeys, the primary's first. */
  readonly fingerprints: readonly string[]
  readonly addresses: readonly string[]
}

/** Public keys in a keyring of gpg's: it reads, merges and filters them, so that nothing here shares code with what is tested. */
export class KeyStore implements Disposable {
  readonly #home = mkdtempSync('/tmp/keys-')

  /** Takes a key, or merges what is new into the one that is there; gives what it is, or undefined when gpg cannot read it. */
  add(armored: string): StoredKey | undefined {
    const shown = this.#gpg(['--with-colons', '--with-subkey-fingerprint', '--show-keys'], armored)
    const lines = shown.stdout.toString('utf8').split('\n')
    const fingerprints = lines.filter((line) => line.startsWith('fpr:')).map((line) => line.split(':')[9] ?? '')
    if (shown.status !== 0 || fingerprints.length === 0 || this.#gpg(['--import'], armored).status !== 0) return undefined
    const users = lines.filter((line) => line.startsWith('uid:')).map((line) => line.split(':')[9] ?? '')
    return { fingerprints, addresses: users.flatMap((user) => /<([^>]+)>/.exec(user)?.[1] ?? []) }
  }

  /** The armored key of a fingerprint, of a subkey too, with the user IDs of these addresses only (all by default); undefined when it is not there. */
  get(fingerprint: string, addresses?: ReadonlySet<string>): string | undefined {
    const wanted =
      addresses === undefined
        ? undefined
        : addresses.size === 0
          ? 'uid = -'
          : [...addresses].map((address) => `mbox = ${address}`).join(' || ')
    const filter = wanted === undefined ? [] : ['--export-filter', `keep-uid=${wanted}`]
    const { stdout } = this.#gpg([...filter, '--armor', '--export', fingerprint])
    return stdout.length === 0 ? undefined : stdout.toString('utf8')
  }

  #gpg(args: readonly string[], input = '') {
    return spawnSync('gpg', ['--homedir', this.#home, '--batch', '--quiet', '--no-auto-check-trustdb', ...args], { input })
  }

  [Symbol.dispose](): void {
    spawnSync('gpgconf', ['--homedir', this.#home, '--kill', 'all'])
    rmSync(this.#home, { recursive: true, force: true })
  }
}
