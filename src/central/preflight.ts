import type { Diagnostic } from '../core/diagnostics.ts'
import { formatCoordinates } from '../maven/coordinates.ts'
import type { BundleView } from './bundle-view.ts'
import { type Finding, finding } from './rules/rule.ts'
import { rules } from './rules/rules.ts'

export type { Finding } from './rules/rule.ts'

/** Judges a bundle by all rules at once. By coordinates, then in the order of the rules; what is about the whole bundle comes last. */
export function judgeBundle(view: BundleView): readonly Finding[] {
  const findings = rules.flatMap((rule) => Array.from(rule.check?.(view) ?? [], (breach) => finding(rule, breach, view.origins)))
  const group = ({ coordinates }: Finding) => (coordinates === undefined ? '\uffff' : formatCoordinates(coordinates))
  return findings.sort((a, b) => (group(a) < group(b) ? -1 : Number(group(a) > group(b))))
}

/** A finding as an annotation. */
export function diagnosticOf({ severity, message, cause, fix, coordinates, location }: Finding): Diagnostic {
  const subject = coordinates === undefined ? '' : `${formatCoordinates(coordinates)}: `
  return { severity, message: `${subject}${message}. ${cause}`, hint: fix, ...(location && { location }) }
}
