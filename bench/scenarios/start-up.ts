import assert from 'node:assert/strict'
import { BundledAction } from '../bundled-action.ts'
import { run } from '../programs.ts'
import type { Scenario } from '../scenario.ts'

/** What a bundled action costs before it does anything: it reads its inputs and finds that one is missing. */
export const startUp: Scenario = {
  name: 'start-up',
  prepare: async () => {
    const action = await BundledAction.named('sign-artifacts')
    const start = (folder: string) => run(action.program({ workspace: folder, scratch: `${folder}/runner`, inputs: {}, codes: [1] }))
    return {
      comparisons: [
        {
          title: 'start-up: read the inputs, tell what is missing, end',
          ours: { name: 'sign-artifacts', run: start },
          peers: [{ name: 'node -e 0', run: () => run({ command: process.execPath, args: ['-e', '0'] }), goal: { atMost: 3.6 } }],
          check: async (folder) => assert.match(await start(folder), /'files'/, 'what start-up tells'),
        },
      ],
    }
  },
}
