import { type Addresses, segment, segmentsOf } from './addresses.ts'
import { type Answer, page } from './answers.ts'
import { archive } from './archive.ts'
import type { EmulatedRepository } from './repository.ts'
import type { SeenRequest } from './requests.ts'
import type { SignedAddresses } from './signed-addresses.ts'
import type { World } from './world.ts'

/** `legacy` archives are the API's: their folder is named after the commit. The server's is named after the tag. */
export type ArchiveKind = 'tar.gz' | 'zip' | 'legacy.tar.gz' | 'legacy.zip'

/** What codeload.github.com is: archives of the source, packed while they are sent, so without length, digest and Range. */
export class Codeload {
  readonly #world: World
  readonly #addresses: Addresses
  readonly #signed: SignedAddresses

  constructor(world: World, addresses: Addresses, signed: SignedAddresses) {
    this.#world = world
    this.#addresses = addresses
    this.#signed = signed
  }

  /** A new address of an archive; undefined when there is no such tag. That of a private repository is signed. */
  addressOf(kind: ArchiveKind, repository: EmulatedRepository, tag: string): string | undefined {
    if (!repository.tags.has(tag)) return undefined
    const address = `${this.#addresses.codeload}/${repository.fullName}/${kind}/refs/tags/${segment(tag)}`
    return repository.private ? this.#signed.sign(address) : address
  }

  answer(url: URL, seen: SeenRequest): Answer {
    if (seen.method !== 'GET' && seen.method !== 'HEAD') return page(405)
    const [owner, name, kind = '', refs, tags, ...rest] = segmentsOf(url.pathname) ?? []
    const repository = this.#world.find(`${owner}/${name}`)
    const tag = rest.join('/')
    const commit = refs === 'refs' && tags === 'tags' ? repository?.tags.get(tag) : undefined
    if (repository === undefined || commit === undefined || !/^(?:legacy\.)?(?:tar\.gz|zip)$/.test(kind)) return page(404)
    if (repository.private && this.#signed.refusal(url) !== undefined) return page(404)
    const format = kind.endsWith('zip') ? 'zip' : 'tar.gz'
    const plainTag = tag.replace(/^v(?=\d)/, '').replaceAll('/', '-')
    const folder = kind.startsWith('legacy') ? `${owner}-${name}-${commit.slice(0, 7)}` : `${name}-${plainTag}`
    seen.asset = `${folder}.${format}`
    const bytes = archive(format, folder, repository.settings.source)
    return {
      status: 200,
      headers: {
        'content-type': format === 'zip' ? 'application/zip' : 'application/x-gzip',
        'content-disposition': `attachment; filename=${folder}.${format}`,
        etag: `W/"${commit}${format}"`,
      },
      body: { chunks: () => [bytes] },
    }
  }
}
