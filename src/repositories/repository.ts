/** What stands at a path of a repository. */
export type Entry =
  | { readonly kind: 'file'; readonly size: number; readonly sha256: string }
  /** Something that is no file of ours, and why nothing may be put there. */
  | { readonly kind: 'obstacle'; readonly reason: string }

/** A file to put: read from one open file, checked against its digest while it is copied, and read back. */
export interface Upload {
  readonly path: string
  /** Absolute path of the source. */
  readonly from: string
  readonly size: number
  readonly sha256: string
}

/** A small file to write whole; what stands there is replaced. */
export interface Document {
  readonly path: string
  readonly content: string | Uint8Array
}

/** A file that is in the repository already and gets another path. */
export interface Move {
  readonly from: string
  readonly to: string
}

/**
 * A file that is received in pieces. It is kept between runs, until a change moves it or it is discarded. Hold it until the change that moves it has
 * been applied: what is disposed may be taken over by anybody. One that has no bytes when it is disposed leaves nothing.
 */
export interface Arrival extends AsyncDisposable {
  /** Where it is kept, as the `from` of a `Move`. */
  readonly path: string
  /** Absolute path on this machine. The times of the file change while it is held. */
  readonly localPath: string
  /** Bytes that are there: when it is opened those of an earlier run, which nobody has checked. */
  readonly size: number
  /** Adds bytes after those that are there. */
  append(chunk: Uint8Array): Promise<void>
  /** Drops what is there. */
  restart(): Promise<void>
}

/**
 * A new state of some paths, reached in one step: either nobody sees anything of it, or it is completed, if need be by the next publisher.
 * Order matters to those who read meanwhile: uploads and moves appear before documents, documents in their order, removals last.
 */
export interface Change {
  readonly uploads: readonly Upload[]
  readonly moves: readonly Move[]
  readonly documents: readonly Document[]
  readonly removals: readonly string[]
}

/**
 * A place that holds versions. All paths are relative to it, with `/`. A kind of repository is one implementation of this port and one line in
 * `kinds.ts`.
 */
export interface Repository {
  /** The repository as its user wrote it. */
  readonly target: string
  /** A document's bytes, or `undefined` when there is none. For small files only. */
  read(path: string): Promise<Uint8Array | undefined>
  /** The paths of all files under a folder, sorted; none when the folder is missing. */
  list(folder: string): Promise<readonly string[]>
  /** What stands at each of the paths, with its digest; a path where nothing stands is left out. */
  inspect(paths: readonly string[]): Promise<ReadonlyMap<string, Entry>>
  /** A file of this machine with the bytes of a path: the file itself where there is one. */
  localFile(path: string): Promise<string>
  /**
   * Completes what a publisher left half-done who died; where nothing was left it does nothing. Before it the records may lack a version whose files
   * have arrived and are there.
   */
  recover(): Promise<void>
  /** Runs `work` while no other publisher changes the repository, and after what a dead one left half-done has been completed. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** Brings a change about. Only inside `exclusively`. */
  apply(change: Change): Promise<void>
  /**
   * Opens the arrival of a name that stays the same over runs, such as `github.com/acme/widget/1234`. It is the caller's alone: what a dead run left
   * is taken over, and beside a living one a second gets an own, empty one. Disposing it closes it and keeps its bytes. Never inside `exclusively`:
   * it may have to wait for other publishers itself.
   */
  arrival(name: string): Promise<Arrival>
  /** Removes the arrivals of a name, and of all names below it, that nobody living holds. Never inside `exclusively`. */
  discardArrivals(name: string): Promise<void>
  /** How a path of the repository is shown to people and given to later steps. */
  locate(path: string): string
}
