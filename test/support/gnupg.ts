import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'

/** How to make a key. */
export interface KeyPlan {
  readonly userId?: string
  /** gpg's name: `ed25519`, `rsa3072`, `nistp256`, `default`. */
  readonly algorithm?: string
  /** gpg's usage: `cert,sign`, `cert`. */
  readonly usage?: string
  /** gpg's expiry: `2y`, `none`, `2020-12-31`. */
  readonly expires?: string
  readonly passphrase?: string
  /** When gpg is to believe it is: `20200101T000000`. */
  readonly at?: string
}

/** What gpg says of a signature. */
export interface Verdict {
  readonly good: boolean
  /** Fingerprint of the key or subkey that signed. */
  readonly signer: string
  /** gpg's number: 10 is SHA-512. */
  readonly hash: string
}

/** A keyring of gpg's in a folder of its own. Its agent is ended and the folder removed when it is disposed of. */
export class GnuPG {
  // gpg's agent listens on a socket in this folder, whose path must be short.
  readonly home = mkdtempSync('/tmp/gpg-')

  /** Runs gpg and gives what it prints. Lines in `input` answer its questions. */
  run(args: readonly string[], input: string | Buffer = ''): Buffer {
    return execFileSync('gpg', ['--homedir', this.home, '--batch', '--yes', '--pinentry-mode', 'loopback', '--quiet', ...args], {
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    })
  }

  /** Makes a key and gives its fingerprint. */
  create({
    userId = 'Acme <release@acme.test>',
    algorithm = 'ed25519',
    usage = 'cert,sign',
    expires = '2y',
    passphrase = '',
    at,
  }: KeyPlan = {}): string {
    const before = new Set(this.fingerprints())
    this.run([
      ...clock(at),
      '--passphrase',
      passphrase,
      '--quick-gen-key',
      userId,
      algorithm,
      ...(algorithm === 'default' ? [] : [usage, expires]),
    ])
    const made = this.fingerprints().find((fingerprint) => !before.has(fingerprint))
    if (made === undefined) throw new Error('gpg made no key')
    return made
  }

  /** Adds a subkey and gives its fingerprint. */
  addSubkey(primary: string, { algorithm = 'ed25519', usage = 'sign', expires = '2y', passphrase = '', at }: KeyPlan = {}): string {
    const before = new Set(this.fingerprints())
    // For a NIST curve gpg 2.2 otherwise makes an encryption key, and complains of the usage.
    const kind = algorithm.startsWith('nistp') && usage === 'sign' ? `${algorithm}/ecdsa` : algorithm
    this.run([...clock(at), '--passphrase', passphrase, '--quick-add-key', primary, kind, usage, expires])
    const made = this.fingerprints().find((fingerprint) => !before.has(fingerprint))
    if (made === undefined) throw new Error('gpg made no subkey')
    return made
  }

  /** Fingerprints of all keys and subkeys. */
  fingerprints(): string[] {
    const lines = this.run(['--with-colons', '--with-subkey-fingerprint', '--list-keys']).toString().split('\n')
    return lines.filter((line) => line.startsWith('fpr:')).map((line) => line.split(':')[9] ?? '')
  }

  /** The secret key, armored. */
  secret(fingerprint: string, { passphrase = '', subkeysOnly = false } = {}): string {
    return this.secretBytes(fingerprint, ['--armor', '--passphrase', passphrase], subkeysOnly).toString()
  }

  /** The secret key as packets. */
  secretBytes(fingerprint: string, args: readonly string[] = [], subkeysOnly = false): Buffer {
    return this.run([...args, subkeysOnly ? '--export-secret-subkeys' : '--export-secret-keys', fingerprint])
  }

  /** Imports a public key. */
  import(armored: string): void {
    this.run(['--import'], armored)
  }

  /** A detached armored signature by gpg. */
  sign(file: string, { key, args = [] }: { key: string; args?: readonly string[] }): string {
    return this.run(['--armor', '--passphrase', '', '-u', key, ...args, '--detach-sign', '--output', '-', file]).toString()
  }

  verify(signature: string, file: string): Verdict {
    const { status, stdout } = spawnSync('gpg', ['--homedir', this.home, '--batch', '--status-fd', '1', '--verify', signature, file], {
      encoding: 'utf8',
    })
    const valid = /\[GNUPG:\] VALIDSIG (\S+) \S+ \S+ \S+ \S+ \S+ \S+ (\d+)/.exec(stdout)
    return { good: status === 0 && valid !== null, signer: valid?.[1] ?? '', hash: valid?.[2] ?? '' }
  }

  [Symbol.dispose](): void {
    spawnSync('gpgconf', ['--homedir', this.home, '--kill', 'all'])
    rmSync(this.home, { recursive: true, force: true })
  }
}

/** Which of these programs cannot be run here. On CI nothing may be missing: there a test fails instead of being skipped. */
export function missingTools(...names: readonly string[]): string[] {
  const missing = names.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0)
  if (missing.length > 0 && process.env.CI) throw new Error(`CI lacks ${missing.join(', ')}`)
  return missing
}

function clock(at: string | undefined): string[] {
  return at === undefined ? [] : ['--faked-system-time', `${at}!`]
}
