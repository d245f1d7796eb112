import { crc32 } from 'node:zlib'
import { type Coordinates, formatCoordinates } from '../maven/coordinates.ts'
import { centralHeader, endOfDirectory, localHeader } from './zip-format.ts'

/** Which documentation a jar stands in for. */
export type PlaceholderKind = 'javadoc' | 'sources'

/** The file name of a placeholder: `lib-1.0-javadoc.jar`. */
export function placeholderName({ artifactId, version }: Coordinates, kind: PlaceholderKind): string {
  return `${artifactId}-${version}-${kind}.jar`
}

/**
 * A jar with a README that says what is not there, as Central allows (https://central.sonatype.org/publish/requirements/#supply-javadoc-and-sources).
 * The same coordinates give the same bytes.
 */
export function placeholderJar(coordinates: Coordinates, kind: PlaceholderKind): Buffer {
  const what = kind === 'javadoc' ? 'API documentation' : 'sources'
  return storedZip([
    ['META-INF/MANIFEST.MF', 'Manifest-Version: 1.0\r\n\r\n'],
    [
      'README.md',
      `# ${formatCoordinates(coordinates)}\n\nThis release has no ${what} in this form.\nThe project's page tells where to find them; its address is in the POM.\n`,
    ],
  ])
}

function storedZip(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of files) {
    const content = Buffer.from(text)
    const record = { name: Buffer.from(name), size: content.length, crc32: crc32(content), offset }
    const header = localHeader(record)
    parts.push(header, content)
    directory.push(centralHeader(record))
    offset += header.length + content.length
  }
  const contents = Buffer.concat(directory)
  return Buffer.concat([...parts, contents, endOfDirectory({ entries: files.length, offset, size: contents.length })])
}
