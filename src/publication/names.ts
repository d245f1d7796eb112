import type { Diagnostics } from '../core/diagnostics.ts'
import { encodeName } from '../model/repository-path.ts'

// Bytes of a name as `.outtray/` spells it: with `.json` it must be a file name, and the longest have 255.
const longestName = 200

/** What a tag says by a pattern such as `v{version}`, else the whole tag. */
export function versionInTag(pattern: string, tag: string): string {
  const [before = '', after = ''] = pattern.split('{version}')
  const fits = pattern.includes('{version}') && tag.length > before.length + after.length && tag.startsWith(before) && tag.endsWith(after)
  return fits ? tag.slice(before.length, tag.length - after.length) : tag
}

/** Tells what is wrong with a name that a person gave. */
export function checkName(kind: 'package' | 'version', name: string | undefined, diagnostics: Diagnostics): void {
  if (name === undefined) return
  const bytes = encodeName(name).length
  if (bytes > longestName) {
    diagnostics.error(`the ${kind} name takes ${bytes} bytes in a file name, more than ${longestName}: '${name.slice(0, 40)}…'`, {
      hint: 'Characters other than `A-Z a-z 0-9 . _ + -` take three bytes and more, being percent-encoded. Choose a shorter name.',
    })
  }
  if (/[\u0000-\u001f\u007f]/.test(name)) diagnostics.error(`the ${kind} name '${name}' contains a control character`)
}
