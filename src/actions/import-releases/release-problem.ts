import { Diagnostics } from '../../core/diagnostics.ts'
import { isPomName } from '../../maven/layout.ts'
import { checkPaths } from '../../publication/target-path.ts'
import type { ReleaseChange } from './changes.ts'
import { nameProblem } from './mapping.ts'
import { placesOf } from './places.ts'
import type { Services } from './services.ts'

/** Why a release fails, for people. */
export interface ReleaseProblem {
  readonly message: string
  readonly hint: string
}

/** Why a release cannot be imported, whatever the bytes of its assets are: known before any of them is fetched. */
export function problemOf(
  change: ReleaseChange,
  names: { readonly fullName: string; readonly package: string },
  { inputs, type }: Pick<Services, 'type'> & { readonly inputs: Pick<Services['inputs'], 'path' | 'requireDigest'> },
): ReleaseProblem | undefined {
  const { kind, version, release, fetch, kept } = change
  if (kind === 'refused') {
    return {
      message: change.reason ?? 'its version is taken',
      hint: "Tell them apart with 'version' or 'package', or leave this one out in 'repositories'.",
    }
  }
  if (kind !== 'import' && kind !== 'update') return undefined
  const assets = [...fetch, ...kept].map(({ asset }) => asset.name)
  const identity = { package: names.package, version }
  const problem = nameProblem({ ...identity, tag: release.tag, assets })
  if (problem !== undefined) {
    return {
      message: problem,
      hint: `Leave it out with '!${names.fullName}@${release.tag}' in 'repositories', or name it otherwise with 'version'; an asset with '!name' in 'assets'.`,
    }
  }
  const unplaceable = placeProblem(assets, type === 'maven' ? '{name}' : inputs.path, { ...identity, fullName: names.fullName })
  if (unplaceable !== undefined) return unplaceable
  const without = inputs.requireDigest ? fetch.filter(({ asset }) => asset.digest === undefined) : []
  if (without.length > 0) {
    return {
      message: `GitHub gives no digest for ${without.map(({ asset }) => `'${asset.name}'`).join(', ')}, and 'require-digest' is true`,
      hint: "GitHub has digests of assets that were uploaded since June 2025: upload them again, or set 'require-digest: false'.",
    }
  }
  if (type !== 'maven' || assets.some(isPomName)) return undefined
  return {
    message: 'none of its assets is a POM, by which a Maven repository knows where files go',
    hint: "Leave the release out in 'repositories' or 'releases', or import it into a generic repository.",
  }
}

function placeProblem(
  assets: readonly string[],
  template: string | undefined,
  identity: { readonly fullName: string; readonly package: string; readonly version: string },
): ReleaseProblem | undefined {
  const told = new Diagnostics()
  const placed = [...placesOf(assets, template, identity)].map(([name, path]) => ({
    path,
    file: { name, shownAs: `${identity.fullName} ${identity.version}: ${name}`, absolute: '' },
  }))
  checkPaths(placed, told)
  if (told.errors.length === 0) return undefined
  return {
    message: told.errors.map(({ message }) => message).join('; '),
    hint: "Leave the asset out with '!name' in 'assets', or change 'path'.",
  }
}
