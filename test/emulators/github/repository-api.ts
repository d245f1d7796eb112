import { type Caller, maySee } from './access.ts'
import type { Addresses } from './addresses.ts'
import { type Answer, json, notFound, redirect } from './answers.ts'
import { commitId } from './archive.ts'
import type { Codeload } from './codeload.ts'
import { type PageRequest, paged } from './paging.ts'
import type { EmulatedAsset, EmulatedRelease } from './release.ts'
import { assetJson, releaseJson, tagJson } from './release-json.ts'
import type { EmulatedRepository } from './repository.ts'
import { fullRepository } from './repository-json.ts'
import type { SeenRequest } from './requests.ts'
import { ranged, type Storage } from './storage.ts'

/** One request about a repository that the caller may read. */
export interface RepositoryCall {
  readonly repository: EmulatedRepository
  /** What comes after the repository in the path, decoded. */
  readonly rest: readonly string[]
  readonly caller: Caller
  readonly seen: SeenRequest
  /** What a listing at this place would give. */
  readonly page: PageRequest
}

interface RepositoryApiParts {
  readonly addresses: Addresses
  readonly storage: Storage
  readonly codeload: Codeload
  /** Whether the API sends assets itself. */
  readonly streamsAssets: boolean
}

/** `/repos/{owner}/{repo}` and everything below. */
export class RepositoryApi {
  readonly #parts: RepositoryApiParts

  constructor(parts: RepositoryApiParts) {
    this.#parts = parts
  }

  answer(call: RepositoryCall): Answer {
    const { repository, rest, page } = call
    const { addresses } = this.#parts
    const [kind, ...more] = rest
    if (kind === undefined) return json(fullRepository(repository, addresses))
    if (kind === 'releases') return this.#releases(call, more)
    if (kind === 'tarball' || kind === 'zipball') return this.#archive(call, kind, more.join('/'))
    if (more.length > 0) return notFound()
    if (kind === 'topics') return json({ names: repository.settings.topics })
    if (kind === 'readme') return this.#readme(call)
    // GitHub lists tags by name, the last one first.
    const tags = [...repository.tags].sort(([one], [other]) => (one < other ? 1 : -1))
    return kind === 'tags' ? paged(tags, page, (tag) => tagJson(tag, repository, addresses)) : notFound()
  }

  #releases(call: RepositoryCall, rest: readonly string[]): Answer {
    const { repository, caller, page } = call
    const visible = repository.releases.filter((release) => maySee(caller, repository, release))
    const [which, ...more] = rest
    if (which === undefined) return paged(visible, page, (release) => this.#shown(release, repository))
    if (which === 'assets') return this.#asset(call, more)
    const published = visible.filter(({ draft }) => !draft)
    if (which === 'latest' && more.length === 0)
      return this.#one(
        published.find(({ prerelease }) => !prerelease),
        repository,
      )
    // A tag may hold slashes, encoded or not.
    if (which === 'tags')
      return this.#one(
        published.find(({ tag }) => tag === more.join('/')),
        repository,
      )
    const release = visible.find(({ id }) => String(id) === which)
    if (more.length === 0) return this.#one(release, repository)
    if (release === undefined || more.join('/') !== 'assets') return notFound()
    return paged(release.assets, page, (asset) => assetJson(asset, repository, this.#parts.addresses))
  }

  #asset({ repository, caller, seen }: RepositoryCall, rest: readonly string[]): Answer {
    const asset = rest.length === 1 ? repository.assetById(Number(rest[0])) : undefined
    if (asset === undefined || !maySee(caller, repository, asset.release)) return notFound()
    if (seen.headers.accept?.includes('application/octet-stream') !== true) return json(assetJson(asset, repository, this.#parts.addresses))
    if (asset.state !== 'uploaded') return notFound()
    asset.downloadCount++
    if (!this.#parts.streamsAssets) return redirect(this.#parts.storage.addressOf(asset, repository))
    seen.asset = asset.name
    return streamed(asset, seen)
  }

  #archive({ repository }: RepositoryCall, kind: 'tarball' | 'zipball', ref: string): Answer {
    const tag = ref.replace(/^refs\/tags\//, '')
    const to = this.#parts.codeload.addressOf(kind === 'zipball' ? 'legacy.zip' : 'legacy.tar.gz', repository, tag)
    return to === undefined ? notFound() : redirect(to)
  }

  #readme({ repository, seen: { headers } }: RepositoryCall): Answer {
    const { readme, defaultBranch } = repository.settings
    if (readme === null) return notFound()
    const bytes = Buffer.from(readme)
    if (/\.raw\b/.test(headers.accept ?? '')) {
      return { status: 200, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }, body: bytes }
    }
    const { api, server } = this.#parts.addresses
    const sha = commitId(`blob ${bytes.length}\0${readme}`)
    const url = `${api}/repos/${repository.fullName}/contents/README.md?ref=${defaultBranch}`
    const git = `${api}/repos/${repository.fullName}/git/blobs/${sha}`
    const html = `${server}/${repository.fullName}/blob/${defaultBranch}/README.md`
    return json({
      name: 'README.md',
      path: 'README.md',
      sha,
      size: bytes.length,
      url,
      html_url: html,
      git_url: git,
      download_url: `${server}/raw/${repository.fullName}/${defaultBranch}/README.md`,
      type: 'file',
      // In lines of 60 characters, as GitHub sends it.
      content: bytes.toString('base64').replaceAll(/.{1,60}/g, '$&\n'),
      encoding: 'base64',
      _links: { self: url, git, html },
    })
  }

  #one(release: EmulatedRelease | undefined, repository: EmulatedRepository): Answer {
    return release === undefined ? notFound() : json(this.#shown(release, repository))
  }

  #shown(release: EmulatedRelease, repository: EmulatedRepository): unknown {
    return releaseJson(release, repository, this.#parts.addresses)
  }
}

function streamed(asset: EmulatedAsset, { headers }: SeenRequest): Answer {
  return ranged(asset.content, headers, {
    'content-type': asset.contentType,
    'content-disposition': `attachment; filename=${asset.name}`,
    'last-modified': new Date(asset.updatedAt).toUTCString(),
  })
}
