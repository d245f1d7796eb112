import { join, relative, resolve, sep } from 'node:path'
import { isInside } from '../../core/walk.ts'
import type { DigestAlgorithm } from '../../model/digests.ts'

/** The name of every record that signing writes. */
export const recordName = 'outtray-record.json'

export interface LayoutOptions {
  /** Absolute real path. */
  readonly workspace: string
  /** Relative to the workspace, or absolute. */
  readonly outputDirectory?: string | undefined
  readonly checksumsFile?: string | undefined
}

/** Where everything that the action writes goes: absolute paths. Pure: nothing is looked at. */
export class OutputLayout {
  readonly #workspace: string
  /** The folder that mirrors the workspace; the workspace itself when everything stands beside its file. */
  readonly folder: string
  readonly record: string
  readonly publicKey: string
  /** Undefined also where it would leave the workspace, which is refused. */
  readonly checksumsFile: string | undefined

  constructor({ workspace, outputDirectory, checksumsFile }: LayoutOptions) {
    this.#workspace = workspace
    this.folder = resolve(workspace, outputDirectory ?? '.')
    this.record = join(this.folder, recordName)
    this.publicKey = join(this.folder, 'public-key.asc')
    const sums = checksumsFile === undefined ? undefined : resolve(workspace, checksumsFile)
    this.checksumsFile = sums !== undefined && isInside(workspace, sums) ? sums : undefined
  }

  /** True when signatures and checksums stand beside their files. */
  get beside(): boolean {
    return this.folder === this.#workspace
  }

  /** The file itself; `path` is relative to the workspace. */
  file(path: string): string {
    return join(this.#workspace, path)
  }

  signature(path: string): string {
    return `${join(this.folder, path)}.asc`
  }

  sidecar(path: string, algorithm: DigestAlgorithm): string {
    return `${join(this.folder, path)}.${algorithm}`
  }

  /** A path as outputs and messages show it: relative to the workspace with `/`, absolute only outside it. */
  shown(absolute: string): string {
    return isInside(this.#workspace, absolute) ? relativePath(this.#workspace, absolute) || '.' : absolute
  }

  /** The path of a file below the output folder that mirrors one of the workspace's, as the workspace knows it; undefined elsewhere. */
  mirrored(absolute: string): string | undefined {
    return this.beside || !isInside(this.folder, absolute) ? undefined : join(this.#workspace, relative(this.folder, absolute))
  }
}

/** From one folder to a file, with `/`. */
export function relativePath(folder: string, absolute: string): string {
  // Almost all files stand below the folder, and `relative` takes its time.
  const path = absolute.startsWith(folder + sep) ? absolute.slice(folder.length + 1) : relative(folder, absolute)
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
