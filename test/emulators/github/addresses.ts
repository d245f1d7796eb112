/** Where the hosts are, each without final slash. */
export interface Addresses {
  /** Of the API, with `/api/v3` on an Enterprise Server. */
  readonly api: string
  /** What github.com is. */
  readonly server: string
  readonly storage: string
  readonly codeload: string
}

/** A tag or a name as one segment of an address. */
export function segment(text: string): string {
  return encodeURIComponent(text)
}

/** The segments of a path, decoded; undefined when it is not encoded as it should be. */
export function segmentsOf(path: string): readonly string[] | undefined {
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch {
    return undefined
  }
}
