import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as openpgp from 'openpgp'
import { GnuPG, type KeyPlan } from '../../support/gnupg.ts'

/** A key as a user would paste it, and what a good signer does with it. */
export interface Animal {
  readonly name: string
  readonly secret: string
  readonly passphrase?: string
  /** The fingerprint that must sign. */
  readonly signer?: string
}

const text = (bytes: Buffer) => bytes.toString('utf8')

/** The keys that sign without a word. */
export async function goodKeys(gpg: GnuPG): Promise<Animal[]> {
  const animals: Animal[] = []
  const add = (name: string, signer: string, primary = signer, rest: { passphrase?: string; secret?: string } = {}) => {
    const { passphrase } = rest
    animals.push({
      name,
      signer,
      secret: rest.secret ?? gpg.secret(primary, { passphrase: passphrase ?? '' }),
      ...(passphrase !== undefined && { passphrase }),
    })
  }
  const primary = (name: string, plan: KeyPlan = {}) => gpg.create({ userId: `${name} <${name}@acme.test>`, ...plan })

  for (const algorithm of ['rsa2048', 'rsa3072', 'rsa4096', 'ed25519', 'nistp256', 'nistp384', 'nistp521']) {
    add(algorithm, primary(algorithm, { algorithm }))
  }
  add('gpg-default', primary('gpg-default', { algorithm: 'default' }))

  const certOnly = primary('ed25519-subkey', { usage: 'cert' })
  add('ed25519-subkey', gpg.addSubkey(certOnly), certOnly)
  const rsa = primary('rsa-subkey', { algorithm: 'rsa3072', usage: 'cert' })
  gpg.addSubkey(rsa, { algorithm: 'rsa3072', usage: 'encr' })
  add('rsa-subkey', gpg.addSubkey(rsa, { algorithm: 'rsa3072' }), rsa)
  const both = primary('rsa-primary-ed-subkey', { algorithm: 'rsa3072' })
  add('rsa-primary-ed-subkey', gpg.addSubkey(both), both)
  const two = primary('two-subkeys', { at: '20240101T000000', expires: 'none' })
  gpg.addSubkey(two, { at: '20250101T000000', expires: 'none' })
  const newest = gpg.addSubkey(two, { at: '20250601T000000', expires: 'none' })
  add('two-subkeys', newest, two)
  const offline = primary('no-primary-secret', { usage: 'cert' })
  const online = gpg.addSubkey(offline)
  add('no-primary-secret', online, offline, { secret: gpg.secret(offline, { subkeysOnly: true }) })
  const outlived = primary('expired-subkey-primary-signs', { at: '20240101T000000', expires: 'none' })
  gpg.addSubkey(outlived, { at: '20240101T000000', expires: '2024-06-01' })
  add('expired-subkey-primary-signs', outlived)
  const extended = primary('extended', { at: '20200101T000000', expires: '1y' })
  gpg.run(['--passphrase', '', '--quick-set-expire', extended, '0'])
  add('extended', extended)
  const left = primary('revoked-subkey-one-left', { at: '20240101T000000', expires: 'none' })
  const older = gpg.addSubkey(left, { at: '20250101T000000', expires: 'none' })
  gpg.addSubkey(left, { at: '20250601T000000', expires: 'none' })
  revokeSubkey(gpg, left, 2)
  add('revoked-subkey-one-left', older, left)
  const renamed = primary('revoked-uid')
  gpg.run(['--passphrase', '', '--quick-add-uid', renamed, 'New <new@acme.test>'])
  gpg.run(['--passphrase', '', '--quick-revoke-uid', renamed, 'revoked-uid <revoked-uid@acme.test>'])
  add('revoked-uid', renamed)

  const passphrase = 'correct horse %battery staple'
  add('passphrase', primary('passphrase', { passphrase }), undefined, { passphrase })
  const odd = '$(reboot) "q" \'s\' ` ! ä€😀 '
  add('passphrase-rsa', primary('passphrase-rsa', { algorithm: 'rsa3072', passphrase: odd }), undefined, { passphrase: odd })

  const plain = primary('files')
  const armored = gpg.secret(plain)
  const withComment = `To whom it may concern\r\n\r\n${armored.replaceAll('\n', '\r\n').replace('BLOCK-----\r\n', 'BLOCK-----\r\nComment: ours\r\n')}`
  add('file-crlf', plain, plain, { secret: withComment })
  add('file-base64', plain, plain, { secret: execFileSync('base64', { input: armored }).toString() })
  add('file-base64 of packets', plain, plain, { secret: gpg.secretBytes(plain).toString('base64') })
  add('file-no-crc', plain, plain, { secret: armored.replace(/^=[A-Za-z0-9+/]{4}\n/m, '') })

  const { privateKey } = await openpgp.generateKey({
    type: 'ecc',
    curve: 'ed25519Legacy',
    userIDs: [{ name: 'openpgpjs' }],
    format: 'object',
  })
  animals.push({ name: 'openpgpjs', secret: privateKey.armor(), signer: privateKey.getFingerprint().toUpperCase() })
  return animals
}

