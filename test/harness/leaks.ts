import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { maskVariants } from './masks.ts'

/** Spellings shorter than this occur by chance; a whole secret is looked for from four characters on. */
const shortestVariant = 8
const shortestSecret = 4

/** Lines of an armored key that are no secret. */
const armorFrame = /^(-----(BEGIN|END) [A-Z ]+-----|(Version|Comment|Hash|Charset|MessageID): .*|=[A-Za-z0-9+/]{4})$/

/** Looks for secrets where none may be. Build one per run: it derives all spellings once. */
export class LeakDetector {
  readonly #needles: { readonly name: string; readonly text: string }[] = []

  /**
   * `publicParts` of each secret are left out: the armor of a secret key holds, line for line, much of its public key, which is exported on
   * purpose.
   */
  static async of(secrets: readonly string[]): Promise<LeakDetector> {
    const detector = new LeakDetector()
    for (const [index, secret] of secrets.entries()) {
      const known = await publicLines(secret)
      const whole = new Set([secret, secret.trim()])
      for (const text of maskVariants(secret)) {
        const long = whole.has(text) ? text.length >= shortestSecret : text.length >= shortestVariant
        if (long && !armorFrame.test(text.trim()) && !known.has(text)) detector.#needles.push({ name: `secrets[${index}]`, text })
      }
    }
    return detector
  }

  get isIdle(): boolean {
    return this.#needles.length === 0
  }

  /** Which secrets occur in a text, as `secrets[0] in <where>`; never the secret itself. */
  inText(where: string, text: string): string[] {
    const names = this.#needles.filter((needle) => text.includes(needle.text)).map((needle) => needle.name)
    return [...new Set(names)].map((name) => `${name} in ${where}`)
  }

  /** Which secrets occur in the files (or their names) under a folder that `known` does not list with the same size and time. */
  inFolder(root: string, known: ReadonlyMap<string, string> = new Map()): string[] {
    if (this.isIdle) return []
    const leaks: string[] = []
    for (const [path, stamp] of fileStamps(root)) {
      if (known.get(path) === stamp) continue
      leaks.push(...this.inText(`file ${path}`, `${path}\n${readFileSync(join(root, path), 'latin1')}`))
    }
    return leaks
  }
}

/** Files larger than this are not searched. */
const searchLimit = 16 * 1024 * 1024

/** `{ path relative to the folder: size and time of change }` of each regular file, to tell afterwards which are new. */
export function fileStamps(root: string): Map<string, string> {
  const stamps = new Map<string, string>()
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) {
        const { size, mtimeMs, ino } = lstatSync(join(root, path))
        if (size <= searchLimit) stamps.set(path, `${size} ${mtimeMs} ${ino}`)
      }
    }
  }
  visit('')
  return stamps
}

async function publicLines(secret: string): Promise<Set<string>> {
  const armored = secret.includes('-----BEGIN PGP PRIVATE KEY BLOCK-----')
    ? secret
    : Buffer.from(secret, 'base64').toString('latin1').includes('-----BEGIN PGP PRIVATE KEY BLOCK-----')
      ? Buffer.from(secret, 'base64').toString('utf8')
      : undefined
  if (armored === undefined) return new Set()
  const { readPrivateKey } = await import('openpgp')
  try {
    const key = await readPrivateKey({ armoredKey: armored })
    const lines = new Set<string>()
    for (const line of key.toPublic().armor().split(/\r?\n/)) for (const variant of maskVariants(line)) lines.add(variant)
    return lines
  } catch {
    return new Set()
  }
}
