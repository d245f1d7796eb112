import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What we read of the statistics that `ncc --stats-out` writes: modules within chunks, concatenated ones within their module. */
interface BundledModule {
  readonly nameForCondition?: string | null
  readonly modules?: readonly BundledModule[]
}

interface BundleStatistics {
  readonly modules?: readonly BundledModule[]
  readonly chunks?: readonly { readonly modules?: readonly BundledModule[] }[]
}

/**
 * The licences of every package inside a bundle, for the licenses.txt beside it. ncc's own list leaves out all that webpack concatenates, which is
 * most ES modules. Packages are sorted, so that the text is the same in every folder.
 */
export async function licensesOf(statisticsFile: string): Promise<string> {
  const { modules = [], chunks = [] } = JSON.parse(await readFile(statisticsFile, 'utf8')) as BundleStatistics
  const folders = new Set<string>()
  const visit = (list: readonly BundledModule[]): void => {
    for (const { nameForCondition, modules: inner = [] } of list) {
      const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(nameForCondition ?? '')?.[0]
      if (folder !== undefined) folders.add(folder)
      visit(inner)
    }
  }
  visit([...modules, ...chunks.flatMap((chunk) => chunk.modules ?? [])])
  const texts = await Promise.all([...folders].map(licenseOf))
  return `${texts.sort().join(`\n${'-'.repeat(80)}\n\n`)}`
}

async function licenseOf(folder: string): Promise<string> {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Readonly<
    Record<string, unknown>
  >
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  // Some packages name their licence and ship no text of it.
  const body = texts.length > 0 ? texts : [`Copyright: ${typeof author === 'string' ? author : (Object(author).name ?? 'its authors')}`]
  return `${name} ${version}\n${license}\n\n${body.map((text) => `${text.replaceAll('\r\n', '\n').trim()}\n`).join('\n')}`
}