/** Keys made by Sequoia: the primary certifies, a subkey signs. */
export function sequoiaKeys(): Animal[] {
  const make = (...args: string[]) => execFileSync('sqop', ['generate-key', ...args, 'Sequoia <sequoia@acme.test>']).toString()
  const passphrase = 'sequoia passphrase'
  const protectedKey = () => {
    using gpg = new GnuPG()
    const file = join(gpg.home, 'passphrase')
    execFileSync('sh', ['-c', `printf %s "$1" > "$2"`, 'sh', passphrase, file])
    return make('--with-key-password', file)
  }
  return [
    { name: 'sequoia', secret: make() },
    { name: 'passphrase-sequoia', secret: protectedKey(), passphrase },
  ]
}

/** Sequoia's RSA keys come from its other program. */
export function sequoiaRsaKey(): Animal {
  using gpg = new GnuPG()
  const file = join(gpg.home, 'key')
  execFileSync('sq', ['key', 'generate', '--userid', 'Sequoia <rsa@acme.test>', '--cipher-suite', 'rsa3k', '--export', file], {
    stdio: 'ignore',
  })
  return { name: 'sequoia-rsa', secret: readFileSync(file, 'utf8') }
}

/** The keys that sign, and that their owner should hear about. */
export async function doubtfulKeys(gpg: GnuPG): Promise<(Animal & { warning: RegExp })[]> {
  const soon = gpg.create({ userId: 'soon', expires: '5d' })
  const sha1 = gpg.create({ userId: 'sha1', algorithm: 'rsa2048' })
  const plain = gpg.secret(gpg.create({ userId: 'escaped' }))
  return [
    { name: 'expires-soon', secret: gpg.secret(soon), signer: soon, warning: /expires on \d{4}-/ },
    { name: 'sha1-selfsig', secret: await withSha1(gpg.secret(sha1)), signer: sha1, warning: /SHA-1/ },
    { name: 'sha1-primary', ...(await sha1Primary(gpg)), warning: /SHA-1/ },
    { name: 'file-escaped', secret: plain.replaceAll('\n', '\\n'), warning: /\\n/ },
  ]
}

