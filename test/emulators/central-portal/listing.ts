import * as v from 'valibot'
import { type Answer, json, problem } from './answers.ts'
import type { Deployment } from './deployment.ts'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
// OpenAPI's example has the second name, a client of Eclipse's sends the first.
const sortFields = ['createTimestamp', 'createdTimestamp', 'deploymentId', 'deploymentName', 'deploymentState', 'deploymentType'] as const

const listRequest = v.object({
  page: v.optional(whole, 0),
  size: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(500)), 10),
  sortField: v.picklist(sortFields),
  sortDirection: v.optional(v.pipe(v.string(), v.toLowerCase(), v.picklist(['asc', 'desc'])), 'asc'),
  deploymentIds: v.nullish(v.array(v.string())),
  pathStarting: v.nullish(v.string()),
})

type ListedDeployment = Readonly<Record<(typeof sortFields)[1 | 2 | 3 | 4 | 5], string | number>>

/** Answers `POST /deployments/files`: the deployments that a filter leaves, sorted and paged. */
export async function listDeployments(deployments: readonly Deployment[], body: string): Promise<Answer> {
  const request = v.safeParse(listRequest, parsed(body))
  if (!request.success) return problem(400, request.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`).join('; '))
  const { page, size, sortField, sortDirection, deploymentIds, pathStarting } = request.output

  const chosen = deployments.filter(({ id }) => deploymentIds == null || deploymentIds.length === 0 || deploymentIds.includes(id))
  const described = await Promise.all(chosen.map(describe))
  const listed = described.filter(
    ({ deploymentFiles }) => pathStarting == null || deploymentFiles.some(({ relativePath }) => relativePath.startsWith(pathStarting)),
  )
  const field = sortField === 'createTimestamp' ? 'createdTimestamp' : sortField
  const direction = sortDirection === 'desc' ? -1 : 1
  // Deployments of one millisecond keep the order of their uploads, in either direction.
  const ordered = (direction === -1 ? listed.toReversed() : listed).sort(
    (one, other) => direction * compare(one.keys[field], other.keys[field]),
  )
  return json({
    deployments: ordered.slice(page * size, (page + 1) * size).map(({ keys: _, ...deployment }) => deployment),
    page,
    pageSize: size,
    pageCount: Math.ceil(ordered.length / size),
    totalResultCount: ordered.length,
  })
}

async function describe(deployment: Deployment) {
  const { id, name, state, createTimestamp } = deployment
  const verdict = await deployment.verdict
  // Components are told when they have been looked at; files as soon as they are there.
  const components = state === 'PENDING' || state === 'VALIDATING' ? [] : verdict.components
  const keys: ListedDeployment = {
    createdTimestamp: createTimestamp,
    deploymentId: id,
    deploymentName: name,
    deploymentState: state,
    deploymentType: 'BUNDLE',
  }
  return {
    keys,
    deploymentId: id,
    deploymentName: name,
    deploymentState: state,
    deploymentType: 'BUNDLE',
    createTimestamp,
    purls: components.map(({ purl }) => purl),
    deployedComponentVersions: components.map(({ name, path, errors, warnings }) => ({ name, path, errors, warnings })),
    deploymentFiles: verdict.files.map(({ path, size }) => ({
      relativePath: path,
      fileName: path.split('/').at(-1) ?? path,
      fileSize: size,
      fileTimestamp: createTimestamp,
    })),
  }
}

function compare(one: string | number, other: string | number): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
