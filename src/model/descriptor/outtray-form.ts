import * as v from 'valibot'
import { nearest } from '../../core/nearest.ts'
import type { Attribute } from '../attributes.ts'
import { definedOnly } from '../defined-only.ts'
import type { Descriptor, GlobSelection } from '../descriptor.ts'
import type { PackageMetadata, VersionMetadata } from '../metadata.ts'
import { checkAttribute } from './attributes-reader.ts'
import type { DescriptorSource } from './bintray-form.ts'
import type { Reading } from './clause-reader.ts'
import { type OuttrayFile, type OuttrayPackage, type OuttrayVersion, outtrayKeys, outtraySchema } from './outtray-schema.ts'
import { fillVersion, versionToFill } from './placeholders.ts'
import { remove, withoutIndex, withoutNulls } from './plain-content.ts'
import { type SchemaMistake, schemaMistakes } from './schema-mistakes.ts'
import { type NamedText, noticeMovingName, readDate, readGithubRepository, readLicenseName, readUrl } from './values.ts'
import { type YamlPath, YamlSource } from './yaml-source.ts'

/** Reads `outtray.yml`, or another YAML file of that form. Undefined where nothing can be made of it; a model may come with errors. */
export async function readOuttrayForm(source: DescriptorSource, reading: Reading): Promise<Descriptor | undefined> {
  const yaml = YamlSource.parse(source.text, source.path, reading.diagnostics)
  if (yaml === undefined) return undefined
  const version = versionToFill(source, {
    version: yaml.text(['version']) ?? yaml.text(['version', 'name']),
    tagPattern: yaml.text(['tag-pattern']),
  })
  const known = { ...reading.known, ...(version !== undefined && { version }) }
  return new OuttrayReader(yaml, { ...reading, known }).read(source.file)
}

class OuttrayReader {
  readonly #yaml: YamlSource
  readonly #reading: Reading

  constructor(yaml: YamlSource, reading: Reading) {
    this.#yaml = yaml
    this.#reading = reading
  }

  read(file: string): Descriptor | undefined {
    const { diagnostics, locations } = this.#reading
    this.#yaml.changeTexts((text, path) => this.#withoutPlaceholders(text, path))
    const unknown = this.#checkKeys()
    const content = withoutNulls(this.#yaml.toPlain(diagnostics))
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      diagnostics.error('A descriptor is a mapping with keys such as package, version and files', { location: this.#yaml.locate([]) })
      return undefined
    }
    for (const path of unknown) remove(content, path)
    const checked = this.#checked(content)
    this.#noteLocations()
    return checked === undefined ? undefined : this.#model(file, checked, locations)
  }

  /** What keeps the schema. What does not is told and left out, so that one mistake hides no other. */
  #checked(content: object): OuttrayFile | undefined {
    const { diagnostics } = this.#reading
    const before = diagnostics.errors.length
    this.#refuseLists(content)
    const outcome = v.safeParse(outtraySchema, content)
    if (outcome.success) return outcome.output
    const mistakes = schemaMistakes(outcome.issues)
    this.#tellMistakes(mistakes)
    if (diagnostics.errors.length === before) {
      diagnostics.error('The file does not keep the schema of outtray.yml', {
        location: this.#yaml.locate([]),
        hint: outcome.issues[0].message,
      })
    }
    for (const { path } of mistakes) remove(content, withoutIndex(path))
    const rest = v.safeParse(outtraySchema, content)
    return rest.success ? rest.output : undefined
  }

  /** An empty list is an object without keys to the schema. */
  #refuseLists(content: object): void {
    for (const key of ['package', 'version']) {
      if (!Array.isArray(Reflect.get(content, key))) continue
      this.#reading.diagnostics.error(`${key} must be a name or a mapping`, { location: this.#yaml.locate([key]) })
      remove(content, [key])
    }
  }

