import { knownPins } from './pins.ts'
import { type NodePath, objectOf, type PolicyFile, type Problem, type Rule, type YamlObject } from './policy-file.ts'
import { isReleaseWorkflow } from './workflow-rules.ts'

/** What the runner has already, so that nobody else's code is needed. */
const superfluous: Readonly<Record<string, string>> = {
  'ncipollo/release-action': 'gh release',
  'softprops/action-gh-release': 'gh release',
  'elgohr/Github-Release-Action': 'gh release',
  'svenstaro/upload-release-action': 'gh release upload',
  'peter-evans/create-pull-request': 'gh pr create',
  'peter-evans/create-or-update-comment': 'gh issue comment',
  'dacbd/create-issue-action': 'gh issue create',
  'actions-ecosystem/action-add-labels': 'gh issue edit',
  'actions-ecosystem/action-remove-labels': 'gh issue edit',
  'addnab/docker-run-action': 'docker run',
  'sergeysova/jq-action': 'jq',
  'dtolnay/rust-toolchain': 'rustup',
  'stefanzweifel/git-auto-commit-action': 'git commit',
  'EndBug/add-and-commit': 'git commit',
}

/** Actions that fetch the newest release of a tool unless they are told which. */
const toolFetchers = ['aquasecurity/setup-trivy', '1password/load-secrets-action']

const shells = ['bash', 'sh', 'pwsh', 'powershell', 'python']

/** Rules about what steps use. */
const usesRules: readonly Rule[] = [
  usesRule('unpinned-uses', function* ({ uses, at, file }) {
    if (isOurs(uses)) return
    const [action = '', ref = ''] = uses.split('@')
    const repository = action.split('/').slice(0, 2).join('/')
    const pin = knownPins[repository]
    if (!/^[0-9a-f]{40}$/.test(ref)) yield { at, message: `pin '${uses}' by its commit` }
    else if (pin === undefined) yield { at, message: `'${repository}' is not in the table of pins` }
    else if (pin.commit !== ref) yield { at, message: `the table of pins has ${pin.commit} for '${repository}'` }
    else if (file.comment(at) !== pin.version) yield { at, message: `the comment must be '# ${pin.version}'` }
  }),

  usesRule('self-repository', function* ({ uses, at }) {
    if (uses.startsWith('./')) yield { at, message: `write '$${uses.slice(1)}'` }
  }),

  usesRule('obfuscation', function* ({ uses, at }) {
    if (/\/\/|\/\.{1,2}(\/|@|$)/.test(uses.replace(/^\.\//, ''))) yield { at, message: `write '${uses}' plainly` }
  }),

  usesRule('artipacked', function* ({ uses, inputs, at }) {
    if (/^actions\/checkout@/.test(uses) && String(inputs['persist-credentials']) !== 'false')
      yield { at, message: 'say persist-credentials: false' }
  }),

  usesRule('cache-poisoning', function* ({ uses, inputs, at, file }) {
    if (!isReleaseWorkflow(file.data)) return
    const caches =
      /^actions\/cache(\/|@)/.test(uses) ||
      (/^actions\/setup-(java|python|dotnet|node|go)@/.test(uses) && inputs.cache !== undefined && String(inputs.cache) !== 'false') ||
      (/^actions\/setup-node@/.test(uses) && String(inputs['package-manager-cache']) !== 'false') ||
      (/^actions\/setup-go@/.test(uses) && String(inputs.cache) !== 'false')
    if (caches) yield { at, message: 'a release restores no cache' }
  }),

  usesRule('superfluous-actions', function* ({ uses, at }) {
    const instead = superfluous[uses.split('@')[0] ?? '']
    if (instead !== undefined) yield { at, message: `use ${instead} in a script` }
  }),

  usesRule('unpinned-tools', function* ({ uses, inputs, at }) {
    const version = String(inputs.version ?? 'latest')
    if (toolFetchers.includes(uses.split('@')[0] ?? '') && (version === 'latest' || version.includes('${{')))
      yield { at, message: 'say which version' }
  }),

  usesRule('misfeature', function* ({ uses, inputs, at }) {
    if (/^actions\/setup-python@/.test(uses) && 'pip-install' in inputs) yield { at, message: 'pip-install changes the machine' }
  }),

  usesRule('template-injection', function* ({ inputs, at }) {
    if (String(inputs.script ?? '').includes('${{')) yield { at, message: 'pass values to the script through env' }
  }),
]

/** Rules about scripts of steps. */
const runRules: readonly Rule[] = [
  runRule('template-injection', function* ({ run, at }) {
    if (run.includes('${{')) yield { at, message: 'pass values through env, never as text of the script' }
  }),

  runRule('github-env', function* ({ run, at }) {
    if (/GITHUB_(ENV|PATH)\b/.test(run)) yield { at, message: 'do not change the environment of later steps' }
  }),

  runRule('insecure-commands', function* ({ run, at }) {
    if (/::(set-env|add-path|set-output|save-state)\b/.test(run)) yield { at, message: 'use the command files' }
  }),

  runRule('adhoc-packages', function* ({ run, at }) {
    const adhoc =
      /\b(npm\s+(-\S+\s+)*(install|i|add)\s+(-\S+\s+)*[^-\s&|;]|(yarn|pnpm|bundle)\s+add\s|gem\s+(install|i)\s|pip3?\s+install\s|npx\s+(-y|--yes)\b|uvx\s)/
    if (adhoc.test(run)) yield { at, message: 'install from a lock file' }
  }),

  runRule('insecure-url-scheme', function* ({ run, at }) {
    if (/\b(http|git|ftp):\/\/(?!127\.0\.0\.1|localhost)/.test(run)) yield { at, message: 'use https' }
  }),

  runRule('misfeature', function* ({ step, at, file }) {
    const { shell } = step
    if (shell === undefined ? file.isAction : !shells.includes(String(shell).split(' ')[0] ?? '')) yield { at, message: 'say shell: bash' }
  }),
]

/** Rules about steps of workflows and composites. */
export const stepRules: readonly Rule[] = [
  ...usesRules,
  ...runRules,
  {
    name: 'insecure-commands',
    *check(file) {
      for (const { step, at } of file.steps()) {
        if ('ACTIONS_ALLOW_UNSECURE_COMMANDS' in objectOf(step.env)) yield { at: [...at, 'env'], message: 'the old commands stay off' }
      }
    },
  },
]

function isOurs(uses: string): boolean {
  return uses.startsWith('./') || uses.startsWith('$/')
}

interface GivenUses {
  readonly uses: string
  readonly inputs: YamlObject
  readonly at: NodePath
  readonly file: PolicyFile
}

function usesRule(name: string, check: (given: GivenUses) => Iterable<Problem>): Rule {
  return {
    name,
    *check(file) {
      const calls = file.jobs().map(({ job, at }) => ({ step: job, at }))
      for (const { step, at } of [...file.steps(), ...calls]) {
        if (typeof step.uses === 'string') yield* check({ uses: step.uses, inputs: objectOf(step.with), at: [...at, 'uses'], file })
      }
    },
  }
}

interface GivenRun {
  readonly run: string
  readonly step: YamlObject
  readonly at: NodePath
  readonly file: PolicyFile
}

function runRule(name: string, check: (given: GivenRun) => Iterable<Problem>): Rule {
  return {
    name,
    *check(file) {
      for (const { step, at } of file.steps()) {
        if (typeof step.run === 'string') yield* check({ run: step.run, step, at: [...at, 'run'], file })
      }
    },
  }
}
