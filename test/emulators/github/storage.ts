import { type Addresses, segmentsOf } from './addresses.ts'
import { type Answer, part, type StreamedBody } from './answers.ts'
import type { AssetContent } from './content.ts'
import type { EmulatedAsset } from './release.ts'
import type { EmulatedRepository } from './repository.ts'
import type { SeenRequest } from './requests.ts'
import type { SignedAddresses } from './signed-addresses.ts'
import type { World } from './world.ts'

/** What objects.githubusercontent.com is: the bytes of assets, at signed addresses that take no token. */
export class Storage {
  readonly #world: World
  readonly #addresses: Addresses
  readonly #signed: SignedAddresses

  constructor(world: World, addresses: Addresses, signed: SignedAddresses) {
    this.#world = world
    this.#addresses = addresses
    this.#signed = signed
  }

  /** A new address of an asset. */
  addressOf(asset: EmulatedAsset, repository: EmulatedRepository): string {
    const url = new URL(`${this.#addresses.storage}/github-production-release-asset/${repository.id}/${asset.id}`)
    url.searchParams.set('rscd', `attachment; filename=${asset.name}`)
    url.searchParams.set('rsct', asset.contentType)
    return this.#signed.sign(url.href)
  }

  answer(url: URL, seen: SeenRequest): Answer {
    if (seen.method !== 'GET' && seen.method !== 'HEAD') return storageError(405, 'UnsupportedHttpVerb')
    const asset = this.assetAt(url.pathname)
    if (seen.headers.authorization !== undefined) {
      return storageError(
        400,
        'InvalidArgument',
        'Only one auth mechanism allowed; only the signature or the Authorization header should be specified',
      )
    }
    const refusal = this.#signed.refusal(url)
    if (refusal !== undefined) return storageError(403, 'AuthenticationFailed', refusal)
    if (asset === undefined) return storageError(404, 'BlobNotFound')
    return ranged(asset.content, seen.headers, {
      'content-type': url.searchParams.get('rsct') ?? 'application/octet-stream',
      'content-disposition': url.searchParams.get('rscd') ?? 'attachment',
      'last-modified': new Date(asset.updatedAt).toUTCString(),
    })
  }

  /** The asset that a path is the address of, signed or not. */
  assetAt(path: string): EmulatedAsset | undefined {
    const [bucket, repository, id] = segmentsOf(path) ?? []
    if (bucket !== 'github-production-release-asset') return undefined
    return this.#world.findById(Number(repository))?.assetById(Number(id))
  }
}

/** Everything, or the one range that was asked for: RFC 9110, 14. Several ranges at once get everything. */
export function ranged(content: AssetContent, request: SeenRequest['headers'], headers: Readonly<Record<string, string>>): Answer {
  const etag = `"0x${content.sha256.slice(0, 16).toUpperCase()}"`
  const common = { ...headers, etag, 'accept-ranges': 'bytes' }
  const whole: StreamedBody = part(content, 0, content.size)
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(request.range ?? '') ?? []
  const condition = request['if-range']
  const isCurrent = condition === undefined || condition === etag || condition === headers['last-modified']
  if (first === undefined || last === undefined || (first === '' && last === '') || !isCurrent)
    return { status: 200, headers: common, body: whole }
  const start = first === '' ? Math.max(0, content.size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? content.size : Math.min(content.size, Number(last) + 1)
  if (start >= content.size || start >= end) {
    return { ...storageError(416, 'InvalidRange'), headers: { ...common, 'content-range': `bytes */${content.size}` } }
  }
  return {
    status: 206,
    headers: { ...common, 'content-range': `bytes ${start}-${end - 1}/${content.size}` },
    body: part(content, start, end),
  }
}

function storageError(status: number, code: string, message = code): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml' }, body }
}
