import { artifactRules } from './artifacts.ts'
import { bundleRules } from './bundle.ts'
import { coordinateRules } from './coordinates.ts'
import { dependencyRules } from './dependencies.ts'
import { expressionRules } from './expressions.ts'
import { parentRules } from './parents.ts'
import { pomMetadataRules } from './pom-metadata.ts'
import { portalRules } from './portal-only.ts'
import type { Rule } from './rule.ts'
import { sidecarRules } from './sidecars.ts'

/** Every rule, in the order in which their findings are told. */
export const rules: readonly Rule[] = [
  ...coordinateRules,
  ...parentRules,
  ...pomMetadataRules,
  ...dependencyRules,
  ...expressionRules,
  ...artifactRules,
  ...sidecarRules,
  ...bundleRules,
  ...portalRules,
]
