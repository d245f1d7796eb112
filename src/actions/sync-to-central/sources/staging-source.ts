import { lstatSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostics } from '../../../core/diagnostics.ts'
import { walk } from '../../../core/walk.ts'
import type { FoundFile, Source } from './found-file.ts'
import { refusal } from './open-files.ts'
import { type SourcePlace, shownPath } from './place.ts'

const refusedHint = 'Only ordinary files are taken: nothing from outside the folder is ever published. Copy the file itself, or delete it.'

/**
 * Lists a staging directory, whose root is the root of the Maven layout. Links, devices and hard-linked files are errors that name them, wherever they
 * lie: what a tool would have made of them is not ours to guess.
 */
export async function readStaging({ absolute: root, origin }: SourcePlace, workspace: string, diagnostics: Diagnostics): Promise<Source> {
  const files: FoundFile[] = []
  for (const entry of await walk(root)) {
    const absolute = path.join(root, entry.path)
    const shownAs = shownPath(workspace, absolute)
    const reason = entry.kind === 'link' ? 'is a link' : refusal(lstatSync(absolute))
    if (reason === undefined) files.push({ path: entry.path, absolute, shownAs })
    else diagnostics.error(`${shownAs} ${reason}`, { hint: refusedHint, location: { file: shownAs } })
  }
  if (files.length === 0 && diagnostics.errors.length === 0) {
    diagnostics.error(`the staging directory '${origin}' holds no files`, {
      hint: 'Let the build deploy into it, for example with -DaltDeploymentRepository=staging::file:<folder>.',
    })
  }
  return { origin, files, ineligible: [] }
}
