// Reads the files in which publishers list checksums, in all forms that programs and people write them. Every line is looked at once, and no
// expression here goes back over what it has seen, so that a hostile file costs time in proportion to its length.
import { type ChecksumAlgorithm, namedAlgorithm } from './checksum-algorithms.ts'

/** What one line says. */
export interface ChecksumEntry {
  /** The file as it is called there; absent where a digest stands alone. */
  readonly name?: string
  /** Only where the line itself says it. */
  readonly algorithm?: ChecksumAlgorithm
  /** Lower-case hexadecimal; several where a line gives one by each of several algorithms. */
  readonly digests: readonly string[]
}

/** What a checksum file says. */
export interface ChecksumFile {
  /** In the order of the file. */
  readonly entries: readonly ChecksumEntry[]
  /** Number of lines that say something and are in no form that we know. */
  readonly unread: number
}

/** Numbers of hexadecimal digits that digests have. */
const digestLengths: ReadonlySet<number> = new Set([32, 40, 56, 64, 96, 128])

/** Decodes a checksum file; PowerShell writes UTF-16 when it is asked for a text. */
export function checksumText(content: Uint8Array): string {
  const utf16 = content[0] === 0xff && content[1] === 0xfe
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(content)
}

/** Reads a checksum file, without the frame of a signature around it. */
export function readChecksums(text: string): ChecksumFile {
  const reader = new ChecksumReader()
  for (const line of text.split('\n')) reader.read(line.endsWith('\r') ? line.slice(0, -1) : line)
  return reader.finish()
}

/** A digest that is spread over the lines that follow its name. */
interface OpenEntry {
  readonly name: string
  readonly algorithm: ChecksumAlgorithm | undefined
  hex: string
}

class ChecksumReader {
  readonly #entries: ChecksumEntry[] = []
  #unread = 0
  #open: OpenEntry | undefined

  read(line: string): void {
    const text = line.trim()
    if (text === '' || text.startsWith('#')) return
    if (this.#continues(line)) return
    this.#close()
    // What certutil says when it is done.
    if (text.startsWith('CertUtil:')) return
    const entry = tagged(text) ?? digestFirst(text) ?? digestLast(text)
    if (entry !== undefined) {
      this.#entries.push(entry)
      return
    }
    this.#open = spread(text)
    if (this.#open === undefined) this.#unread++
  }

  finish(): ChecksumFile {
    this.#close()
    return { entries: this.#entries, unread: this.#unread }
  }

  /** gpg indents the lines that follow; after a long name, as after certutil's heading, the first one is not. */
  #continues(line: string): boolean {
    const open = this.#open
    if (open === undefined || !(open.hex === '' || line.startsWith(' '))) return false
    const hex = compact(line)
    if (hex === undefined || open.hex.length + hex.length > 128) return false
    open.hex += hex
    return true
  }

  #close(): void {
    const open = this.#open
    if (open === undefined) return
    this.#open = undefined
    if (!digestLengths.has(open.hex.length)) this.#unread++
    else this.#entries.push({ name: open.name, ...(open.algorithm && { algorithm: open.algorithm }), digests: [open.hex] })
  }
}

/** `SHA256 (name) = hex`, as BSD and `--tag` write it, and `SHA2-256(name)= hex`, as OpenSSL does. */
function tagged(text: string): ChecksumEntry | undefined {
  const [, escaped, word = '', name = '', hex = ''] = /^(\\?)([A-Za-z0-9/-]{2,16}) ?\((.+)\) ?= ?([0-9A-Fa-f]{32,128})$/.exec(text) ?? []
  const algorithm = namedAlgorithm(word)
  if (algorithm === undefined || !digestLengths.has(hex.length)) return undefined
  return { name: escaped === '' ? name : unescaped(name), algorithm, digests: [hex.toLowerCase()] }
}

/** `hex  name`, `hex *name`, with one blank or a tab as well, and `hex` alone. */
function digestFirst(text: string): ChecksumEntry | undefined {
  const escaped = text.startsWith('\\')
  const line = escaped ? text.slice(1) : text
  const end = line.search(/[ \t]/)
  const hex = end < 0 ? line : line.slice(0, end)
  if (!isDigest(hex)) return undefined
  const digests = [hex.toLowerCase()]
  if (end < 0) return { digests }
  const rest = line.slice(end).trimStart()
  const name = rest.startsWith('*') ? rest.slice(1) : rest
  return { name: escaped ? unescaped(name) : name, digests }
}

/** `name hex`, and `name hex hex …` by several algorithms; shorter ones among them are checksums such as CRC-32. */
function digestLast(text: string): ChecksumEntry | undefined {
  const words = text.split(/[ \t]+/)
  const first = words.findLastIndex((word) => !/^[0-9A-Fa-f]{8,}$/.test(word)) + 1
  const digests = words.slice(first).filter(isDigest)
  if (first === 0 || digests.length === 0) return undefined
  // A colon or an equals sign is gpg's: the digest may go on in the next line.
  if (/[:=]$/.test(words[first - 1] ?? '')) return undefined
  // Blanks within a name stay as they are; the digests behind it are as long as their words and one blank each, at least.
  const name = text.slice(0, nameEnd(text, words.length - first))
  return { name, digests: digests.map((digest) => digest.toLowerCase()) }
}

/** Where a text ends without its last `count` words. */
function nameEnd(text: string, count: number): number {
  let end = text.length
  for (let words = 0; words < count; words++) {
    while (end > 0 && !isBlank(text[end - 1])) end--
    while (end > 0 && isBlank(text[end - 1])) end--
  }
  return end
}

/** `name: 0A1B 2C3D`, `name: SHA1 = 0A1B 2C3D` and `SHA256 hash of name:`, whose digest may go on in the lines that follow. */
function spread(text: string): OpenEntry | undefined {
  const colon = text.lastIndexOf(':')
  if (colon <= 0) return undefined
  const before = text.slice(0, colon).trimEnd()
  const after = text.slice(colon + 1).trim()
  const equals = after.indexOf('=')
  const hex = compact(after.slice(equals + 1))
  if (hex === undefined) return undefined
  if (equals >= 0) {
    const algorithm = namedAlgorithm(after.slice(0, equals).trim())
    return algorithm && { name: before, algorithm, hex }
  }
  const heading = before.indexOf(' hash of ')
  if (heading < 0 || hex !== '') return { name: before, algorithm: undefined, hex }
  // Older versions of certutil say "hash of file name:".
  const name = before.slice(heading + ' hash of '.length).replace(/^file /, '')
  return { name, algorithm: namedAlgorithm(before.slice(0, heading)), hex }
}

/** Groups of hexadecimal digits without the blanks between them; undefined when there is anything else, or more than any digest has. */
function compact(text: string): string | undefined {
  if (text.length > 512 || !/^[0-9A-Fa-f \t]*$/.test(text)) return undefined
  return text.replace(/[ \t]/g, '').toLowerCase()
}

function isDigest(word: string): boolean {
  return digestLengths.has(word.length) && /^[0-9A-Fa-f]+$/.test(word)
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

/** Undoes what `sha256sum` does to names with line breaks and backslashes. */
function unescaped(name: string): string {
  return name.replace(/\\([\\nr])/g, (_, character: string) => (character === 'n' ? '\n' : character === 'r' ? '\r' : '\\'))
}
