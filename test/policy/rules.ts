import { actionRules, dependabotRules, expressionRules } from './expression-rules.ts'
import type { Finding, PolicyFile } from './policy-file.ts'
import { stepRules } from './step-rules.ts'
import { workflowRules } from './workflow-rules.ts'

/** All rules, most of them those of zizmor (docs.zizmor.sh/audits) that need no network. */
export const allRules = [...workflowRules, ...stepRules, ...expressionRules, ...dependabotRules, ...actionRules]

/** Everything in a file that a rule does not allow. */
export function judge(file: PolicyFile): Finding[] {
  return allRules.flatMap((rule) => [...rule.check(file)].map((problem) => file.finding(rule.name, problem)))
}