/** The keys that must not sign. */
export async function badKeys(gpg: GnuPG): Promise<(Animal & { refusal: RegExp })[]> {
  const primary = (name: string, plan: KeyPlan = {}) => gpg.create({ userId: `${name} <${name}@acme.test>`, ...plan })
  const secret = (fingerprint: string) => gpg.secret(fingerprint)
  const old = { at: '20190101T000000' }

  const dummy = primary('dummy', { usage: 'cert,sign' })
  gpg.addSubkey(dummy, { algorithm: 'cv25519', usage: 'encr' })
  const expiredSubkey = primary('expired-subkey', { ...old, usage: 'cert', expires: 'none' })
  gpg.addSubkey(expiredSubkey, { ...old, expires: '2020-12-31' })
  const shortened = primary('shortened', { ...old, expires: 'none' })
  gpg.run(['--faked-system-time', '20210101T000000!', '--passphrase', '', '--quick-set-expire', shortened, '2022-01-01'])
  const revoked = primary('revoked')
  revokeByCertificate(gpg, revoked)
  const revokedSubkey = primary('revoked-subkey', { usage: 'cert' })
  gpg.addSubkey(revokedSubkey)
  revokeSubkey(gpg, revokedSubkey, 1)
  const superseded = primary('superseded')
  gpg.run(['--passphrase', '', '--command-fd', '0', '--no-batch', '--no-tty', '--edit-key', superseded], 'revkey\ny\n2\n\ny\nsave\n')
  const encryption = primary('encryption-only', { usage: 'cert' })
  gpg.addSubkey(encryption, { algorithm: 'cv25519', usage: 'encr' })
  const plain = primary('plain')
  const armored = secret(plain)
  const { privateKey: v6 } = await openpgp.generateKey({
    type: 'curve25519',
    userIDs: [{ name: 'v6' }],
    format: 'armored',
    config: { v6Keys: true },
  })
  const { privateKey: algorithm27 } = await openpgp.generateKey({ type: 'curve25519', userIDs: [{ name: '27' }], format: 'armored' })

  return [
    { name: 'dummy-no-subkey', secret: gpg.secret(dummy, { subkeysOnly: true }), refusal: /without its secret part/ },
    { name: 'expired', secret: secret(primary('expired', { ...old, expires: '2020-12-31' })), refusal: /expired on 2020-12-31/ },
    {
      name: 'expired-subkey',
      secret: secret(expiredSubkey),
      refusal: /subkey \w+ expired on 2020-12-31; the primary key \w+ may only certify/,
    },
    { name: 'shortened', secret: secret(shortened), refusal: /expired on 2022-01-01/ },
    { name: 'revoked', secret: secret(revoked), refusal: /is revoked/ },
    { name: 'revoked-subkey', secret: secret(revokedSubkey), refusal: /subkey \w+ is revoked; the primary key \w+ may only certify/ },
    { name: 'superseded', secret: secret(superseded), refusal: /is revoked \(superseded\)/ },
    { name: 'encryption-only', secret: secret(encryption), refusal: /no key in the secret can sign: .*may only certify/ },
    { name: 'rsa1024', secret: secret(primary('rsa1024', { algorithm: 'rsa1024' })), refusal: /RSA of 1024 bits/ },
    { name: 'dsa2048', secret: secret(primary('dsa2048', { algorithm: 'dsa2048' })), refusal: /DSA/ },
    { name: 'brainpoolP256r1', secret: secret(primary('brainpool', { algorithm: 'brainpoolP256r1' })), refusal: /curve brainpoolP256r1/ },
    { name: 'secp256k1', secret: secret(primary('secp256k1', { algorithm: 'secp256k1' })), refusal: /curve secp256k1/ },
    {
      name: 'future',
      secret: secret(primary('future', { at: '20300101T000000', expires: 'none' })),
      refusal: /made at 2030-01-01T00:00:00Z/,
    },
    { name: 'file-public', secret: text(gpg.run(['--armor', '--export', plain])), refusal: /is a public key/ },
    { name: 'file-truncated', secret: armored.slice(0, armored.length / 2), refusal: /ends early/ },
    { name: 'file-truncated inside', secret: armored.replace(/(?:.+\n){3}(?==)/, ''), refusal: /damaged/ },
    { name: 'file-two-keys', secret: text(gpg.run(['--armor', '--export-secret-keys', plain, revokedSubkey])), refusal: /2 secret keys/ },
    { name: 'two blocks', secret: armored + secret(revokedSubkey), refusal: /2 secret keys/ },
    { name: 'file-binary', secret: text(gpg.secretBytes(plain)), refusal: /not armored/ },
    { name: 'file-one-line', secret: armored.replaceAll('\n', ' '), refusal: /line breaks of the key are lost/ },
    { name: 'damaged', secret: armor(flipSecretBit(gpg.secretBytes(plain))), refusal: /damaged/ },
    { name: 'wrong-secret', secret: await withSecretOf(armored, secret(primary('other'))), refusal: /does not belong to its public key/ },
    { name: 'wrong-secret rsa', secret: await mixedRsa(gpg), refusal: /does not belong to its public key/ },
    { name: 'wrong-secret nistp256', secret: await mixed(gpg, 'nistp256'), refusal: /does not belong to its public key/ },
    { name: 'v6', secret: v6, refusal: /version 6/ },
    { name: 'v4-algo27', secret: algorithm27, refusal: /algorithm 27/ },
    { name: 'no-uid', secret: await withoutUserId(armored), refusal: /no user ID/ },
    { name: 'no key at all', secret: 'hunter2', refusal: /no OpenPGP key/ },
    {
      name: 'base64 of something else',
      secret: Buffer.from('x'.repeat(100)).toString('base64'),
      refusal: /base64, but not of an OpenPGP key/,
    },
  ]
}

