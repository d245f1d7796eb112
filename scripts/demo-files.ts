import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildLibrary } from '../examples/library/build.ts'

const run = promisify(execFile)

/** A package that the demo releases. */
export interface DemoPackage {
  readonly name: string
  /** Writes the files of a version into a folder that is there; says what they are. */
  readonly build: (folder: string, version: string) => Promise<string>
}

/** This project's own release files: each committed bundle packed, its licences, the checksums. */
const bundles: DemoPackage = {
  name: 'outtray',
  build: async (folder, version) => {
    for (const action of await readdir('dist')) {
      const unpacked = join(folder, `${action}-${version}`)
      await cp(join('dist', action), unpacked, { recursive: true })
      await run('tar', ['-czf', `${unpacked}.tar.gz`, '-C', folder, `${action}-${version}`])
      await rm(unpacked, { recursive: true })
      await copyFile(join('dist', action, 'licenses.txt'), join(folder, `${action}-licenses.txt`))
    }
    await copyFile('LICENSE', join(folder, 'LICENSE'))
    await writeFile(join(folder, 'SHA256SUMS'), await checksums(folder))
    return 'the packed bundles of this project, licences, checksums'
  },
}

/** The example library: jars where there is a JDK, else its POMs. */
export const library: DemoPackage = {
  name: 'library',
  build: async (folder, version) => {
    const { built } = await buildLibrary({ out: folder, version })
    return built ? 'a small Java library, built from its source' : 'the POMs of a small Java library (there is no JDK here)'
  },
}

export const demoPackages: readonly DemoPackage[] = [bundles, library]

async function checksums(folder: string): Promise<string> {
  const lines = (await readdir(folder)).sort().map(async (name) => {
    const digest = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex')
    return `${digest}  ${name}\n`
  })
  return (await Promise.all(lines)).join('')
}
