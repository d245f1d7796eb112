import { posix, relative } from 'node:path'
import type { Diagnostics, Location } from '../../core/diagnostics.ts'
import { GlobPattern } from '../../core/glob-pattern.ts'
import { filesBelow } from '../../core/glob-search.ts'
import { findFiles, type GlobMatch, type LocatedPattern, lookAround } from '../../core/globs.ts'
import { byCodeUnit, isInside, resolveInside } from '../../core/walk.ts'
import { isBintrayDescriptor } from '../../model/descriptor/descriptor-name.ts'
import type { BintraySelection, Descriptor, LocatedText, TravisSelection } from '../../model/descriptor.ts'
import { BintrayPattern } from '../../model/patterns/bintray-pattern.ts'
import { TravisPattern } from '../../model/patterns/travis-pattern.ts'

export { findDescriptor } from './descriptor-lookup.ts'

/** A file to publish, with all that a rule for its place in the repository may want to know. */
export interface SelectedFile {
  /** Absolute, without links. */
  readonly absolute: string
  /** Relative to the workspace, with `/`. */
  readonly path: string
  /** Relative to the fixed leading folder of the pattern that chose it: `{path}` of a template. */
  readonly rest: string
  /** Where Travis's form puts it. A file of two entries is selected twice. */
  readonly uploadPath?: string
  /** Relative to the descriptor's folder; absent for a file outside it. */
  readonly descriptorRelative?: string
  /** What Travis's entry says of replacing published files. */
  readonly override?: boolean
}

export interface SelectionRequest {
  /** Absolute real path. */
  readonly workspace: string
  readonly descriptor?: Descriptor
  /** The `files` input; wins over the descriptor. */
  readonly patterns?: readonly LocatedPattern[]
  /** What a pattern without a file is: an error, or a warning. */
  readonly failOnUnmatched: boolean
  /** Files that nobody means, such as the repository itself where it lies in the workspace. */
  readonly except?: (path: string) => boolean
}

/**
 * The files that the inputs or the descriptor choose, sorted by path. A descriptor is never among them: not the one in use, and by no wildcard any
 * `*bintray-info*.json`.
 */
export async function selectFiles(request: SelectionRequest, diagnostics: Diagnostics): Promise<SelectedFile[]> {
  const selector = new Selector(request, diagnostics)
  if (request.patterns !== undefined && request.patterns.length > 0) await selector.addGlobs(request.patterns)
  else await selector.addAll()
  return selector.selected
}

class Selector {
  readonly #request: SelectionRequest
  readonly #diagnostics: Diagnostics
  readonly #descriptorPath: string | undefined
  readonly #found = new Map<string, SelectedFile>()

  constructor(request: SelectionRequest, diagnostics: Diagnostics) {
    this.#request = request
    this.#diagnostics = diagnostics
    this.#descriptorPath = request.descriptor === undefined ? undefined : relative(request.workspace, request.descriptor.file)
  }