function revokeSubkey(gpg: GnuPG, primary: string, position: number): void {
  const answers = `key ${position}\nrevkey\ny\n0\n\ny\nsave\n`
  gpg.run(['--passphrase', '', '--command-fd', '0', '--no-batch', '--no-tty', '--edit-key', primary], answers)
}

/** gpg leaves a revocation certificate beside each new key, made harmless by a colon. */
function revokeByCertificate(gpg: GnuPG, fingerprint: string): void {
  gpg.import(readFileSync(join(gpg.home, 'openpgp-revocs.d', `${fingerprint}.rev`), 'utf8').replace(/^:/m, ''))
}

function armor(bytes: Uint8Array): string {
  const body = Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n')
  return `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${body}\n-----END PGP PRIVATE KEY BLOCK-----\n`
}

/** The first packet is the secret key; its last two bytes are the checksum of the number before them. */
function flipSecretBit(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes)
  const end = 2 + (bytes[1] ?? 0)
  flipped[end - 6] = (flipped[end - 6] ?? 0) ^ 1
  return flipped
}

async function withSecretOf(armored: string, other: string): Promise<string> {
  const key = await openpgp.readPrivateKey({ armoredKey: armored })
  const donor = await openpgp.readPrivateKey({ armoredKey: other })
  Object.assign(key.keyPacket, { privateParams: Reflect.get(donor.keyPacket, 'privateParams') })
  return key.armor()
}

async function mixed(gpg: GnuPG, algorithm: string): Promise<string> {
  const [ours = '', theirs = ''] = ['ours', 'theirs'].map((name) => gpg.secret(gpg.create({ userId: `${algorithm} ${name}`, algorithm })))
  return withSecretOf(ours, theirs)
}

function mixedRsa(gpg: GnuPG): Promise<string> {
  return mixed(gpg, 'rsa2048')
}

async function withoutUserId(armored: string): Promise<string> {
  const key = await openpgp.readPrivateKey({ armoredKey: armored })
  const packets = new openpgp.PacketList()
  packets.push(key.keyPacket)
  return armor(packets.write())
}

/** Signs the self signatures anew, by SHA-1. */
async function withSha1(armored: string): Promise<string> {
  const key = await openpgp.readPrivateKey({ armoredKey: armored })
  for (const user of key.users)
    user.selfCertifications = [await again(user.selfCertifications[0], key, { userID: user.userID, key: key.keyPacket })]
  return key.armor()
}

async function sha1Primary(gpg: GnuPG): Promise<{ secret: string; signer: string }> {
  const primary = gpg.create({ userId: 'sha1-primary', algorithm: 'rsa2048', usage: 'cert' })
  const signer = gpg.addSubkey(primary)
  return { secret: await withSha1(gpg.secret(primary)), signer }
}

async function again(old: openpgp.SignaturePacket | undefined, key: openpgp.PrivateKey, data: object): Promise<openpgp.SignaturePacket> {
  if (old === undefined) throw new Error('no self signature')
  old.hashAlgorithm = openpgp.enums.hash.sha1
  const config = { ...openpgp.config, nonDeterministicSignaturesViaNotation: false }
  await Reflect.apply(old.sign, old, [key.keyPacket, data, old.created, false, config])
  return old
}
