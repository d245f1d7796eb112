import { runAction } from '../../core/action.ts'
import { inputSpecs } from './action.gen.ts'
import { syncToCentral } from './run.ts'

await runAction(inputSpecs, syncToCentral, { secretVariables: ['CENTRAL_USERNAME', 'CENTRAL_PASSWORD'] })
