import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { licensesOf } from './licenses.ts'

const run = promisify(execFile)

/**
 * Compiles a project's src/ into build/ and bundles every build/actions/<name>/main.js into dist/<name>/index.js, all at once, with the licences of
 * what is inside. The hash worker is an entry of its own beside each bundle: ncc leaves a dead file behind for `new URL('./worker.js', import.meta.url)`.
 * Returns the names of the actions. Fails with the compiler's own words.
 */
export async function bundle(root: string): Promise<readonly string[]> {
  const build = join(root, 'build')
  const dist = join(root, 'dist')
  // ncc names modules by their real paths: through a link, those of this machine would get into dist/.
  if ((await lstat(join(root, 'node_modules'))).isSymbolicLink()) throw new Error('node_modules is a link; bundle where `npm ci` has run')
  await rm(build, { recursive: true, force: true })
  await node(root, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
  await rm(dist, { recursive: true, force: true })

  const names = (await readdir(join(build, 'actions'))).filter((name) => existsSync(join(build, 'actions', name, 'main.js'))).sort()
  await mkdir(join(build, 'statistics'))
  const worker = join(build, 'signing', 'hash-worker')
  await Promise.all([
    ...names.map((name) => ncc(root, `build/actions/${name}/main.js`, `dist/${name}`)),
    ncc(root, 'build/signing/hash-worker.js', 'build/signing/hash-worker'),
  ])
  await Promise.all(names.map((name) => cp(worker, join(dist, name, 'hash-worker'), { recursive: true })))
  return names
}

async function ncc(root: string, entry: string, out: string): Promise<void> {
  const statistics = `build/statistics/${entry.replaceAll('/', '-')}.json`
  await node(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, '--out', out, '--no-cache', '--stats-out', statistics)
  const licenses = await licensesOf(join(root, statistics))
  if (licenses !== '') await writeFile(join(root, out, 'licenses.txt'), licenses)
}

async function node(root: string, ...args: readonly string[]): Promise<void> {
  try {
    await run(process.execPath, args, { cwd: root })
  } catch (error) {
    const output = ['stdout', 'stderr'].map((stream) => String(Reflect.get(Object(error), stream) ?? '').trim())
    throw new Error(`${args.slice(0, 3).join(' ')} failed:\n${output.filter((text) => text !== '').join('\n')}`, { cause: error })
  }
}
