import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ActionContext } from '../../core/action.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import type { InputsOf } from '../../core/inputs.ts'
import { resolveInside } from '../../core/walk.ts'
import { definedOnly } from '../../model/defined-only.ts'
import { readDescriptor } from '../../model/descriptor/read-descriptor.ts'
import type { Descriptor } from '../../model/descriptor.ts'
import type { PackageMetadata, RepositoryMetadata, RepositoryType, VersionMetadata } from '../../model/metadata.ts'
import type { VersionRecord } from '../../model/version-record.ts'
import { checkTemplate } from '../../publication/target-path.ts'
import type { inputSpecs } from './action.gen.ts'
import { type GivenFile, joinCompanions } from './given-file.ts'
import { chooseFiles, type HandedRecord, readHandedRecord } from './handed-record.ts'
import { versionOfTag } from './identity.ts'
import { findDescriptor, selectFiles } from './selection.ts'

export type PublishInputs = InputsOf<typeof inputSpecs>

/** What is to be published, from wherever the publisher said it: inputs, a descriptor, a record. Inputs win. */
export interface PublishRequest {
  readonly repository: RepositoryMetadata
  readonly updateExisting: boolean
  readonly type: RepositoryType
  readonly descriptor: Descriptor | undefined
  /** The descriptor has mistakes, all told: a name that is missing now is no mistake of its own. */
  readonly descriptorBroken: boolean
  readonly package: PackageMetadata
  readonly version: VersionMetadata
  readonly record: VersionRecord | undefined
  readonly files: readonly GivenFile[]
  readonly template: string | undefined
  readonly tagPattern: string
  readonly publish: boolean
  readonly sign: boolean
  readonly override: boolean
  readonly updateWindowDays: number
  /** 0 = no limit. */
  readonly maxFiles: number
  /** In 10⁶ bytes; 0 = no limit. */
  readonly maxFileMegabytes: number
  readonly repositoryUrl: string | undefined
  /** Inputs that said something else than the descriptor, for the summary. */
  readonly overruled: readonly string[]
}

const bintrayFileCap = 200
const longestReleaseNotes = 1024 * 1024
// The defaults that action.yml describes and does not set: an input that is given wins over a descriptor, whatever its value.
const defaultWindowDays = 180
const defaultTagPattern = 'v{version}'

/** What is known of the repository before anything is selected. */
export interface RepositoryFacts {
  readonly known: RepositoryMetadata | undefined
  /** Where it lies, as messages name it: what is published already is never selected again. */
  readonly own: string | undefined
}

/** Reads everything that says what to publish. Mistakes are collected; what could be read is returned all the same, so that one run tells all. */
export async function readRequest(inputs: PublishInputs, { known, own }: RepositoryFacts, context: ActionContext): Promise<PublishRequest> {
  const { diagnostics, workspace } = context
  const handed = await readRecord(inputs, context)
  const { descriptor, broken } = await readDescriptorFile(inputs, context)
  const type = typeOf(inputs, known, descriptor, diagnostics)
  const selected =
    inputs.discard || inputs.record !== undefined
      ? []
      : await selectFiles(
          {
            workspace,
            failOnUnmatched: inputs.failOnUnmatched,
            except: (file) => own !== undefined && file.startsWith(`${own}/`),
            ...(descriptor !== undefined && { descriptor }),
            ...(inputs.files.length > 0 && { patterns: inputs.files.map((text) => ({ text })) }),
          },
          diagnostics,
        )
  const files = handed?.files ?? (await joinCompanions(selected, diagnostics))
  const { override } = inputs
  if (descriptor?.path !== undefined) checkTemplate(descriptor.path, diagnostics, descriptor.locations.get('path'))
  return {
    repository: descriptor?.repository ?? {},
    updateExisting: descriptor?.updateExisting ?? false,
    type,
    descriptor,
    descriptorBroken: broken,
    package: { ...handed?.record.package, ...descriptor?.package, ...(inputs.package !== undefined && { name: inputs.package }) },
    version: { ...handed?.record.version, ...descriptor?.version, ...(await releaseNotes(descriptor, context)) },
    record: handed?.record,
    files: override === undefined ? files : files.map((file) => ({ ...file, override })),
    template: inputs.path ?? descriptor?.path,
    tagPattern: inputs.tagPattern ?? descriptor?.tagPattern ?? defaultTagPattern,
    publish: inputs.publish ?? descriptor?.publish ?? true,
    sign: signs(inputs, descriptor, diagnostics),
    override: override ?? descriptor?.override ?? false,
    updateWindowDays: inputs.updateWindowDays ?? descriptor?.updateWindowDays ?? defaultWindowDays,
    maxFiles: inputs.maxFiles ?? descriptor?.maxFiles ?? (descriptor !== undefined && descriptor.form !== 'outtray' ? bintrayFileCap : 0),
    maxFileMegabytes: inputs.maxFileMegabytes ?? descriptor?.maxFileMegabytes ?? 0,
    repositoryUrl: inputs.repositoryUrl ?? descriptor?.repositoryUrl,
    overruled: overruled(inputs, descriptor),
  }
}

