// Rebuilds dist/ from src/. When src/ does not compile, dist/ stays as it is.
import { messageOf } from '../src/core/errors.ts'
import { bundle } from './bundler.ts'

try {
  for (const name of await bundle('.')) console.log(`dist/${name}`)
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}
