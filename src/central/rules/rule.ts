import type { Location, Severity } from '../../core/diagnostics.ts'
import type { Coordinates } from '../../maven/coordinates.ts'
import type { EffectiveModel } from '../../maven/effective-model.ts'
import type { BundleComponent, BundleView } from '../bundle-view.ts'

/** Something that Central demands of a bundle, or that we advise. */
export interface Rule {
  /** Stable: people search and link by it. */
  readonly id: string
  readonly severity: Severity
  /** In the Portal's own words where it has some; `‹name›` stands for what a breach fills in. */
  readonly message: string
  /** Why it comes to this, one sentence. */
  readonly cause: string
  /** What to do, one sentence. */
  readonly fix: string
  /** Where the rule is known from. */
  readonly source: string
  /** Tells every breach in a bundle; absent when only the Portal can know. */
  readonly check?: (view: BundleView) => Iterable<Breach>
}

/** One place where a bundle breaks a rule. */
export interface Breach {
  /** For the `‹names›` in the rule's message. */
  readonly values?: Readonly<Record<string, string>>
  /** More exact than the rule's own. */
  readonly cause?: string
  readonly fix?: string
  readonly component?: BundleComponent
  /** Path in the bundle. */
  readonly file?: string
  /** In a file of the user's; without it the place where `file` lies. */
  readonly location?: Location
}

/** A breach of a rule, ready to be shown. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly cause: string
  readonly fix: string
  readonly coordinates?: Coordinates
  /** Path in the bundle. */
  readonly file?: string
  /** For the annotation. */
  readonly location?: Location
}

/** What is shown of a breach; `origins` tells where the files of the bundle lie. */
export function finding(rule: Rule, { values = {}, component, ...breach }: Breach, origins: BundleView['origins']): Finding {
  const origin = breach.file === undefined ? undefined : origins.get(breach.file)
  const location = breach.location ?? (origin === undefined ? undefined : { file: origin })
  return {
    rule: rule.id,
    severity: rule.severity,
    message: rule.message.replace(/‹([^‹›]+)›/g, (placeholder, name: string) => values[name] ?? placeholder),
    cause: breach.cause ?? rule.cause,
    fix: breach.fix ?? rule.fix,
    ...(component && { coordinates: component.coordinates }),
    ...(breach.file !== undefined && { file: breach.file }),
    ...(location && { location }),
  }
}

/** A component whose POM could be read. */
export interface ReadComponent {
  readonly component: BundleComponent
  readonly model: EffectiveModel
  /** The POM's path in the bundle. */
  readonly file: string
}

export function* readComponents({ components }: BundleView): Generator<ReadComponent> {
  for (const component of components) {
    const { pom } = component
    if (pom !== undefined && 'model' in pom) yield { component, model: pom.model, file: pom.file.path }
  }
}

/**
 * A breach in a POM: at the given place if that is in this file, else at the line that names the parent from which it comes, else at the beginning.
 * Annotations reach no file outside the workspace.
 */
export function inPom({ component, model, file }: ReadComponent, location?: Location): Breach {
  return { component, file, location: placeIn(model, location) }
}

function placeIn(model: EffectiveModel, location: Location | undefined): Location {
  if (location === undefined) return model.location
  if (location.file === model.file) return location
  return model.facts.get('parent.artifactId')?.location ?? model.location
}