/** Rules across inputs, told together with everything else. */
export function checkInputs(inputs: PublishInputs, diagnostics: Diagnostics): void {
  if (inputs.record !== undefined && inputs.recordSha256 === undefined) {
    diagnostics.error("input 'record' needs 'record-sha256': any other record is refused", {
      hint: "Give both outputs of the step that signed: 'record' and 'record-sha256'.",
    })
  }
  if (inputs.record === undefined && inputs.recordSha256 !== undefined) diagnostics.error("input 'record-sha256' is given without 'record'")
  if (inputs.recordSha256 !== undefined && !/^[0-9a-f]{64}$/i.test(inputs.recordSha256)) {
    diagnostics.error(`input 'record-sha256' must be 64 hexadecimal digits, got '${inputs.recordSha256}'`)
  }
  const asksToSign = inputs.gpgSign === true || inputs.passphrase !== undefined
  if (asksToSign && inputs.privateKey === undefined) {
    diagnostics.error(`input '${inputs.gpgSign ? 'gpg-sign' : 'passphrase'}' asks to sign, but there is no 'private-key'`, {
      hint: 'Pass the secret key, or sign in an earlier step with sign-artifacts.',
    })
  }
  if (inputs.signingKey !== undefined && inputs.privateKey === undefined)
    diagnostics.error("input 'signing-key' is given without 'private-key'")
  if (inputs.path !== undefined) checkTemplate(inputs.path, diagnostics)
  if (inputs.repositoryUrl !== undefined && !/^https?:\/\/[^/\s]+/i.test(inputs.repositoryUrl)) {
    diagnostics.error(`input 'repository-url' must be an http or https address, got '${inputs.repositoryUrl}'`)
  }
}

/** The record that was handed over, with the files that it names; patterns choose among them. */
async function readRecord(inputs: PublishInputs, { workspace, diagnostics }: ActionContext): Promise<HandedRecord | undefined> {
  if (inputs.record === undefined || inputs.recordSha256 === undefined) return undefined
  const handed = await readHandedRecord({ workspace, record: inputs.record, sha256: inputs.recordSha256 }, diagnostics)
  if (handed === undefined || inputs.files.length === 0) return handed
  const patterns = inputs.files.map((text) => ({ text }))
  return {
    ...handed,
    files: await chooseFiles(handed.files, { workspace, patterns, failOnUnmatched: inputs.failOnUnmatched }, diagnostics),
  }
}

async function readDescriptorFile(
  inputs: PublishInputs,
  { workspace, diagnostics, github }: ActionContext,
): Promise<{ descriptor: Descriptor | undefined; broken: boolean }> {
  const wanted = inputs.record === undefined && !(inputs.package !== undefined && inputs.files.length > 0)
  const before = diagnostics.errors.length
  const broken = () => diagnostics.errors.length > before
  const found = await findDescriptor(
    { workspace, wanted, ...(inputs.descriptor !== undefined && { input: inputs.descriptor }) },
    diagnostics,
  )
  if (found === undefined) return { descriptor: undefined, broken: broken() }
  const text = await readFile(found.absolute, 'utf8')
  // A descriptor need not name what the input or the tag says.
  const known = definedOnly({ package: inputs.package, version: inputs.version })
  const fromTag = (pattern: string | undefined) => versionOfTag(inputs.tagPattern ?? pattern ?? defaultTagPattern, github)
  const descriptor = await readDescriptor({ file: found.absolute, path: found.path, text, known, versionOfTag: fromTag }, diagnostics)
  return { descriptor, broken: broken() }
}

