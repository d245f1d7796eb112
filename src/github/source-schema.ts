import * as v from 'valibot'
import { ActionError } from '../core/errors.ts'
import { excerpt } from '../core/http-error.ts'
import { definedOnly } from '../model/defined-only.ts'
import { isName } from './names.ts'
import type { SourceRelease, SourceRepository } from './source-model.ts'

// What GitHub's OpenAPI description promises (https://github.com/github/rest-api-description), as far as the import reads it. Fields that some
// listings leave out, or that are younger than the oldest supported Enterprise Server, are optional. All others must be there.
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/, 'must be a time'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'must be a time'),
)
const webAddress = v.pipe(v.string(), v.check(isWebAddress, 'must be a web address'))
const flag = v.nullish(v.boolean(), false)

const name = v.pipe(v.string(), v.check(isName, 'must be a name'))

const repositorySchema = v.object({
  id,
  name,
  owner: v.object({ login: name }),
  private: v.boolean(),
  visibility: v.nullish(v.string()),
  fork: flag,
  archived: flag,
  disabled: flag,
  description: v.nullish(v.string()),
  homepage: v.nullish(v.string()),
  topics: v.nullish(v.array(v.string()), []),
  license: v.nullish(v.object({ spdx_id: v.nullish(v.string()) })),
  html_url: webAddress,
  clone_url: v.nullish(webAddress),
  has_issues: flag,
  default_branch: v.nullish(v.string(), ''),
})

const assetSchema = v.object({
  id,
  name: v.pipe(v.string(), v.minLength(1)),
  size: count,
  digest: v.nullish(v.string()),
  state: v.string(),
  updated_at: time,
  browser_download_url: webAddress,
  content_type: v.nullish(v.string()),
})

const releaseSchema = v.object({
  id,
  tag_name: v.string(),
  name: v.nullish(v.string()),
  body: v.nullish(v.string()),
  draft: v.boolean(),
  prerelease: v.boolean(),
  created_at: time,
  published_at: v.nullish(time),
  updated_at: v.nullish(time),
  html_url: webAddress,
  assets: v.array(assetSchema),
})

const tagSchema = v.object({ name: v.string(), commit: v.object({ sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)) }) })
const readmeSchema = v.object({ content: v.string(), encoding: v.string() })
const accountSchema = v.object({ login: name, type: v.string() })

/** The error for an answer that is not what GitHub promises; the first mistake is named. */
function read<Schema extends v.GenericSchema>(schema: Schema, value: unknown, what: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const at = v.getDotPath(issue) ?? 'the answer'
  throw new ActionError('rejected', `${what}: GitHub's answer is not as it should be: ${at}: ${excerpt(issue.message)}`, {
    hint: 'If the server is a GitHub Enterprise Server, its version may be too old.',
  })
}

/** Reads the answer about one repository; `what` it is, is told by the error for an answer that is not what GitHub promises. */
export function readRepository(value: unknown, what: string): SourceRepository {
  return repositoryOf(read(repositorySchema, value, what))
}

/** Reads one page of repositories. */
export function readRepositories(value: unknown, what: string): SourceRepository[] {
  return read(v.array(repositorySchema), value, what).map(repositoryOf)
}

/** Reads one page of what an app's installation may read; GitHub wraps this one listing. */
export function readInstallation(value: unknown, what: string): SourceRepository[] {
  return read(v.object({ repositories: v.array(repositorySchema) }), value, what).repositories.map(repositoryOf)
}

/** Reads one page of releases. `assetAddress` makes the API's address of an asset from its id: the token goes there, so nobody else may name it. */
export function readReleases(value: unknown, what: string, assetAddress: (id: number) => string): SourceRelease[] {
  return read(v.array(releaseSchema), value, what).map((release) => releaseOf(release, assetAddress))
}

/** Reads one page of tags. */
export function readTags(value: unknown, what: string): { readonly name: string; readonly sha: string }[] {
  return read(v.array(tagSchema), value, what).map((tag) => ({ name: tag.name, sha: tag.commit.sha }))
}

/** Reads a README; undefined when it is too large to be in the answer. */
export function readReadme(value: unknown, what: string): string | undefined {
  const { content, encoding } = read(readmeSchema, value, what)
  return encoding === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : undefined
}

/** Reads the answer about a user or an organization. */
export function readAccount(value: unknown, what: string): { readonly login: string; readonly isOrganization: boolean } {
  const { login, type } = read(accountSchema, value, what)
  return { login, isOrganization: type === 'Organization' }
}

function repositoryOf(given: v.InferOutput<typeof repositorySchema>): SourceRepository {
  const license = textOf(given.license?.spdx_id)
  return {
    id: given.id,
    owner: given.owner.login,
    name: given.name,
    fullName: `${given.owner.login}/${given.name}`,
    private: given.private || (given.visibility ?? 'public') !== 'public',
    fork: given.fork,
    archived: given.archived,
    disabled: given.disabled,
    ...definedOnly({
      description: textOf(given.description),
      homepage: textOf(given.homepage),
      // GitHub's word for a licence file that it does not recognise.
      license: license === 'NOASSERTION' ? undefined : license,
    }),
    topics: given.topics,
    htmlUrl: given.html_url,
    cloneUrl: given.clone_url ?? `${given.html_url}.git`,
    hasIssues: given.has_issues,
    defaultBranch: given.default_branch,
  }
}

function releaseOf(given: v.InferOutput<typeof releaseSchema>, assetAddress: (id: number) => string): SourceRelease {
  return {
    id: given.id,
    tag: given.tag_name,
    ...definedOnly({ name: textOf(given.name), body: textOf(given.body) }),
    draft: given.draft,
    prerelease: given.prerelease,
    createdAt: given.created_at,
    ...definedOnly({ publishedAt: given.published_at ?? undefined, updatedAt: given.updated_at ?? undefined }),
    htmlUrl: given.html_url,
    assets: given.assets.map((asset) => ({
      id: asset.id,
      name: asset.name,
      size: asset.size,
      ...definedOnly({ digest: digestOf(asset.digest), contentType: textOf(asset.content_type) }),
      state: asset.state,
      updatedAt: asset.updated_at,
      apiUrl: assetAddress(asset.id),
      downloadUrl: asset.browser_download_url,
    })),
  }
}

/** A digest by another algorithm proves nothing to us: as good as none. */
function digestOf(given: string | null | undefined): string | undefined {
  const digest = given?.toLowerCase()
  return digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined
}

function textOf(given: string | null | undefined): string | undefined {
  return given === null || given === undefined || given.trim() === '' ? undefined : given
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
