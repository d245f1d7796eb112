/** Finds an asset by the name that another file gives it. */
export class AssetNames {
  readonly #names: ReadonlySet<string>
  readonly #likened: ReadonlyMap<string, readonly string[]>

  constructor(names: Iterable<string>) {
    this.#names = new Set(names)
    this.#likened = Map.groupBy(this.#names, likened)
  }

  has(name: string): boolean {
    return this.#names.has(name)
  }

  /** The asset of exactly that name, or the only one whose name is the same once GitHub changed it: it replaces blanks and most punctuation. */
  find(name: string): string | undefined {
    if (this.#names.has(name)) return name
    const [only, ...others] = this.#likened.get(likened(name)) ?? []
    return others.length === 0 ? only : undefined
  }
}

/** The last part of a path of any system. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** What is left of a name once all that GitHub may have changed is the same. Names that this makes equal are told apart by nobody. */
function likened(name: string): string {
  return name
    .replace(/[^A-Za-z0-9_-]+/g, '.')
    .replace(/^\./, '')
    .replace(/\.$/, '')
    .toLowerCase()
}
