import { runAction } from '../../core/action.ts'
import { inputSpecs } from './action.gen.ts'
import { importReleases } from './run.ts'

await runAction(inputSpecs, importReleases)
