import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import picomatch from 'picomatch'
import type { StandIn, StandInCall } from './job-state.ts'

/** What the stand-ins work on in place of GitHub's servers. */
export interface GitHubWorld {
  /** Git repositories on disk, by `owner/name`. */
  readonly repositories: Readonly<Record<string, string>>
  /** A folder that keeps the artifacts of one run. */
  readonly artifacts: string
  /** A folder that `actions/deploy-pages` fills. */
  readonly pages: string
}

/** Local implementations of the well-known actions that the project's workflows use, with their documented inputs and outputs. */
export function wellKnownStandIns(world: GitHubWorld): Record<string, StandIn> {
  return {
    'actions/checkout': async (call) => checkout(world, call),
    'actions/setup-java': async () => ({}),
    'actions/upload-artifact': async (call) => upload(world, call, call.inputs.name ?? 'artifact'),
    'actions/download-artifact': async (call) => download(world, call),
    'actions/configure-pages': async ({ github }) => {
      const [owner, name] = github.repository.split('/')
      return {
        base_url: `https://${owner}.github.io/${name}`,
        origin: `https://${owner}.github.io`,
        host: `${owner}.github.io`,
        base_path: `/${name}`,
      }
    },
    'actions/upload-pages-artifact': async (call) => uploadPages(world, call),
    'actions/deploy-pages': async ({ github, inputs }) => {
      cpSync(join(world.artifacts, inputs.artifact_name ?? 'github-pages'), world.pages, { recursive: true })
      const [owner, name] = github.repository.split('/')
      return { page_url: `https://${owner}.github.io/${name}/` }
    },
  }
}

/** A shallow clone of one branch or tag, as the real one makes by default; a tag or commit is checked out detached. */
async function checkout({ repositories }: GitHubWorld, { inputs, workspace, github, log }: StandInCall): Promise<Record<string, string>> {
  const repository = inputs.repository || github.repository
  const source = repositories[repository]
  if (source === undefined) throw new Error(`repository '${repository}' is not known here`)
  if (inputs['persist-credentials'] !== 'false')
    throw new Error('checkout would keep its token in .git/config: say persist-credentials: false')
  const ref = inputs.ref || String(github.ref)
  const folder = join(workspace, inputs.path ?? '.')
  mkdirSync(folder, { recursive: true })
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  git('init', '--quiet', '--initial-branch', 'main')
  git('remote', 'add', 'origin', `file://${source}`)
  const name = ref.replace(/^refs\/(heads|tags)\//, '')
  const depth = (inputs['fetch-depth'] ?? '1') === '0' ? [] : ['--depth=1']
  git('fetch', '--quiet', '--no-tags', ...depth, 'origin', ref.startsWith('refs/tags/') ? `+${ref}:${ref}` : name)
  if (ref.startsWith('refs/tags/')) git('checkout', '--quiet', '--detach', ref)
  else git('checkout', '--quiet', '-B', name, 'FETCH_HEAD')
  log(`checked out ${repository} at ${ref}`)
  return { ref, commit: git('rev-parse', 'HEAD') }
}

/** Stores files under a name that is used once per run. Hidden files are left out; paths start at the least common folder. */
async function upload({ artifacts }: GitHubWorld, { inputs, workspace, log }: StandInCall, name: string): Promise<Record<string, string>> {
  const target = join(artifacts, name)
  if (existsSync(target)) throw new Error(`an artifact with the name '${name}' already exists`)
  const patterns = (inputs.path ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '') // biome-ignore format: one thought
  const files = matchingFiles(workspace, patterns, inputs['include-hidden-files'] === 'true')
  if (files.length === 0) {
    if (inputs['if-no-files-found'] === 'error') throw new Error(`No files were found with the provided path: ${inputs.path}`)
    log(`No files were found with the provided path: ${inputs.path}`)
  }
  const root = leastCommonFolder(files, patterns, workspace)
  for (const file of files) cpSync(join(workspace, file), join(target, relative(root, file)), { recursive: true })
  return { 'artifact-id': '1', 'artifact-url': `https://github.invalid/artifacts/${name}` }
}

/** Like `upload`, never with `.git` or `.github`. */
async function uploadPages(world: GitHubWorld, { inputs, ...call }: StandInCall): Promise<Record<string, string>> {
  const folder = inputs.path ?? '_site/'
  const path = [folder, `!${folder.replace(/\/$/, '')}/.git`, `!${folder.replace(/\/$/, '')}/.github`].join('\n')
  const outputs = await upload(world, { ...call, inputs: { ...inputs, path, 'if-no-files-found': 'error' } }, inputs.name ?? 'github-pages')
  return { artifact_id: outputs['artifact-id'] ?? '' }
}

/** One artifact by name goes straight into `path`; several, by `pattern`, into a folder each unless they are merged. */
async function download({ artifacts }: GitHubWorld, { inputs, workspace }: StandInCall): Promise<Record<string, string>> {
  const target = join(workspace, inputs.path ?? '.')
  mkdirSync(target, { recursive: true })
  if (inputs.name) {
    if (!existsSync(join(artifacts, inputs.name)))
      throw new Error(`Unable to download artifact(s): Artifact not found for name: ${inputs.name}`)
    cpSync(join(artifacts, inputs.name), target, { recursive: true })
    return { 'download-path': target }
  }
  const wanted = picomatch(inputs.pattern || '*')
  for (const name of readdirSync(artifacts).filter((entry) => wanted(entry))) {
    cpSync(join(artifacts, name), inputs['merge-multiple'] === 'true' ? target : join(target, name), { recursive: true })
  }
  return { 'download-path': target }
}

function matchingFiles(workspace: string, patterns: readonly string[], hidden: boolean): string[] {
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(workspace, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => hidden || !path.split('/').some((segment) => segment.startsWith('.')))
  return files.filter((path) =>
    patterns.reduce((taken, line) => {
      const pattern = line.replace(/^!/, '').replace(/^\.\//, '').replace(/\/$/, '')
      return picomatch([pattern, `${pattern}/**`], { dot: true })(path) ? !line.startsWith('!') : taken
    }, false),
  )
}

function leastCommonFolder(files: readonly string[], patterns: readonly string[], workspace: string): string {
  const [only, ...others] = patterns.filter((pattern) => !pattern.startsWith('!'))
  if (only !== undefined && others.length === 0 && existsSync(join(workspace, only)) && statSync(join(workspace, only)).isDirectory())
    return only
  const folders = files.map((file) => dirname(file).split('/').filter((segment) => segment !== '.')) // biome-ignore format: one thought
  const [first = []] = folders
  const shared = first.findIndex((segment, at) => folders.some((folder) => folder[at] !== segment))
  return (shared < 0 ? first : first.slice(0, shared)).join('/') || '.'
}
