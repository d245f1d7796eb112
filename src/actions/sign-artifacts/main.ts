import { runAction } from '../../core/action.ts'
import { inputSpecs } from './action.gen.ts'
import { signArtifacts } from './run.ts'

await runAction(inputSpecs, signArtifacts)
