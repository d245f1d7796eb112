import { type Caller, mayRead, maySee } from './access.ts'
import { type Answer, json, problem } from './answers.ts'
import type { World } from './world.ts'

/**
 * The one question that `gh release download` asks beside the REST API: which release, perhaps a draft, has a tag. It is known by the name of its query;
 * there is no other GraphQL here.
 */
export function releaseByTag(body: string, caller: Caller, world: World): Answer {
  if (caller.grant === undefined) return problem(401, 'This endpoint requires you to be authenticated.')
  const { query = '', variables = {} } = parsed(body)
  if (!query.includes('RepositoryReleaseByTag')) return json({ errors: [{ message: 'this emulator has no such query' }] })
  const repository = world.find(`${variables.owner}/${variables.name}`)
  if (repository === undefined || !mayRead(caller, repository)) {
    const message = `Could not resolve to a Repository with the name '${variables.owner}/${variables.name}'.`
    return json({ data: { repository: null }, errors: [{ type: 'NOT_FOUND', path: ['repository'], message }] })
  }
  const found = repository.releases.find((release) => release.tag === variables.tagName && maySee(caller, repository, release))
  return json({ data: { repository: { release: found === undefined ? null : { databaseId: found.id, isDraft: found.draft } } } })
}

interface Query {
  readonly query?: string
  readonly variables?: Readonly<Record<string, string>>
}

function parsed(body: string): Query {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}
