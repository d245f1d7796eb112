import { GitHubEmulator } from '../../emulators/github/server.ts'
import { PrismJudge } from './prism.ts'

/** What Prism says of `gh`'s one GraphQL question, which is not part of the REST API that it judges. */
const graphql = 'POST /graphql → 200: request: Selected route not found'

/** A repository of each kind, with releases of each kind. */
function furnish(github: GitHubEmulator): void {
  const widget = github.addRepository({ fullName: 'acme/widget' })
  for (let minor = 0; minor < 3; minor++)
    widget.release({ tag: `v1.${minor}.0`, assets: { 'widget.tgz': `bytes of ${minor}`, 'notes.txt': 'n' } })
  widget.release({
    tag: 'pkg/v2.0.0-rc.1',
    prerelease: true,
    body: null,
    name: null,
    assets: { old: { content: 'before 2025', digest: null } },
  })
  widget.release({ tag: 'v3.0.0', draft: true, assets: { 'draft.bin': 'soon' } })
  github.addRepository({ fullName: 'acme/secret', private: true }).release({ tag: 'v1', assets: { 'secret.bin': 'for few' } })
  github.addRepository({ fullName: 'acme/bare', description: null, homepage: null, topics: [], license: null, readme: null, fork: true })
  github.addRepository({ fullName: 'acme/odd', license: 'NOASSERTION', archived: true })
  github.addRepository({ fullName: 'ada/tool', ownerType: 'User' }).release({ tag: '1.0' })
}

/** An emulated GitHub behind Prism, and a second one for clients that know it by another address. */
export class JudgedGitHub implements AsyncDisposable {
  readonly judge: PrismJudge
  readonly github: GitHubEmulator
  /** `gh` speaks plain http to this name only; the name leads nowhere, a proxy leads to Prism. */
  readonly named: GitHubEmulator

  private constructor(judge: PrismJudge, github: GitHubEmulator, named: GitHubEmulator) {
    this.judge = judge
    this.github = github
    this.named = named
    for (const emulator of [github, named]) furnish(emulator)
  }

  static async start(): Promise<JudgedGitHub> {
    const judge = await PrismJudge.start()
    const github = await GitHubEmulator.start({ publicUrl: judge.url, links: 'by name' })
    const named = await GitHubEmulator.start({ publicUrl: 'http://api.github.localhost', links: 'by name' })
    return new JudgedGitHub(judge, github, named)
  }

  /** Everything that Prism has found since this was last asked. */
  violations(): string[] {
    const seen = this.judge.judgements.splice(0)
    const found = seen.flatMap(({ request, status, violations }) => violations.map((violation) => `${request} → ${status}: ${violation}`))
    return found.filter((violation) => violation !== graphql)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const part of [this.judge, this.github, this.named]) await part[Symbol.asyncDispose]()
  }
}
