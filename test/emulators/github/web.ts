import { type Addresses, segment, segmentsOf } from './addresses.ts'
import { type Answer, page, redirect } from './answers.ts'
import type { Codeload } from './codeload.ts'
import type { EmulatedRepository } from './repository.ts'
import type { SeenRequest } from './requests.ts'
import type { Storage } from './storage.ts'
import type { World } from './world.ts'

/** What github.com is for a program: the public downloads. It knows nothing of the API's tokens. */
export class Web {
  readonly #world: World
  readonly #addresses: Addresses
  readonly #hosts: { readonly storage: Storage; readonly codeload: Codeload }

  constructor(world: World, addresses: Addresses, hosts: { readonly storage: Storage; readonly codeload: Codeload }) {
    this.#world = world
    this.#addresses = addresses
    this.#hosts = hosts
  }

  answer(url: URL, { method }: SeenRequest): Answer {
    if (method !== 'GET' && method !== 'HEAD') return page(404)
    const [owner = '', name = '', ...rest] = segmentsOf(url.pathname) ?? []
    const repository = this.#world.find(`${owner}/${name}`)
    const moved = repository === undefined ? this.#world.movedTo(`${owner}/${name}`) : undefined
    if (moved !== undefined && !moved.private) {
      return redirect(`${this.#addresses.server}/${moved.fullName}/${rest.map(segment).join('/')}`, 301)
    }
    if (repository === undefined || repository.private) return page(404)
    const to = this.#download(repository, rest) ?? this.#archive(repository, rest)
    return to === undefined ? page(404) : redirect(to)
  }

  /** `releases/download/TAG/NAME` and `releases/latest/download/NAME`. */
  #download(repository: EmulatedRepository, rest: readonly string[]): string | undefined {
    if (rest[0] !== 'releases') return undefined
    const name = rest.at(-1) ?? ''
    if (rest[1] === 'latest' && rest[2] === 'download' && rest.length === 4) {
      const latest = repository.releases.find(({ draft, prerelease }) => !draft && !prerelease)
      const address = `${this.#addresses.server}/${repository.fullName}/releases/download`
      return latest && `${address}/${segment(latest.tag)}/${segment(name)}`
    }
    const tag = rest.slice(2, -1).join('/')
    const release = rest[1] === 'download' ? repository.releases.find((one) => !one.draft && one.tag === tag) : undefined
    const asset = release?.assets.find((one) => one.name === name && one.state === 'uploaded')
    if (asset === undefined) return undefined
    asset.downloadCount++
    return this.#hosts.storage.addressOf(asset, repository)
  }

  /** `archive/refs/tags/TAG.tar.gz`, the same without `refs/tags`, and `.zip`. */
  #archive(repository: EmulatedRepository, rest: readonly string[]): string | undefined {
    const [, tag, format] = /^archive\/(?:refs\/tags\/)?(.+)\.(tar\.gz|zip)$/.exec(rest.join('/')) ?? []
    return tag === undefined ? undefined : this.#hosts.codeload.addressOf(format === 'zip' ? 'zip' : 'tar.gz', repository, tag)
  }
}