function typeOf(
  inputs: PublishInputs,
  known: RepositoryMetadata | undefined,
  descriptor: Descriptor | undefined,
  diagnostics: Diagnostics,
): RepositoryType {
  if (inputs.repositoryType !== undefined && known?.type !== undefined && inputs.repositoryType !== known.type) {
    diagnostics.error(
      `input 'repository-type' is '${inputs.repositoryType}', but the repository is of type '${known.type}', which cannot change`,
    )
  }
  return inputs.repositoryType ?? known?.type ?? descriptor?.repository.type ?? 'generic'
}

/** As Bintray documented it: a passphrase that is given signs even if the descriptor says `gpgSign: false`. */
function signs(inputs: PublishInputs, descriptor: Descriptor | undefined, diagnostics: Diagnostics): boolean {
  const asked = inputs.passphrase !== undefined || inputs.gpgSign
  const wanted = asked ?? descriptor?.gpgSign ?? false
  if (wanted && inputs.privateKey === undefined && asked === undefined && descriptor !== undefined) {
    const location = descriptor.locations.get('version.gpgSign')
    diagnostics.error("the descriptor asks to sign, but there is no 'private-key'", {
      hint: "Pass the secret key as 'private-key'.",
      ...(location !== undefined && { location }),
    })
  }
  if (asked === undefined && !wanted && inputs.privateKey !== undefined) {
    diagnostics.notice('a \'private-key\' is given, but nothing asks to sign: set "gpg-sign: true"')
  }
  return wanted && inputs.privateKey !== undefined
}

function overruled(inputs: PublishInputs, descriptor: Descriptor | undefined): readonly string[] {
  if (descriptor === undefined) return []
  const entries = descriptor.selections.filter((selection) => selection.kind === 'travis')
  const differs = (name: string, input: unknown, said: unknown) =>
    input !== undefined && said !== undefined && input !== said ? [name] : []
  return [
    ...differs('package', inputs.package, descriptor.package.name),
    ...differs('version', inputs.version, descriptor.version.name),
    ...differs('tag-pattern', inputs.tagPattern, descriptor.tagPattern),
    ...(inputs.files.length > 0 && descriptor.selections.length > 0 ? ['files'] : []),
    ...differs('path', inputs.path, descriptor.path ?? entries.find(({ upload }) => upload !== undefined)?.upload?.text),
    ...differs('publish', inputs.publish, descriptor.publish),
    ...differs('override', inputs.override, descriptor.override ?? entries.find(({ override }) => override === !inputs.override)?.override),
    ...differs('update-window-days', inputs.updateWindowDays, descriptor.updateWindowDays),
    ...differs('repository-type', inputs.repositoryType, descriptor.repository.type),
    ...differs('repository-url', inputs.repositoryUrl, descriptor.repositoryUrl),
    ...differs('gpg-sign', inputs.gpgSign, descriptor.gpgSign),
    ...(inputs.passphrase !== undefined && descriptor.gpgSign === false ? ['passphrase'] : []),
    ...differs('max-files', inputs.maxFiles, descriptor.maxFiles),
    ...differs('max-file-megabytes', inputs.maxFileMegabytes, descriptor.maxFileMegabytes),
  ]
}

/** The text of the release notes file that the descriptor names, unless the tag's own notes are to be used. */
async function releaseNotes(descriptor: Descriptor | undefined, { workspace, diagnostics }: ActionContext): Promise<VersionMetadata> {
  const named = descriptor?.version.githubReleaseNotesFile ?? descriptor?.package.githubReleaseNotesFile
  if (descriptor === undefined || named === undefined || descriptor.version.githubUseTagReleaseNotes === true) return {}
  const place = resolveInside(workspace, path.join(workspace, named))
  const text = place.kind === 'file' ? await readFile(place.real, 'utf8') : undefined
  if (text !== undefined && text.length <= longestReleaseNotes) return { releaseNotes: text }
  const location =
    descriptor.locations.get('version.github_release_notes_file') ?? descriptor.locations.get('package.github_release_notes_file')
  diagnostics.warning(
    `the release notes file '${named}' ${text === undefined ? 'cannot be read' : 'is longer than 1 MiB'}: the version has none`,
    {
      ...(location !== undefined && { location }),
    },
  )
  return {}
}
