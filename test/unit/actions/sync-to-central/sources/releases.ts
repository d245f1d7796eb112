import { inputSpecs as publishSpecs } from '../../../../../src/actions/publish-version/action.gen.ts'
import { publish } from '../../../../../src/actions/publish-version/run.ts'
import { inputSpecs as signSpecs } from '../../../../../src/actions/sign-artifacts/action.gen.ts'
import { signArtifacts } from '../../../../../src/actions/sign-artifacts/run.ts'
import { Diagnostics } from '../../../../../src/core/diagnostics.ts'
import { readInputs } from '../../../../../src/core/inputs.ts'
import { TestClock, TestLog } from '../../../../support/test-clock.ts'

/** A POM of which only the coordinates matter. */
export function pom(artifactId: string, version = '1.0', groupId = 'org.acme'): string {
  return `<project><modelVersion>4.0.0</modelVersion><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></project>`
}

/** The files of a release in Maven layout below `root`, for `tree`. */
export function release(root: string, artifact = 'lib', { version = '1.0', files = ['.jar'] } = {}): Record<string, string> {
  const stem = `${root}/org/acme/${artifact}/${version}/${artifact}-${version}`
  return Object.fromEntries([
    [`${stem}.pom`, pom(artifact, version)],
    ...files.map((suffix) => [`${stem}${suffix}`, `content of ${artifact}${suffix}`]),
  ])
}

const environment = (inputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))

function contextOf(workspace: string, diagnostics: Diagnostics) {
  return { workspace, clock: new TestClock(), log: new TestLog(), diagnostics, github: {} }
}

/** Publishes with the inputs of publish-version. */
export async function publishFiles(workspace: string, inputs: Readonly<Record<string, string>>) {
  const diagnostics = new Diagnostics()
  return await publish(readInputs(publishSpecs, environment(inputs), diagnostics), contextOf(workspace, diagnostics))
}

/** Signs with the inputs of sign-artifacts. */
export async function signFiles(workspace: string, inputs: Readonly<Record<string, string>>) {
  const diagnostics = new Diagnostics()
  return await signArtifacts(readInputs(signSpecs, environment(inputs), diagnostics), contextOf(workspace, diagnostics))
}
