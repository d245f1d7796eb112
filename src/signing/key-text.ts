import { ActionError } from '../core/errors.ts'

/** Something about a key that works today and may not tomorrow. */
export interface KeyWarning {
  readonly message: string
  readonly hint: string
}

/** A secret as it was pasted, taken apart. */
export interface KeyText {
  /** Armored secret key blocks, each with its own lines only. */
  readonly armored: readonly string[]
  /** An unarmored key, when base64 held that. */
  readonly binary?: Uint8Array
  readonly warnings: readonly KeyWarning[]
}

export const exportCommand = 'gpg --armor --export-secret-keys <fingerprint>'

/** An error that says why a key cannot be used, and the cure. Never the text of the key. */
export function refuseKey(message: string, hint: string): ActionError {
  return new ActionError('invalid-input', `input 'private-key': ${message}`, { hint })
}

/** Finds the secret key blocks in a secret: armored, or base64 of that; anything else is refused with what it looks like. */
export function readKeyText(secret: string): KeyText {
  const text = secret.replace(/^\uFEFF/, '')
  if (text.includes('-----BEGIN PGP')) return readArmor(text)
  const decoded = decodeBase64(text)
  if (decoded === undefined) throw unknownText(text)
  const inner = decoded.toString('utf8')
  if (inner.includes('-----BEGIN PGP')) return readArmor(inner)
  if (startsSecretKey(decoded)) return { armored: [], binary: decoded, warnings: [] }
  throw refuseKey('this is base64, but not of an OpenPGP key', `Give the key as "${exportCommand}" prints it, or base64 of that.`)
}

function readArmor(text: string): KeyText {
  const escaped = /-----BEGIN PGP [A-Z ]+-----\\[rn]/.test(text)
  const unescaped = escaped ? text.replaceAll('\\r', '').replaceAll('\\n', '\n') : text
  const lines = unescaped
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n')
  const blocks = [...lines.matchAll(/^-----BEGIN PGP ([A-Z ]+)-----$[\s\S]*?^-----END PGP \1-----$/gm)]
  const armored = blocks.filter((block) => block[1] === 'PRIVATE KEY BLOCK').map((block) => `${block[0]}\n`)
  if (armored.length === 0) throw noSecretBlock(lines, blocks[0]?.[1])
  const warning: KeyWarning = {
    message: "input 'private-key': the line breaks are written as \\n",
    hint: 'The key was pasted from JSON or a quoted string. Store the secret again, with real line breaks or as base64.',
  }
  return { armored, warnings: escaped ? [warning] : [] }
}

function noSecretBlock(lines: string, kind: string | undefined): ActionError {
  if (kind === 'PUBLIC KEY BLOCK') return refuseKey('this is a public key', `Signing takes the secret one: "${exportCommand}".`)
  if (kind !== undefined) return refuseKey(`this is a PGP ${kind.toLowerCase()}, not a secret key`, `Give what "${exportCommand}" prints.`)
  if (!/^-----BEGIN PGP [A-Z ]+-----$/m.test(lines)) {
    return refuseKey(
      'the line breaks of the key are lost',
      'Store the secret again, with its line breaks, or as base64: "base64 -w0 key.asc".',
    )
  }
  return refuseKey('the key ends early: its last line, -----END PGP PRIVATE KEY BLOCK-----, is missing', 'Copy the secret again, whole.')
}

function unknownText(text: string): ActionError {
  const binary = /[\u0000-\u0008\u000E-\u001F\uFFFD]/.test(text)
  const what = binary ? 'the key is not armored: it is binary' : 'this is no OpenPGP key'
  return refuseKey(what, `Give the key as "${exportCommand}" prints it (with --armor), or base64 of that.`)
}

function decodeBase64(text: string): Buffer | undefined {
  const compact = text.replace(/\s+/g, '')
  return compact.length >= 64 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : undefined
}

/** A secret key packet, in the old or the current packet format (RFC 9580 section 4.2). */
function startsSecretKey(bytes: Buffer): boolean {
  const tag = bytes[0] ?? 0
  return (tag & 0xfc) === 0x94 || tag === 0xc5
}
