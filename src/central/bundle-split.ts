import { formatCoordinates } from '../maven/coordinates.ts'
import type { BundleComponent, BundleView } from './bundle-view.ts'

/** A signature, two checksums and the zip's own records for each file, in bytes, generously. */
const overheadPerFile = 3 * 1024

/**
 * Divides a bundle that is too large into parts that fit, on boundaries of components, parents and BOMs in the first ones: Central validates each
 * deployment alone, with what is published. Undefined when one component alone is too large.
 */
export function splitBundle({ components, maximumBytes }: BundleView): readonly (readonly BundleComponent[])[] | undefined {
  const isPom = ({ pom }: BundleComponent) => pom !== undefined && 'model' in pom && pom.model.packaging === 'pom'
  const ordered = [...components].sort(
    (a, b) => Number(isPom(b)) - Number(isPom(a)) || compare(formatCoordinates(a.coordinates), formatCoordinates(b.coordinates)),
  )
  const parts: BundleComponent[][] = []
  let room = 0
  for (const component of ordered) {
    const size = component.files.reduce((sum, file) => sum + file.size + overheadPerFile, 0)
    if (size > maximumBytes) return undefined
    if (size > room) {
      parts.push([])
      room = maximumBytes
    }
    parts.at(-1)?.push(component)
    room -= size
  }
  return parts
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
