import type { PortalToken } from '../../central/portal.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { requireHttpsOrLoopback } from '../../core/http-url.ts'
import type { InputsOf } from '../../core/inputs.ts'
import { normalizeKeyId } from '../../signing/key-choice.ts'
import { type KeyServer, parseKeyServer } from '../../signing/keyserver-address.ts'
import type { inputSpecs } from './action.gen.ts'

export type SyncInputs = InputsOf<typeof inputSpecs>

/** Rules across the inputs; each broken one is told. */
export function checkInputs(inputs: SyncInputs, diagnostics: Diagnostics): void {
  for (const [name, url] of [
    ['portal-url', inputs.portalUrl],
    ['central-url', inputs.centralUrl],
  ] as const) {
    diagnostics.attempt(() => requireHttpsOrLoopback(url, `input '${name}'`))
  }
  checkSources(inputs, diagnostics)
  checkKey(inputs, diagnostics)
  const sends = inputs.mode === 'sync' || inputs.mode === 'resync'
  if (sends && !inputs.publish && inputs.waitFor !== 'validated' && inputs.dryRun === 'false') {
    diagnostics.error(`input 'wait-for' is '${inputs.waitFor}', but 'publish' is false: it would never get so far`, {
      hint: "Leave 'wait-for' at 'validated', and publish later with mode 'publish'.",
    })
  }
  if (inputs.maxAttempts < 1) diagnostics.error("input 'max-attempts' must be at least 1")
  if (inputs.mode === 'resync' && inputs.dryRun === 'portal') {
    diagnostics.error("'dry-run: portal' is for mode 'sync': it would upload every version", {
      hint: "Use 'dry-run: true', or sync one version.",
    })
  }
}

/** The user token: the inputs as a pair, else the environment's pair. Half a pair is an error where one is needed, and so is none; elsewhere it is none. */
export function credentialsOf(
  { username, password, mode, dryRun }: SyncInputs,
  secrets: Readonly<Record<string, string>>,
  diagnostics: Diagnostics,
): PortalToken | undefined {
  const pairs = [
    { names: ["input 'username'", "input 'password'"], values: [username, password] },
    { names: ["variable 'CENTRAL_USERNAME'", "variable 'CENTRAL_PASSWORD'"], values: [secrets.CENTRAL_USERNAME, secrets.CENTRAL_PASSWORD] },
  ] as const
  for (const { names, values } of pairs) {
    const [user, secret] = values
    if (user !== undefined && secret !== undefined) return { username: user, password: secret }
    if (user === undefined && secret === undefined) continue
    const [there, missing] = user === undefined ? [names[1], names[0]] : names
    if (mode === 'status' || dryRun === 'true') {
      diagnostics.notice(`${there} is given without ${missing}, and not used: nothing is sent`)
      return undefined
    }
    diagnostics.error(`${there} is given without ${missing}`, {
      hint: 'Both are parts of one user token. Is the secret set, and passed to this step?',
    })
    return undefined
  }
  if (mode !== 'status' && dryRun !== 'true') {
    diagnostics.error("there is no user token for the Portal: give 'username' and 'password'", {
      hint: "Make one at https://central.sonatype.com/usertoken. A secret that is not set arrives empty, also in pull requests from forks; 'dry-run: true' needs none.",
    })
  }
  return undefined
}

/** The key servers to ask. A line that is no address is told. */
export function keyServersOf({ keyservers }: SyncInputs, diagnostics: Diagnostics): readonly KeyServer[] {
  return keyservers.flatMap((line) => diagnostics.attempt(() => parseKeyServer(line)) ?? [])
}

function checkSources({ mode, from, package: name, version, versions, deploymentId }: SyncInputs, diagnostics: Diagnostics): void {
  if ((mode === 'publish' || mode === 'drop') && deploymentId === undefined) diagnostics.error(`mode '${mode}' needs input 'deployment-id'`)
  if (mode === 'sync' && from.length === 0) {
    diagnostics.error("mode 'sync' needs input 'from': a repository, a version record, or staging directories")
  }
  if (mode === 'resync' && from.length !== 1) diagnostics.error(`mode 'resync' takes one repository in input 'from', got ${from.length}`)
  if (mode === 'status' && (from.length > 1 || (from.length === 0 && deploymentId === undefined))) {
    diagnostics.error("mode 'status' takes one repository or record in input 'from', or a 'deployment-id'")
  }
  if (mode !== 'resync' && versions.length > 0) {
    diagnostics.error("input 'versions' is for mode 'resync'", { hint: "Name one version with 'version'." })
  }
  if (mode === 'resync' && version !== undefined) {
    diagnostics.error("input 'version' is not for mode 'resync'", { hint: "Choose versions with 'versions': patterns or Maven ranges." })
  }
  if (name === undefined && version !== undefined) diagnostics.error("input 'version' is given without 'package'")
}

/** Secrets arrive empty in pull requests from forks, where variables do not: what sends nothing goes without the key. */
function checkKey({ mode, dryRun, privateKey, passphrase, signingKey, publishKey }: SyncInputs, diagnostics: Diagnostics): void {
  const sends = (mode === 'sync' || mode === 'resync') && dryRun !== 'true'
  const needKey = { passphrase, 'signing-key': signingKey, ...(publishKey === 'auto' && { 'publish-key': publishKey }) }
  for (const [name, value] of Object.entries(needKey)) {
    if (value === undefined || privateKey !== undefined) continue
    if (!sends) diagnostics.notice(`input '${name}' is given without 'private-key', and not used: nothing is sent`)
    else
      diagnostics.error(`input '${name}' is given without 'private-key'`, {
        hint: 'Is the secret of the key set, and passed to this step?',
      })
  }
  if (signingKey !== undefined && normalizeKeyId(signingKey) === undefined) {
    diagnostics.error(`input 'signing-key' must be a fingerprint or a key id in hexadecimal, got '${signingKey}'`)
  }
}
