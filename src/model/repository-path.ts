import { visible } from '../core/sanitize.ts'

/** The folder in which a repository keeps its metadata; nobody publishes into it. */
export const metadataFolder = '.outtray'

const longestSegment = 255
// Bytes. macOS takes 1,024 with the folder that the repository is in, Linux 4,096.
const longestPath = 900
const forbiddenCharacter = /[<>:"|?*\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file: reserved with any extension too.
const reservedName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i

/**
 * Says why no file may stand at a path of a repository, or `undefined` when one may. The rules are those of every system that may ever hold a copy:
 * a repository is cloned, unpacked and mirrored by people on other systems.
 */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'it is empty'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'it is absolute, and must be relative to the repository'
  for (const segment of path.split('/')) {
    const problem = segmentProblem(segment)
    if (problem !== undefined) return problem
  }
  if (Buffer.byteLength(path) > longestPath) return `it is longer than ${longestPath} bytes`
  if (foldedPath(path).split('/')[0] === metadataFolder) return `'${metadataFolder}' is the repository's own`
  return undefined
}

function segmentProblem(segment: string): string | undefined {
  const shown = visible(segment)
  if (segment === '') return 'it has an empty folder or file name'
  if (segment === '.' || segment === '..') return `it contains '${segment}', and could leave the repository`
  if (!segment.isWellFormed()) return `'${shown}' is not valid Unicode`
  if (Buffer.byteLength(segment) > longestSegment) return `'${shown.slice(0, 40)}…' is longer than ${longestSegment} bytes`
  const character = forbiddenCharacter.exec(segment)
  if (character !== null) return `'${shown}' contains '${visible(character[0])}', which some systems do not allow in a name`
  if (reservedName.test(segment)) return `'${shown}' is a reserved name on Windows`
  if (/[. ]$/.test(segment)) return `'${shown}' ends in a dot or a blank, which Windows drops`
  return undefined
}

/**
 * The form in which two paths that some system takes for one are equal: without case (HFS+, NTFS) and composed (NFC). Upper case first joins letters
 * that have several lower cases (`ſ`, `ς`); lower case letter by letter, since a sigma at a word's end would become another.
 */
export function foldedPath(path: string): string {
  // Nearly all of them, and folders have thousands.
  if (/^[\x20-\x7e]*$/.test(path)) return path.toLowerCase()
  const lower = Array.from(path.normalize('NFD').toUpperCase(), (letter) => letter.toLowerCase())
  return lower.join('').normalize('NFC')
}

/** Two paths that cannot both exist, on some system or on any. */
export interface PathClash {
  readonly first: string
  readonly second: string
  readonly reason: string
}

/** Finds paths that are twins by case or by Unicode form, and paths that would be file and folder at once. */
export function pathClashes(paths: Iterable<string>): readonly PathClash[] {
  const byFold = new Map<string, string>()
  const clashes: PathClash[] = []
  const sorted = [...new Set(paths)].sort()
  for (const path of sorted) {
    const fold = foldedPath(path)
    const twin = byFold.get(fold)
    if (twin !== undefined) clashes.push({ first: twin, second: path, reason: 'some systems take both for one name' })
    else byFold.set(fold, path)
  }
  for (const path of sorted) {
    const segments = foldedPath(path).split('/')
    for (let length = 1; length < segments.length; length++) {
      const file = byFold.get(segments.slice(0, length).join('/'))
      if (file !== undefined) clashes.push({ first: file, second: path, reason: 'the first would be a file and a folder at once' })
    }
  }
  return clashes
}

/** Whether a path is plain: relative, and without steps that lead elsewhere. What a repository says of itself is believed only then. */
export function isPlainPath(path: string): boolean {
  return (
    path !== '' &&
    !/^[/\\]|^[A-Za-z]:|\0/.test(path) &&
    path.split(/[/\\]/).every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  )
}

/** Spells a package or version name as one segment of a path: percent-encoded (UTF-8) outside `[A-Za-z0-9._+-]`, and never `.` or `..`. */
export function encodeName(name: string): string {
  if (/^\.{1,2}$/.test(name)) return name.replaceAll('.', '%2E')
  return name.replace(/[^A-Za-z0-9._+-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  )
}
