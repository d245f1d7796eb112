import { GitHubEmulator, type GitHubOptions } from '../../../emulators/github/server.ts'

/** An answer of the emulator, as the tests look at it. */
export interface Got {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON, of whatever shape the test says. */
  json<Shape>(): Shape
}

export type GivenHeaders = Readonly<Record<string, string>>

/** Asks for an address, following no redirect. */
export async function ask(url: string, headers: GivenHeaders = {}): Promise<Got> {
  const response = await fetch(url, { redirect: 'manual', headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
}

/** The credentials of a token. */
export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` }
}

/** Asks an API for a path, with the token that may do everything unless other headers are given. */
export function askApi(github: GitHubEmulator, path: string, headers: GivenHeaders = bearer(github.token)): Promise<Got> {
  return ask(github.url + path, headers)
}

/** An emulator with `acme/widget`, whose release v1.0.0 has the assets `a.bin` (`0123456789`) and `b.txt`. */
export async function startWidget(options: GitHubOptions = {}) {
  const github = await GitHubEmulator.start(options)
  const repository = github.addRepository({ fullName: 'acme/widget' })
  const release = repository.release({ tag: 'v1.0.0', assets: { 'a.bin': '0123456789', 'b.txt': 'b' } })
  const download = `${github.serverUrl}/acme/widget/releases/download/v1.0.0/a.bin`
  return {
    github,
    repository,
    release,
    asset: release.asset('a.bin'),
    /** Where `a.bin` is publicly found. */
    download,
    /** Where storage has `a.bin`: a new signed address. */
    async signed(): Promise<string> {
      return (await ask(download)).headers.get('location') ?? ''
    },
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  }
}
