// Texts that carry their signature in a frame of their own: the cleartext signature framework (RFC 9580 section 7).
import { createHash, type Hash } from 'node:crypto'
import type { SignedDocument } from './public-keys.ts'
import { type ExistingSignature, readSignatures } from './signature-reader.ts'

const begin = '-----BEGIN PGP SIGNED MESSAGE-----'
const signatureBegin = '-----BEGIN PGP SIGNATURE-----'

/** A text and the signatures over it; nothing is verified yet. */
export interface ClearSigned {
  /** What was signed, without the frame and the dashes that protect it; lines end in LF. */
  readonly text: string
  /** What the signatures were made over: no blanks at the ends of lines, CR and LF between them, none after the last (7.1). */
  readonly signed: Buffer
  /** In the order of the file; undefined stands for one that cannot be read. */
  readonly signatures: readonly (ExistingSignature | undefined)[]
}

/** Whether a file claims to be a clear-signed text. */
export function isClearSigned(file: Buffer): boolean {
  return file.subarray(0, begin.length).toString('latin1') === begin
}

/** Reads the one clear-signed text that a file is; undefined when its frame is damaged, or holds headers that change what was signed. */
export function readClearSigned(file: Buffer): ClearSigned | undefined {
  // Byte by byte, so that what is hashed is what was there, whatever its encoding.
  const lines = file.toString('latin1').split('\n').map(withoutTrailingBlanks)
  const blank = lines.indexOf('')
  const end = lines.indexOf(signatureBegin)
  if (lines[0] !== begin || blank < 0 || end < blank || lines.lastIndexOf(begin) !== 0) return undefined
  // A header that is no "Hash" could be text that readers see and the signature does not cover.
  if (!lines.slice(1, blank).every((line) => /^Hash: [A-Za-z0-9, -]+$/.test(line))) return undefined
  const escaped = lines.slice(blank + 1, end)
  if (escaped.some((line) => line.startsWith('-') && !line.startsWith('- '))) return undefined
  const text = escaped.map((line) => (line.startsWith('- ') ? line.slice(2) : line))
  const { signatures, intact } = readSignatures(Buffer.from(lines.slice(end).join('\n'), 'latin1'))
  return {
    text: Buffer.from(text.join('\n'), 'latin1').toString(),
    signed: Buffer.from(text.join('\r\n'), 'latin1'),
    signatures: intact ? signatures : signatures.map(() => undefined),
  }
}

/** The document of the signatures in a frame, whose lines have been prepared. */
export class SignedText implements SignedDocument {
  readonly #signed: Buffer

  constructor(signed: Buffer) {
    this.#signed = signed
  }

  async hash({ hash }: { hash: string }): Promise<Hash> {
    return createHash(hash).update(this.#signed)
  }
}

/** Hashes the lines of a text with CR and LF at their ends, whatever they ended in (5.2.1.2). */
export class TextHash {
  readonly #hash: Hash
  #heldBack = false

  constructor(hash: Hash) {
    this.#hash = hash
  }

  update(chunk: Uint8Array): void {
    let from = 0
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      const end = at > from && chunk[at - 1] === carriageReturn ? at - 1 : at
      if (at > from) this.#append(chunk.subarray(from, end))
      this.#heldBack = false
      this.#hash.update('\r\n')
      from = at + 1
    }
    const rest = chunk.subarray(from)
    if (rest.length === 0) return
    const held = rest.at(-1) === carriageReturn
    this.#append(held ? rest.subarray(0, -1) : rest)
    this.#heldBack = held
  }

  /** The running hash of all that came. */
  finish(): Hash {
    this.#append(new Uint8Array())
    return this.#hash
  }

  /** A CR at the end of a chunk belongs to the line feed that may follow in the next one, else to the text. */
  #append(bytes: Uint8Array): void {
    if (this.#heldBack) this.#hash.update('\r')
    this.#heldBack = false
    this.#hash.update(bytes)
  }
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Not by an expression, whose time would grow with the square of the blanks within a line. */
function withoutTrailingBlanks(line: string): string {
  let end = line.length
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end--
  return line.slice(0, end)
}
