import { splitExpressions } from '../harness/expressions.ts'
import { listOf, objectOf, type Rule } from './policy-file.ts'

/** Rules about expressions, wherever they stand. */
export const expressionRules: readonly Rule[] = [
  expressionRule('overprovisioned-secrets', /\btoJSON\(\s*secrets\s*\)|\bsecrets\s*\[/i, 'name the secret that is needed'),
  expressionRule('unredacted-secrets', /\bfromJSON\(\s*secrets\b/i, 'a part of a secret is not masked'),
  expressionRule(
    'bot-conditions',
    /github\.(actor|triggering_actor)\s*[!=]=\s*'[^']*\[bot\]'/i,
    'the actor can be anybody: ask who opened it',
  ),
  expressionRule('unsound-contains', /\bcontains\(\s*'[^']*'\s*,\s*(github|env|inputs)\b/i, 'contains() of a text finds parts of words'),
  expressionRule('unsound-ternary', /&&\s*(''|false|0|null)\s*\|\|/, 'the value after && is never chosen'),
  expressionRule('obfuscation', /\bfromJSON\(\s*toJSON\(|\bformat\(\s*'[^']*'(\s*,\s*'[^']*')+\s*\)/i, 'write it plainly'),
  {
    name: 'unsound-condition',
    *check(file) {
      const conditions = [...file.jobs().map(({ job, at }) => ({ step: job, at })), ...file.steps()]
      for (const { step, at } of conditions) {
        if (typeof step.if !== 'string' || !step.if.includes('${{')) continue
        const parts = splitExpressions(step.if)
        if (parts.length !== 1) yield { at: [...at, 'if'], message: 'text around an expression makes the condition always true' }
      }
    },
  },
]

/** Shortest time, in days, that a new version must have been public before Dependabot proposes it. */
const cooldown = 7

/** Rules about Dependabot. */
export const dependabotRules: readonly Rule[] = [
  {
    name: 'dependabot-cooldown',
    *check(file) {
      for (const [index, update] of listOf(file.data.updates).entries()) {
        const days = Number(objectOf(objectOf(update).cooldown)['default-days'] ?? 0)
        if (days < cooldown) yield { at: ['updates', index], message: `wait ${cooldown} days before a new version` }
      }
    },
  },
  {
    name: 'dependabot-execution',
    *check(file) {
      for (const [index, update] of listOf(file.data.updates).entries()) {
        if (objectOf(update)['insecure-external-code-execution'] === 'allow')
          yield { at: ['updates', index], message: 'Dependabot runs no code of packages' }
      }
    },
  },
]

/** What an action runs on. */
export const actionRules: readonly Rule[] = [
  {
    name: 'runtime',
    *check(file) {
      const using = objectOf(file.data.runs).using
      if (file.isAction && using !== 'node24' && using !== 'composite')
        yield { at: ['runs', 'using'], message: `'${using}' is not node24 or composite` }
    },
  },
]

function expressionRule(name: string, pattern: RegExp, message: string): Rule {
  return {
    name,
    *check(file) {
      for (const { expression, at } of file.expressions()) if (pattern.test(expression)) yield { at, message }
    },
  }
}
