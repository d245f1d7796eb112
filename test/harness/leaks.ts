import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf, spellings } from './masks.ts'

/** Spellings shorter than this occur by chance; a whole secret is looked for from four characters on. */
const shortestVariant = 8
const shortestSecret = 4

/** Lines of an armored key that are no secret. */
const armorFrame = /^(-----(BEGIN|END) [A-Z ]+-----|(Version|Comment|Hash|Charset|MessageID): .*|=[A-Za-z0-9+/]{4})$/

/** Looks for secrets where none may be. Build one per run: it derives all spellings once. */
export class LeakDetector {
  readonly #needles: { readonly name: string; readonly text: string }[] = []

  /**
   * Lines of an armored secret key that are in its public key too are no secrets: the armor of one holds much of the other, which is exported on
   * purpose.
   */
  static async of(secrets: readonly string[]): Promise<LeakDetector> {
    const detector = new LeakDetector()
    for (const [index, secret] of secrets.entries()) {
      const open = await publicPart(secret)
      const lines = linesOf(secret).filter((line) => !armorFrame.test(line.trim()) && !open.includes(line.trim()))
      for (const value of new Set([secret, secret.trim(), ...lines])) {
        const isWhole = value.trim() === secret.trim()
        for (const text of spellings(value)) {
          const shortest = isWhole && text === value ? shortestSecret : shortestVariant
          if (text.length >= shortest) detector.#needles.push({ name: `secrets[${index}]`, text })
        }
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

const armorHead = '-----BEGIN PGP PRIVATE KEY BLOCK-----'

/** The armor of the public key that belongs to a secret key (armored, or base64 of that), without line breaks; '' for any other secret. */
async function publicPart(secret: string): Promise<string> {
  const armored = [secret, Buffer.from(secret, 'base64').toString('utf8')].find((text) => text.includes(armorHead))
  if (armored === undefined) return ''
  const { readPrivateKey } = await import('openpgp')
  try {
    const key = await readPrivateKey({ armoredKey: armored })
    return key.toPublic().armor().split(/\r?\n/).join('')
  } catch {
    return ''
  }
}
