import { commitId } from './archive.ts'
import { type EmulatedAsset, EmulatedRelease, type ReleasePlan } from './release.ts'
import type { Timeline } from './timeline.ts'

/** Who owns repositories. */
export interface Account {
  readonly id: number
  readonly login: string
  readonly type: 'User' | 'Organization'
  readonly createdAt: string
}

/** A repository to be made; everything but its name has a plausible default. */
export interface RepositoryPlan {
  /** `owner/name`. */
  readonly fullName: string
  /** What its owner is, if the owner is new. Default: an organization. */
  readonly ownerType?: Account['type']
  readonly private?: boolean
  readonly fork?: boolean
  readonly archived?: boolean
  readonly disabled?: boolean
  readonly description?: string | null
  readonly homepage?: string | null
  readonly topics?: readonly string[]
  /** SPDX id as GitHub sees it: `Apache-2.0`, or `NOASSERTION`. */
  readonly license?: string | null
  readonly hasIssues?: boolean
  readonly defaultBranch?: string
  /** Text of its README.md; `null`: it has none. */
  readonly readme?: string | null
  /** Files of its source, by path, at each tag. */
  readonly source?: Readonly<Record<string, string | Uint8Array>>
}

/** What can be edited in a repository. */
export type RepositoryEdit = Omit<RepositoryPlan, 'fullName' | 'ownerType'>

/** A repository with its tags and releases. */
export class EmulatedRepository {
  readonly id: number
  readonly owner: Account
  name: string
  readonly createdAt: string
  updatedAt: string
  settings: Required<RepositoryEdit>
  /** Tags by name, with the commit that each points to. */
  readonly tags = new Map<string, string>()
  readonly #timeline: Timeline
  readonly #onRename: (repository: EmulatedRepository, from: string) => void
  #releases: EmulatedRelease[] = []

  constructor(
    plan: RepositoryPlan,
    world: { owner: Account; timeline: Timeline; onRename: (repository: EmulatedRepository, from: string) => void },
  ) {
    const { fullName, ownerType: _, ...given } = plan
    this.#timeline = world.timeline
    this.#onRename = world.onRename
    this.id = world.timeline.nextId()
    this.owner = world.owner
    this.name = fullName.slice(fullName.indexOf('/') + 1)
    this.createdAt = world.timeline.tick()
    this.updatedAt = this.createdAt
    this.settings = { ...defaults(this.name, fullName), ...given }
  }

  get fullName(): string {
    return `${this.owner.login}/${this.name}`
  }

  get private(): boolean {
    return this.settings.private
  }

  /** Newest commit first, as GitHub lists them; drafts before everything else. */
  get releases(): readonly EmulatedRelease[] {
    return this.#releases
      .toReversed()
      .sort((one, other) => Number(other.draft) - Number(one.draft) || Date.parse(other.createdAt) - Date.parse(one.createdAt))
  }

  /** Makes a release, and its tag unless it is a draft. */
  release(plan: ReleasePlan): EmulatedRelease {
    const release = new EmulatedRelease(plan, this.#timeline, {
      onTag: (tag) => void this.tag(tag),
      onRemove: (gone) => {
        this.#releases = this.#releases.filter((other) => other !== gone)
      },
    })
    this.#releases.push(release)
    return release
  }

  /** The release of a tag, drafts too; throws when there is none. */
  releaseOf(tag: string): EmulatedRelease {
    const found = this.#releases.find((release) => release.tag === tag)
    if (found === undefined) throw new Error(`${this.fullName} has no release '${tag}'`)
    return found
  }

  /** Makes a tag, with a commit that follows from the names unless one is given; one that is there stays. */
  tag(name: string, commit: string = commitId(this.id, name)): string {
    const known = this.tags.get(name)
    if (known === undefined) this.tags.set(name, commit)
    return known ?? commit
  }

  assetById(id: number): EmulatedAsset | undefined {
    return this.#releases.flatMap(({ assets }) => assets).find((asset) => asset.id === id)
  }

  edit(change: RepositoryEdit): void {
    this.settings = { ...this.settings, ...change }
    this.updatedAt = this.#timeline.tick()
  }

  /** Gives it another name; the old one redirects. */
  rename(name: string): void {
    const from = this.fullName
    this.name = name
    this.#onRename(this, from)
  }
}

function defaults(name: string, fullName: string): Required<RepositoryEdit> {
  return {
    private: false,
    fork: false,
    archived: false,
    disabled: false,
    description: `About ${name}`,
    homepage: `https://${name}.example`,
    topics: ['tool'],
    license: 'Apache-2.0',
    hasIssues: true,
    defaultBranch: 'main',
    readme: `# ${name}\n\nWhat ${fullName} is for.\n`,
    source: { LICENSE: 'Apache License 2.0\n', 'src/main.txt': `${name}\n` },
  }
}
