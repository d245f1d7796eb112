import { createHash } from 'node:crypto'
import { type AssetContent, type AssetSource, contentOf } from './content.ts'
import type { Timeline } from './timeline.ts'

/** `starter` is what an upload that broke leaves; the OpenAPI description does not know it. */
export type AssetState = 'uploaded' | 'open' | 'starter'

/** An asset to be made; everything but its bytes has a plausible default. */
export interface AssetPlan {
  readonly content: AssetSource
  /** Default: that of the bytes. `null`, as for assets of before June 2025; or another one, as a server that lies would say. */
  readonly digest?: string | null
  readonly state?: AssetState
  readonly contentType?: string
  /** What the API says, when it is not what the bytes are. */
  readonly size?: number
  readonly updatedAt?: string
}

/** A release to be made; everything but its tag has a plausible default. */
export interface ReleasePlan {
  readonly tag: string
  /** Default: the tag. */
  readonly name?: string | null
  readonly body?: string | null
  readonly draft?: boolean
  readonly prerelease?: boolean
  /** The time of the commit, by which releases are ordered. Default: that of publication. */
  readonly createdAt?: string
  /** Default: a minute after everything before. Drafts have none. */
  readonly publishedAt?: string
  readonly assets?: Readonly<Record<string, AssetSource | AssetPlan>>
}

/** What can be edited in a release. */
export interface ReleaseEdit {
  readonly tag?: string
  readonly name?: string | null
  readonly body?: string | null
  readonly prerelease?: boolean
}

/** A file of a release. Its fields may be set, to what GitHub would never say too. */
export class EmulatedAsset {
  readonly id: number
  readonly release: EmulatedRelease
  name: string
  content: AssetContent
  digest: string | null
  state: AssetState
  contentType: string
  /** As the API says it. */
  size: number
  readonly createdAt: string
  updatedAt: string
  downloadCount = 0
  readonly #timeline: Timeline

  constructor(release: EmulatedRelease, name: string, plan: AssetPlan, timeline: Timeline) {
    this.#timeline = timeline
    this.id = timeline.nextId()
    this.release = release
    this.name = name
    this.content = contentOf(plan.content)
    this.digest = plan.digest === undefined ? `sha256:${this.content.sha256}` : plan.digest
    this.state = plan.state ?? 'uploaded'
    this.contentType = plan.contentType ?? 'application/octet-stream'
    this.size = plan.size ?? this.content.size
    this.createdAt = plan.updatedAt ?? timeline.tick()
    this.updatedAt = this.createdAt
  }

  /** Deletes it and uploads other bytes under its name, as `gh release upload --clobber` does: the new one has another id. */
  replace(source: AssetSource | AssetPlan): EmulatedAsset {
    this.remove()
    return this.release.addAsset(this.name, source)
  }

  /** Puts other bytes into its place: same id, new digest, size and time. */
  overwrite(source: AssetSource): void {
    this.content = contentOf(source)
    this.digest = this.digest === null ? null : `sha256:${this.content.sha256}`
    this.size = this.content.size
    this.updatedAt = this.#timeline.tick()
  }

  remove(): void {
    this.release.drop(this)
  }
}

/** What a release tells its repository. */
export interface ReleaseHooks {
  /** It has a tag, which is made unless it is there. */
  readonly onTag: (tag: string) => void
  readonly onRemove: (release: EmulatedRelease) => void
}

/** A release, with its assets in the order of their upload. */
export class EmulatedRelease {
  readonly id: number
  tag: string
  name: string | null
  body: string | null
  draft: boolean
  prerelease: boolean
  createdAt: string
  publishedAt: string | null
  updatedAt: string
  readonly #timeline: Timeline
  readonly #hooks: ReleaseHooks
  #assets: EmulatedAsset[] = []

  constructor(plan: ReleasePlan, timeline: Timeline, hooks: ReleaseHooks) {
    this.#timeline = timeline
    this.#hooks = hooks
    this.id = timeline.nextId()
    this.tag = plan.tag
    this.name = plan.name === undefined ? plan.tag : plan.name
    this.body = plan.body === undefined ? `Notes of ${plan.tag}` : plan.body
    this.draft = plan.draft ?? false
    this.prerelease = plan.prerelease ?? false
    const time = plan.publishedAt ?? timeline.tick()
    this.createdAt = plan.createdAt ?? time
    this.publishedAt = this.draft ? null : time
    this.updatedAt = time
    for (const [name, source] of Object.entries(plan.assets ?? {})) this.addAsset(name, source)
    if (!this.draft) hooks.onTag(this.tag)
  }

  get assets(): readonly EmulatedAsset[] {
    return this.#assets
  }

  /** What stands in its URLs for the tag: a draft has no tag yet. */
  get urlTag(): string {
    return this.draft ? `untagged-${createHash('sha256').update(String(this.id)).digest('hex').slice(0, 20)}` : this.tag
  }

  /** The asset of that name; throws when there is none. */
  asset(name: string): EmulatedAsset {
    const found = this.#assets.find((asset) => asset.name === name)
    if (found === undefined) throw new Error(`release ${this.tag} has no asset '${name}'`)
    return found
  }

  addAsset(name: string, source: AssetSource | AssetPlan): EmulatedAsset {
    const isPlan = typeof source === 'object' && 'content' in source
    const asset = new EmulatedAsset(this, name, isPlan ? source : { content: source }, this.#timeline)
    this.#assets.push(asset)
    return asset
  }

  /** Changes notes and the like; assets stay as they are. */
  edit(change: ReleaseEdit): void {
    Object.assign(this, change)
    this.updatedAt = this.#timeline.tick()
    if (!this.draft) this.#hooks.onTag(this.tag)
  }

  /** Makes a draft public, now or at the given time. */
  publish(publishedAt: string = this.#timeline.tick()): void {
    this.draft = false
    this.publishedAt = publishedAt
    this.updatedAt = publishedAt
    this.#hooks.onTag(this.tag)
  }

  /** Takes the release away; its tag stays. */
  remove(): void {
    this.#hooks.onRemove(this)
  }

  /** Forgets an asset; `asset.remove()` reads better. */
  drop(asset: EmulatedAsset): void {
    this.#assets = this.#assets.filter((other) => other !== asset)
  }
}