  get selected(): SelectedFile[] {
    return [...this.#found.values()].sort((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.uploadPath ?? '', b.uploadPath ?? ''))
  }

  async addAll(): Promise<void> {
    for (const selection of this.#request.descriptor?.selections ?? []) {
      if (selection.kind === 'globs') await this.addGlobs(selection.patterns)
      else if (selection.kind === 'bintray') await this.#addBintray(selection)
      else if (selection.kind === 'travis') await this.#addTravis(selection)
      else await this.#addFolder()
    }
  }

  async addGlobs(patterns: readonly LocatedPattern[]): Promise<void> {
    const { workspace, failOnUnmatched } = this.#request
    const accept = (path: string, literal: boolean) => (literal ? path !== this.#descriptorPath : this.#mayTake(path))
    for (const match of await findFiles({ workspace, patterns, failOnUnmatched, accept }, this.#diagnostics)) this.#add(match)
  }

  async #addBintray({ base, pattern }: BintraySelection): Promise<void> {
    const folder = base === 'workspace' ? '' : this.#descriptorFolder
    const bintray = new BintrayPattern(pattern.text)
    const from = posix.join(folder, bintray.fixedFolder)
    const accept = (path: string) => bintray.matches(folder === '' ? path : path.slice(folder.length + 1))
    const matches = await this.#search({ source: pattern, from, glob: bintray.walkGlob, accept })
    for (const match of matches) this.#add(match)
    if (matches.length === 0) await this.#tellUnmatched(pattern, from, posix.basename(pattern.text))
  }

  /** An empty selection: everything beside and below the descriptor. */
  async #addFolder(): Promise<void> {
    const folder = this.#descriptorFolder
    const location: Location = { file: this.#descriptorPath ?? '', line: 1, column: 1 }
    if (folder === '') {
      this.#diagnostics.error('The descriptor chooses no files, which means all beside it, and that is the whole workspace', {
        location,
        hint: 'Choose files with applyToRepoFiles or the input `files`, or put the descriptor into the folder that holds them.',
      })
      return
    }
    const source = { text: `${folder}/**`, location }
    const matches = await this.#search({ source, from: folder, glob: '**', accept: () => true })
    for (const match of matches) this.#add(match)
    if (matches.length === 0) await this.#tellUnmatched(source, folder, '')
  }

  async #addTravis(selection: TravisSelection): Promise<void> {
    const { workspace } = this.#request
    const pattern = await TravisPattern.compile(selection, this.#diagnostics)
    if (pattern === undefined) return
    const { include } = selection
    const absolute = posix.resolve(workspace, pattern.start.folder)
    if (!isInside(workspace, absolute)) {
      this.#diagnostics.error(`${include.text} begins outside the workspace`, {
        location: include.location,
        hint: 'Write the folder relative to the root of the workspace.',
      })
      return
    }
    const from = relative(workspace, absolute)
    if (resolveInside(workspace, absolute).kind === 'missing') {
      const { where, like } = await lookAround(workspace, from.split('/'), '')
      this.#diagnostics.warning(`${include.text} matches nothing: ${where}`, {
        location: include.location,
        hint: `The text before the first group is a folder. ${like}`,
      })
      return
    }
    const below = (path: string) => (from === '' ? path : path.slice(from.length + 1))
    const glob = pattern.start.file === undefined ? '**' : pattern.start.file.startsWith('.') ? '.*' : '*'
    const matches = await this.#search({ source: include, from, glob, accept: (path) => pattern.uploadPath(below(path)) !== undefined })
    for (const match of matches) {
      const uploadPath = pattern.uploadPath(below(match.path))
      this.#add(match, {
        ...(uploadPath !== undefined && { uploadPath }),
        ...(selection.override !== undefined && { override: selection.override }),
      })
    }
    if (matches.length === 0) await this.#tellUnmatched(include, from, pattern.start.file ?? '')
  }

  #search(search: { source: LocatedText; from: string; glob: string; accept: (path: string) => boolean }): Promise<GlobMatch[]> {
    const { workspace } = this.#request
    const accept = (path: string) => this.#mayTake(path) && search.accept(path)
    return filesBelow(
      { workspace, source: search.source, accept },
      { pattern: new GlobPattern(search.glob), from: search.from },
      this.#diagnostics,
    )
  }

  async #tellUnmatched({ text, location }: LocatedText, from: string, name: string): Promise<void> {
    const { where, like } = await lookAround(this.#request.workspace, from === '' ? [] : from.split('/'), name)
    const message = `No file matches ${text}: ${where}`
    if (this.#request.failOnUnmatched) this.#diagnostics.error(message, { location, hint: like })
    else this.#diagnostics.warning(message, { location, hint: like })
  }

  #add({ absolute, path, rest }: GlobMatch, more: Pick<SelectedFile, 'uploadPath' | 'override'> = {}): void {
    const folder = this.#descriptorFolder
    const inside = this.#descriptorPath !== undefined && (folder === '' || path.startsWith(`${folder}/`))
    const key = `${path}\0${more.uploadPath ?? ''}`
    if (this.#found.has(key)) return
    this.#found.set(key, {
      absolute,
      path,
      rest,
      ...more,
      ...(inside && { descriptorRelative: folder === '' ? path : path.slice(folder.length + 1) }),
    })
  }

  get #descriptorFolder(): string {
    const folder = posix.dirname(this.#descriptorPath ?? '.')
    return folder === '.' ? '' : folder
  }

  #mayTake(path: string): boolean {
    return path !== this.#descriptorPath && !isBintrayDescriptor(path) && !this.#request.except?.(path)
  }
}
