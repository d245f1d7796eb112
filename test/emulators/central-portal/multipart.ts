/** The head of one part of a `multipart/form-data` body (RFC 7578). */
export interface PartHead {
  readonly name: string
  readonly fileName: string | undefined
}

/** Takes the bytes of one part as they arrive. */
export type PartSink = (bytes: Buffer) => void

/** A body that is not what its content type says. */
export class MalformedMultipart extends Error {
  override readonly name = 'MalformedMultipart'
}

const longestHead = 16 * 1024
const lineEnd = Buffer.from('\r\n')
const blankLine = Buffer.from('\r\n\r\n')

/** The boundary in a content type, whatever other parameters stand around it; undefined when it is no form. */
export function boundaryOf(contentType: string): string | undefined {
  if (!/^multipart\/form-data\s*(;|$)/i.test(contentType)) return undefined
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? []
  return quoted ?? bare
}

/** Reads a form as it streams in and hands each part's bytes to what `open` gives for it. Nothing but one chunk is kept in memory. */
export async function readMultipart(body: AsyncIterable<Buffer>, boundary: string, open: (part: PartHead) => PartSink): Promise<void> {
  const form = new FormReader(boundary, open)
  for await (const chunk of body) form.take(chunk)
  if (!form.complete) throw new MalformedMultipart('the body ends before its last boundary')
}

/** Where a form stands: each state takes what it can of the bytes at hand and says whether the next state may go on with the rest. */
class FormReader {
  readonly #delimiter: Buffer
  readonly #open: (part: PartHead) => PartSink
  // The first delimiter may open the body; what stands before it is a preamble that nobody reads.
  #rest: Buffer = lineEnd
  #state: () => boolean = this.#bytes
  #sink: PartSink = () => {}

  constructor(boundary: string, open: (part: PartHead) => PartSink) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`)
    this.#open = open
  }

  get complete(): boolean {
    return this.#state === this.#epilogue
  }

  take(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    while (this.#state()) {}
  }

  #bytes(): boolean {
    const end = this.#rest.indexOf(this.#delimiter)
    // The last bytes may be the beginning of a delimiter.
    const known = end === -1 ? Math.max(0, this.#rest.length - this.#delimiter.length + 1) : end
    if (known > 0) this.#sink(this.#rest.subarray(0, known))
    if (end === -1) return this.#wait(known)
    return this.#goOn(end + this.#delimiter.length, this.#afterDelimiter)
  }

  #afterDelimiter(): boolean {
    if (this.#rest.subarray(0, 2).toString('latin1') === '--') return this.#goOn(2, this.#epilogue)
    const end = this.#rest.indexOf(lineEnd)
    // The line end stays: a head without lines is a blank line at once.
    return end === -1 ? false : this.#goOn(end, this.#head)
  }

  #head(): boolean {
    const end = this.#rest.indexOf(blankLine)
    if (end === -1 && this.#rest.length > longestHead) throw new MalformedMultipart('the head of a part is too long')
    if (end === -1) return false
    this.#sink = this.#open(partHead(this.#rest.subarray(0, end).toString()))
    return this.#goOn(end + blankLine.length, this.#bytes)
  }

  #epilogue(): boolean {
    return this.#wait(this.#rest.length)
  }

  #goOn(used: number, state: () => boolean): boolean {
    this.#state = state
    this.#rest = this.#rest.subarray(used)
    return true
  }

  #wait(used: number): boolean {
    this.#rest = this.#rest.subarray(used)
    return false
  }
}

function partHead(text: string): PartHead {
  const disposition = /^content-disposition:(.*)$/im.exec(text)?.[1] ?? ''
  return { name: parameter(disposition, 'name') ?? '', fileName: parameter(disposition, 'filename') }
}

function parameter(header: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, 'i').exec(header) ?? []
  return quoted?.replaceAll(/\\(.)/g, '$1') ?? bare
}