  #model(file: string, content: OuttrayFile, locations: Reading['locations']): Descriptor {
    const type = content['repository-type']
    return {
      form: 'outtray',
      file,
      locations,
      repository: type === undefined ? {} : { type },
      updateExisting: false,
      package: typeof content.package === 'object' ? this.#package(content.package) : definedOnly({ name: content.package }),
      version: typeof content.version === 'object' ? this.#version(content.version) : this.#named(content.version),
      selections: this.#selections(content.files),
      publish: content.publish ?? true,
      ...definedOnly({
        gpgSign: content['gpg-sign'],
        path: content.path,
        tagPattern: content['tag-pattern'],
        override: content.override,
        updateWindowDays: content['update-window-days'],
        maxFiles: content['max-files'],
        maxFileMegabytes: content['max-file-megabytes'],
        repositoryUrl: this.#url(content['repository-url'], ['repository-url'], 'web'),
      }),
    }
  }

  #package(content: OuttrayPackage): PackageMetadata {
    const licenses = listOf(content.licenses).map((text, index) => {
      const path = ['package', 'licenses', ...(typeof content.licenses === 'string' ? [] : [index])]
      return readLicenseName(this.#value(text, path), this.#reading.diagnostics)
    })
    const repository = content.githubRepository
    return definedOnly({
      name: content.name,
      subject: content.subject,
      repository: content.repository,
      description: content.description,
      labels: nonEmpty(listOf(content.labels)),
      licenses: nonEmpty([...new Set(licenses)]),
      websiteUrl: this.#url(content.websiteUrl, ['package', 'websiteUrl'], 'web'),
      issueTrackerUrl: this.#url(content.issueTrackerUrl, ['package', 'issueTrackerUrl'], 'web'),
      vcsUrl: this.#url(content.vcsUrl, ['package', 'vcsUrl'], 'vcs'),
      githubRepository:
        repository === undefined
          ? undefined
          : readGithubRepository(this.#value(repository, ['package', 'githubRepository']), this.#reading.diagnostics),
      githubReleaseNotesFile: content.githubReleaseNotesFile,
      attributes: this.#attributes(content.attributes, 'package'),
    })
  }

  #version(content: OuttrayVersion): VersionMetadata {
    const { released } = content
    return definedOnly({
      ...this.#named(content.name, ['version', 'name']),
      description: content.description,
      released: released === undefined ? undefined : readDate(this.#value(released, ['version', 'released']), this.#reading.diagnostics),
      vcsUrl: this.#url(content.vcsUrl, ['version', 'vcsUrl'], 'vcs'),
      vcsTag: content.vcsTag,
      vcsCommit: content.vcsCommit,
      releaseNotes: content.releaseNotes,
      githubReleaseNotesFile: content.githubReleaseNotesFile,
      githubUseTagReleaseNotes: content.githubUseTagReleaseNotes,
      attributes: this.#attributes(content.attributes, 'version'),
    })
  }

  #named(name: string | undefined, path: YamlPath = ['version']): { name?: string } {
    if (name === undefined) return {}
    noticeMovingName(this.#value(name, path), this.#reading.diagnostics)
    return { name }
  }

  #attributes(content: OuttrayPackage['attributes'], clause: 'package' | 'version'): Attribute[] | undefined {
    const attributes = (content ?? []).flatMap(({ name, type, values }, index) => {
      const path = [clause, 'attributes', index]
      const written = {
        name,
        type: type === undefined ? undefined : { text: type, location: this.#yaml.locate([...path, 'type']) },
        values: listOf(values).map((value, at) => ({
          value,
          location: this.#yaml.locate([...path, 'values', ...(Array.isArray(values) ? [at] : [])]),
        })),
      }
      return checkAttribute(written, this.#reading.diagnostics) ?? []
    })
    return nonEmpty(attributes)
  }

  #selections(files: OuttrayFile['files']): GlobSelection[] {
    const patterns =
      typeof files === 'string'
        ? this.#yaml.linesOf(['files'])
        : (files ?? []).map((text, index) => ({ text, location: this.#yaml.locate(['files', index]) }))
    return patterns.length > 0 ? [{ kind: 'globs', patterns }] : []
  }

  #url(text: string | undefined, path: YamlPath, kind: 'web' | 'vcs'): string | undefined {
    return text === undefined ? undefined : readUrl(this.#value(text, path), kind, this.#reading.diagnostics)
  }

  #value(text: string, path: YamlPath): NamedText {
    return { name: pathName(path), text, location: this.#yaml.locate(path) }
  }

  /** As in Bintray's forms; `path` and `tag-pattern` are templates by nature, and prose may speak of `$PATH`. */
  #withoutPlaceholders(text: string, path: YamlPath): string | undefined {
    const key = pathName(path)
    if (key === 'path' || key === 'tag-pattern') return text
    const { known, diagnostics } = this.#reading
    const filled = fillVersion(text, known.version)
    if (filled.left.length === 0 || prose.has(key)) return filled.text
    const supplied = /^package(?:\.name)?$/.test(key) ? known.package : /^version(?:\.name)?$/.test(key) ? known.version : undefined
    if (supplied !== undefined) return undefined
    diagnostics.error(`${key} holds a placeholder that was never replaced: ${filled.left.map((one) => one.text).join(', ')}`, {
      location: this.#yaml.locate(path),
      hint: 'Fill the descriptor in before this step; the version alone can come from the input `version`.',
    })
    return undefined
  }

  /** Tells every key that is not known; gives back where they are. */
  #checkKeys(): YamlPath[] {
    const unknown = this.#checkKeysOf([], '')
    for (const clause of ['package', 'version'] as const) {
      unknown.push(...this.#checkKeysOf([clause], clause))
      for (let index = 0; this.#yaml.keys([clause, 'attributes', index]).length > 0; index++)
        unknown.push(...this.#checkKeysOf([clause, 'attributes', index], 'attribute'))
    }
    return unknown
  }

  #checkKeysOf(path: YamlPath, level: keyof typeof outtrayKeys): YamlPath[] {
    const unknown: YamlPath[] = []
    const known = outtrayKeys[level]
    const elsewhere =
      level === '' ? (['package', 'version'] as const).flatMap((clause) => outtrayKeys[clause].map((key) => `${clause}.${key}`)) : []
    for (const { key, location } of this.#yaml.keys(path)) {
      if (known.includes(key)) continue
      const homes = elsewhere.filter((home) => home.endsWith(`.${key}`))
      const similar =
        homes.length > 0
          ? homes
          : [
              ...nearest(key, known, 1),
              ...elsewhere.filter((home) => nearest(key, [home.slice(home.indexOf('.') + 1)], 1).length > 0),
            ].slice(0, 1)
      const hint = similar.length > 0 ? `Nearest: ${similar.join(', ')}.` : `Known are ${known.join(', ')}.`
      this.#reading.diagnostics.error(`${pathName([...path, key])} is not known`, { location, hint })
      unknown.push([...path, key])
    }
    return unknown
  }

  #tellMistakes(mistakes: readonly SchemaMistake[]): void {
    for (const { path, wanted, value, missing } of mistakes) {
      const name = pathName(path)
      const location = this.#yaml.locate(path)
      const isName = /^(?:package|version)(?:\.name)?$/.test(name)
      if (missing) {
        this.#reading.diagnostics.error(`${name} is missing`, { location })
      } else if (typeof value === 'number' && (isName || wanted.startsWith('text'))) {
        const written = this.#yaml.written(path)
        this.#reading.diagnostics.error(`${name} is the number ${value}, and must be text`, {
          location,
          hint: `Put it into quotes: "${written}".`,
        })
      } else {
        const got = typeof value === 'object' ? '' : `, not ${JSON.stringify(value)}`
        this.#reading.diagnostics.error(`${name} must be ${wanted}${got}`, { location })
      }
    }
  }

  /** A bare name is also the clause's name. */
  #noteLocations(): void {
    const { locations } = this.#reading
    for (const { key } of this.#yaml.keys([])) locations.set(key, this.#yaml.locate([key]))
    for (const clause of ['package', 'version']) {
      const keys = this.#yaml.keys([clause])
      for (const { key } of keys) locations.set(`${clause}.${key}`, this.#yaml.locate([clause, key]))
      const location = locations.get(clause)
      if (keys.length === 0 && location !== undefined) locations.set(`${clause}.name`, location)
    }
  }
}

/** Text that people read, and that nothing is made of. */
const prose: ReadonlySet<string> = new Set(['package.description', 'version.description', 'version.releaseNotes'])

function pathName(path: YamlPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')
}

function listOf<T>(content: T | readonly T[] | undefined): readonly T[] {
  if (content === undefined) return []
  return Array.isArray(content) ? content : [content as T]
}

function nonEmpty<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined
}
