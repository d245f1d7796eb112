// Tells what a companion is by its first bytes, since the endings of names lie: ".sig" alone is used by four programs.
import { armoredBlocks } from '../../signing/armor.ts'
import { type ClearSigned, isClearSigned, readClearSigned } from '../../signing/clear-signed.ts'
import { longestSignature, readSignatures, type SignatureFile } from '../../signing/signature-reader.ts'
import { readSigstoreDocument, type SigstoreDocument } from '../../signing/sigstore-bundle.ts'

/** What a companion holds. */
export type CompanionContent =
  | { readonly kind: 'openpgp'; readonly file: SignatureFile }
  | { readonly kind: 'clear-signed'; readonly frame: ClearSigned | undefined }
  | { readonly kind: 'sigstore'; readonly documents: readonly SigstoreDocument[] }
  /** A signature by a program whose signatures we keep and do not verify. */
  | { readonly kind: 'foreign'; readonly program: string }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'key' }
  | { readonly kind: 'sbom' }
  | { readonly kind: 'unknown' }

/** A file of statements may hold many; each costs a verification. */
export const mostDocuments = 32

/** Recognises what a companion holds. */
export function readCompanion(content: Buffer): CompanionContent {
  return readJson(content) ?? readOpenPgp(content) ?? readText(content) ?? { kind: 'unknown' }
}

function readJson(content: Buffer): CompanionContent | undefined {
  const text = content.toString().replace(/^\ufeff/, '')
  if (!text.trimStart().startsWith('{')) return undefined
  const whole = parsed(text)
  const documents = (whole === undefined ? text.split('\n', mostDocuments + 1).map(parsed) : [whole]).flatMap(
    (json) => readSigstoreDocument(json) ?? [],
  )
  if (documents.length > 0) return { kind: 'sigstore', documents }
  const bill = typeof whole === 'object' && whole !== null && ('spdxVersion' in whole || 'bomFormat' in whole)
  return bill || /"(?:spdxVersion|bomFormat)"/.test(text) ? { kind: 'sbom' } : { kind: 'unknown' }
}

function readOpenPgp(content: Buffer): CompanionContent | undefined {
  if (isClearSigned(content)) return { kind: 'clear-signed', frame: readClearSigned(content) }
  const first = content[0] ?? 0
  // A packet of a public key (RFC 9580, 5.5.1.1), in either of the two formats of its header (4.2).
  if ((first & 0xfc) === 0x98 || first === 0xc6) return { kind: 'key' }
  const armored = content.toString('latin1')
  if (/^-----BEGIN PGP PUBLIC KEY BLOCK-----/m.test(armored)) {
    return armoredBlocks(armored).some(({ kind }) => kind === 'PUBLIC KEY BLOCK') ? { kind: 'key' } : undefined
  }
  const binary = (first & 0x80) !== 0
  if (content.length > longestSignature || (!binary && !armored.includes('-----BEGIN PGP SIGNATURE-----'))) return undefined
  // A text before the armor is allowed; the reader takes what does not begin with dashes as armored, unless its first bit says otherwise.
  const file = readSignatures(content)
  return file.signatures.some((signature) => signature !== undefined) ? { kind: 'openpgp', file } : undefined
}

function readText(content: Buffer): CompanionContent | undefined {
  const text = content
    .subarray(0, 16 * 1024)
    .toString('latin1')
    .trim()
  if (text.startsWith('untrusted comment:')) {
    const isKey = /^untrusted comment:[^\n]*public key/i.test(text)
    return isKey ? { kind: 'key' } : { kind: 'foreign', program: text.includes('\ntrusted comment:') ? 'minisign' : 'signify' }
  }
  if (text.startsWith('-----BEGIN SSH SIGNATURE-----')) return { kind: 'foreign', program: 'ssh-keygen' }
  if (text.startsWith('-----BEGIN PUBLIC KEY-----')) return { kind: 'key' }
  if (text.startsWith('SPDXVersion:') || text.includes('\nSPDXVersion:') || text.includes('http://cyclonedx.org/schema/bom/'))
    return { kind: 'sbom' }
  if (text.startsWith('-----BEGIN CERTIFICATE-----')) return { kind: 'certificate' }
  if (!/^[A-Za-z0-9+/\r\n]+={0,2}$/.test(text)) return undefined
  const decoded = Buffer.from(text, 'base64')
  if (decoded.toString('latin1', 0, 27) === '-----BEGIN CERTIFICATE-----') return { kind: 'certificate' }
  // The sequence of two integers that an ECDSA signature is: cosign's on its own, which cannot be verified without asking a log.
  const isDer = decoded[0] === 0x30 && decoded[1] === decoded.length - 2 && decoded[2] === 0x02
  return isDer ? { kind: 'sigstore', documents: [{ kind: 'cosign', content: undefined, json: undefined }] } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
