// Rebuilds dist/ from src/.
import { bundle } from './bundler.ts'

for (const name of await bundle('.')) console.log(`dist/${name}`)
