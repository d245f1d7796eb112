/** All texts under which the runner hides a secret: the spellings of the whole and of each line of a secret with several. */
function maskVariants(secret: string): Set<string> {
  return new Set([secret, ...linesOf(secret)].flatMap((value) => [...spellings(value)]))
}

/** The lines of a secret that are not blank. */
export function linesOf(secret: string): string[] {
  return secret.split(/[\r\n]+/).filter((line) => line.trim() !== '')
}

/**
 * The spellings of one value (the runner's `ValueEncoders`): itself, base64 at each of the three alignments, escaped for JSON, URIs, XML,
 * expressions and command lines, without its quotes, and around an `&`, where PowerShell cuts it.
 */
export function spellings(value: string): Set<string> {
  const found = new Set<string>()
  if (value.trim() === '') return found
  found.add(value)
  const bytes = Buffer.from(value)
  for (const shift of [0, 1, 2]) found.add(wholeGroups(bytes.subarray(shift)))
  found.add(JSON.stringify(value).slice(1, -1))
  found.add(encodeURIComponent(value))
  found.add(value.replace(/[&<>"']/g, (character) => xmlEntities[character] ?? character))
  found.add(value.replaceAll("'", "''"))
  found.add(value.replaceAll('"', '\\"'))
  if (value.length > 8 && value.startsWith('"') && value.endsWith('"')) found.add(value.slice(1, -1))
  for (const part of value.includes('&') ? value.split('&') : []) if (part.length >= 6) found.add(part)
  found.delete('')
  return found
}

const xmlEntities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Base64 of the bytes that fill whole groups of three: the part that does not depend on what follows. */
function wholeGroups(bytes: Buffer): string {
  return bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64')
}

/** Replaces every known secret, in any of its spellings, by `***`. */
export class SecretMasker {
  readonly #variants = new Set<string>()

  add(secret: string): void {
    for (const variant of maskVariants(secret)) this.#variants.add(variant)
  }

  mask(text: string): string {
    let masked = text
    for (const variant of [...this.#variants].sort((a, b) => b.length - a.length)) masked = masked.replaceAll(variant, '***')
    return masked
  }

  /** Whether a value holds a secret: the runner then drops it from job outputs. */
  holdsSecret(text: string): boolean {
    return this.mask(text) !== text
  }
}
