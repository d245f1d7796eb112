// Proves that the committed dist/ is what the sources give, wherever they are built: builds them again in another folder and compares every byte.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { bundle } from './bundler.ts'
import { differences } from './folder-differences.ts'

// The build needs neither, and they are two thirds of node_modules.
const unneeded = new Set(['node', '@biomejs'])

const copy = await mkdtemp(join(tmpdir(), 'outtray-dist-'))
try {
  for (const part of ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) await cp(part, join(copy, part), { recursive: true })
  // A copy, not a link: ncc names modules by their real paths, so a link would lead it back here.
  await cp('node_modules', join(copy, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !unneeded.has(relative('node_modules', source).split(sep)[0] ?? ''),
  })
  await bundle(copy)
  const found = await differences('dist', join(copy, 'dist'))
  for (const line of found) console.log(`dist/${line}: run \`npm run build\` and commit it`)
  if (found.length > 0) process.exitCode = 1
} finally {
  await rm(copy, { recursive: true, force: true })
}
