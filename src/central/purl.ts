import { type Coordinates, formatCoordinates } from '../maven/coordinates.ts'

/** A component as the Portal names it (https://github.com/package-url/purl-spec): `pkg:maven/org.acme/lib@1.0`, with `?type=pom` and the like unless it is a jar. */
export function formatPurl({ groupId, artifactId, version }: Coordinates, packaging: string): string {
  const name = [groupId, artifactId].map(encodeURIComponent).join('/')
  return `pkg:maven/${name}@${encodeURIComponent(version)}${packaging === 'jar' ? '' : `?type=${encodeURIComponent(packaging)}`}`
}

/** The coordinates in a purl, qualifiers ignored; undefined when it is none of Maven's. */
export function parsePurl(purl: string): Coordinates | undefined {
  const [, groupId, artifactId, version] = /^pkg:maven\/([^/@?#]+)\/([^/@?#]+)@([^/@?#]+)(?:[?#]|$)/.exec(purl) ?? []
  if (groupId === undefined || artifactId === undefined || version === undefined) return undefined
  try {
    return { groupId: decodeURIComponent(groupId), artifactId: decodeURIComponent(artifactId), version: decodeURIComponent(version) }
  } catch {
    return undefined
  }
}

export interface PurlDifference {
  /** Planned, and not seen by the Portal. */
  readonly missing: readonly string[]
  /** Seen by the Portal, and not planned. */
  readonly unexpected: readonly string[]
}

/** Compares by group, name and version: which qualifiers the Portal adds is its own affair. Text that is no purl is compared as it stands. */
export function comparePurls(planned: readonly string[], seen: readonly string[]): PurlDifference {
  const lacking = (some: readonly string[], others: readonly string[]) => {
    const keys = new Set(others.map(identity))
    return some.filter((purl) => !keys.has(identity(purl)))
  }
  return { missing: lacking(planned, seen), unexpected: lacking(seen, planned) }
}

function identity(purl: string): string {
  const coordinates = parsePurl(purl)
  return coordinates === undefined ? purl : formatCoordinates(coordinates)
}
