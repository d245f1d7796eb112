import { describe, expect, test } from 'vitest'
import { PolicyFile } from './policy-file.ts'
import { allRules, judge } from './rules.ts'

const $ = '$'
const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'

const good = `name: Good
on:
  push:
    tags: ['v*']
permissions: {}
concurrency: { group: g, cancel-in-progress: false, queue: max }
jobs:
  a:
    name: A
    runs-on: ubuntu-latest
    timeout-minutes: 5
    environment: release
    permissions:
      contents: read # to check out
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - if: github.ref == 'refs/heads/main'
        env:
          TOKEN: ${$}{{ secrets.TOKEN }}
        run: npm ci --ignore-scripts && npm install
`

const changed = (from: string, to: string): string => {
  if (!good.includes(from)) throw new Error(`the good workflow has no '${from}'`)
  return good.replace(from, to)
}
const step = (yaml: string): string => `${good}      - ${yaml}\n`

const bad: readonly [rule: string, text: string][] = [
  ['anonymous-definition', changed('name: Good\n', '')],
  ['anonymous-definition', changed('    name: A\n', '')],
  ['dangerous-triggers', changed("  push:\n    tags: ['v*']", '  pull_request_target:')],
  ['dangerous-triggers', changed("on:\n  push:\n    tags: ['v*']", 'on: [push, workflow_run]')],
  ['excessive-permissions', changed('permissions: {}\n', '')],
  ['excessive-permissions', changed('permissions: {}\n', 'permissions: { contents: write }\n')],
  ['excessive-permissions', changed('permissions:\n      contents: read # to check out', 'permissions: write-all')],
  ['undocumented-permissions', changed(' # to check out', '')],
  ['concurrency-limits', changed('concurrency: { group: g, cancel-in-progress: false, queue: max }\n', '')],
  ['concurrency-limits', changed('concurrency: { group: g, cancel-in-progress: false, queue: max }', 'concurrency: g')],
  ['lost-releases', changed(', queue: max', '')],
  ['timeout', changed('    timeout-minutes: 5\n', '')],
  ['self-hosted-runner', changed('ubuntu-latest', '[self-hosted, linux]')],
  ['self-hosted-runner', changed('ubuntu-latest', '{ group: big }')],
  ['self-hosted-runner', changed('ubuntu-latest', `${$}{{ inputs.runner }}`)],
  ['secrets-inherit', changed('    environment: release', '    secrets: inherit\n    environment: release')],
  ['secrets-outside-env', changed('    environment: release\n', '')],
  ['secrets-outside-env', changed('permissions: {}', `permissions: {}\nenv: { A: "${$}{{ secrets.A }}" }`)],
  [
    'secrets-in-wide-environments',
    changed('    environment: release', `    environment: release\n    env: { A: "${$}{{ github.token }}" }`),
  ],
  ['unpinned-images', changed('    environment: release', '    environment: release\n    container: node:24')],
  ['unpinned-images', changed('    environment: release', '    environment: release\n    services: { db: { image: "postgres:18" } }')],
  [
    'hardcoded-container-credentials',
    changed('    environment: release', '    environment: release\n    container: { credentials: { password: x } }'),
  ],
  ['unpinned-uses', changed(checkout, 'actions/checkout@v7')],
  ['unpinned-uses', changed(' # v7.0.1', '')],
  ['unpinned-uses', changed(' # v7.0.1', ' # v7.0.0')],
  ['unpinned-uses', changed('@3d3c', '@4d3c')],
  ['unpinned-uses', step(`uses: some/thing@${'0'.repeat(40)} # v1.0.0`)],
  ['unpinned-uses', step('uses: docker://alpine:3')],
  ['self-repository', step('uses: ./actions/x')],
  ['obfuscation', step('uses: $/actions//x')],
  ['obfuscation', step('uses: $/actions/../x')],
  ['obfuscation', step(`if: fromJSON(toJSON(github.ref)) == 'x'\n        run: "true"`)],
  ['obfuscation', step(`env: { A: "${$}{{ format('{0}', 'x') }}" }\n        run: "true"`)],
  ['artipacked', changed('persist-credentials: false', 'persist-credentials: true')],
  ['artipacked', changed('        with:\n          persist-credentials: false\n', '')],
  ['cache-poisoning', step('uses: actions/cache@v6')],
  ['cache-poisoning', step('uses: actions/setup-node@v7')],
  ['cache-poisoning', step('uses: actions/setup-java@v5\n        with: { cache: maven }')],
  ['superfluous-actions', step('uses: softprops/action-gh-release@v3')],
  ['unpinned-tools', step('uses: aquasecurity/setup-trivy@v1')],
  ['misfeature', step('uses: actions/setup-python@v7\n        with: { pip-install: x }')],
  ['misfeature', step('run: dir\n        shell: cmd')],
  ['misfeature', 'runs: { using: composite, steps: [{ run: echo }] }'],
  ['template-injection', step(`run: echo ${$}{{ github.ref }}`)],
  ['template-injection', `runs: { using: composite, steps: [{ shell: bash, run: "echo ${$}{{ inputs.x }}" }] }`],
  ['template-injection', step(`uses: actions/github-script@v9\n        with: { script: "${$}{{ github.ref }}" }`)],
  ['github-env', step('run: echo A=1 >> "$GITHUB_ENV"')],
  ['insecure-commands', step(`run: echo '::set-output name=a::1'`)],
  ['insecure-commands', step('env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: 1 }\n        run: echo')],
  ['adhoc-packages', step('run: npm install left-pad')],
  ['adhoc-packages', step('run: npm -g i --force left-pad')],
  ['adhoc-packages', step('run: pip install x')],
  ['insecure-url-scheme', step('run: "curl http://example.com"')],
  ['overprovisioned-secrets', step(`env: { A: "${$}{{ toJSON(secrets) }}" }\n        run: "true"`)],
  ['overprovisioned-secrets', step(`env: { A: "${$}{{ secrets[inputs.name] }}" }\n        run: "true"`)],
  ['unredacted-secrets', step(`env: { A: "${$}{{ fromJSON(secrets.A).b }}" }\n        run: "true"`)],
  ['bot-conditions', step(`if: github.actor == 'dependabot[bot]'\n        run: "true"`)],
  ['unsound-contains', step(`if: contains('refs/heads/main refs/heads/next', github.ref)\n        run: "true"`)],
  ['unsound-ternary', step(`env: { A: "${$}{{ github.ref && '' || 'b' }}" }\n        run: "true"`)],
  ['unsound-condition', step(`if: |\n          ${$}{{ false }}\n        run: "true"`)],
  ['dependabot-cooldown', 'updates: [{ package-ecosystem: npm }]'],
  ['dependabot-cooldown', 'updates: [{ package-ecosystem: npm, cooldown: { default-days: 6 } }]'],
  ['dependabot-execution', 'updates: [{ cooldown: { default-days: 7 }, insecure-external-code-execution: allow }]'],
  ['runtime', 'runs: { using: node20, main: index.js }'],
]

describe('each rule', () => {
  test('allows a good workflow', () => {
    expect(judge(new PolicyFile('good.yml', good))).toEqual([])
  })

  test.each(bad.map(([rule, text], index) => ({ rule, text, index })))('$rule catches bad example $index', ({ rule, text }) => {
    expect(judge(new PolicyFile('bad.yml', text)).map((finding) => finding.rule)).toContain(rule)
  })

  test('has a bad example', () => {
    const shown = new Set(bad.map(([rule]) => rule))
    expect(allRules.map((rule) => rule.name).filter((name) => !shown.has(name))).toEqual([])
  })

  test('names file and line', () => {
    const [finding] = judge(new PolicyFile('bad.yml', changed(' # to check out', '')))
    expect(finding).toEqual({ rule: 'undocumented-permissions', place: 'bad.yml:14', message: 'say in a comment what contents is for' })
  })
})
