/** What names one release in a Maven repository. */
export interface Coordinates {
  readonly groupId: string
  readonly artifactId: string
  readonly version: string
}

/** The parts of coordinates, in the order in which they are written. */
export const coordinateParts = ['groupId', 'artifactId', 'version'] as const
export type CoordinatePart = (typeof coordinateParts)[number]

/** `groupId:artifactId:version`. */
export function formatCoordinates({ groupId, artifactId, version }: Coordinates): string {
  return `${groupId}:${artifactId}:${version}`
}

/**
 * What is wrong with one part of coordinates, as the end of a sentence that names the part; undefined when nothing is.
 * Letters, digits, `_`, `.` and `-` as Maven's model validator has it, `+` in versions too (semantic versions with build metadata). Every part becomes
 * the name of a folder, a groupId one folder between each two dots, so none is empty, hidden, `.`, `..`, or ends in a dot, which Windows drops.
 */
export function coordinateProblem(part: CoordinatePart, value: string): string | undefined {
  if (value === '') return 'is empty'
  if (value.length > 255) return 'is longer than 255 characters'
  const allowed = part === 'version' ? /^[A-Za-z0-9_.+-]*$/ : /^[A-Za-z0-9_.-]*$/
  if (!allowed.test(value)) return `may hold only letters, digits, '_', '.'${part === 'version' ? ", '+'" : ''} and '-'`
  if (value.startsWith('.') || value.endsWith('.')) return 'may neither begin nor end with a dot'
  if (part === 'groupId' && value.includes('..')) return 'may not hold two dots in a row'
  return undefined
}

/** Whether a version may change after its release: `1.0-SNAPSHOT`, or what Maven makes of it when it deploys, `1.0-20260101.120000-1`. */
export function isSnapshot(version: string): boolean {
  return /SNAPSHOT$/i.test(version) || timestamped.test(version)
}

const timestamped = /-[0-9]{8}\.[0-9]{6}-[0-9]+$/
