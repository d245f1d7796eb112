import { runAction } from '../../core/action.ts'
import { inputSpecs } from './action.gen.ts'
import { publish } from './run.ts'

await runAction(inputSpecs, publish)
