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
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // The first delimiter may open the body; what stands before it is a preamble that nobody reads.
  let rest: Buffer = lineEnd
  let state = 'bytes' as 'bytes' | 'delimiter' | 'head' | 'epilogue'
  let sink: PartSink = () => {}

  const step = (): boolean => {
    if (state === 'bytes') {
      const end = rest.indexOf(delimiter)
      const safe = end === -1 ? Math.max(0, rest.length - delimiter.length + 1) : end
      if (safe > 0) sink(rest.subarray(0, safe))
      rest = rest.subarray(end === -1 ? safe : end + delimiter.length)
      if (end !== -1) state = 'delimiter'
      return end !== -1
    }
    if (state === 'delimiter') {
      const end = rest.indexOf(lineEnd)
      if (rest.length >= 2 && rest.subarray(0, 2).toString() === '--') state = 'epilogue'
      else if (end !== -1) {
        rest = rest.subarray(end)
        state = 'head'
      }
      return state !== 'delimiter'
    }
    if (state === 'head') {
      const end = rest.indexOf(blankLine)
      if (end === -1 && rest.length > longestHead) throw new MalformedMultipart('the head of a part is too long')
      if (end === -1) return false
      sink = open(partHead(rest.subarray(0, end).toString()))
      rest = rest.subarray(end + blankLine.length)
      state = 'bytes'
      return true
    }
    rest = Buffer.alloc(0)
    return false
  }

  for await (const chunk of body) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    while (step()) {}
  }
  if (state !== 'epilogue') throw new MalformedMultipart('the body ends before its last boundary')
}

function partHead(text: string): PartHead {
  const disposition = /^content-disposition:(.*)$/im.exec(text)?.[1] ?? ''
  return { name: parameter(disposition, 'name') ?? '', fileName: parameter(disposition, 'filename') }
}

function parameter(header: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, 'i').exec(header) ?? []
  return quoted?.replaceAll(/\\(.)/g, '$1') ?? bare
}
