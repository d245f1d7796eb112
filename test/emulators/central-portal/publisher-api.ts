import { statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Answer, empty, json, nginx, plain, problem, usualError } from './answers.ts'
import { isAuthorized, type TokenPolicy } from './authentication.ts'
import type { CentralSide } from './central-side.ts'
import type { Deployment } from './deployment.ts'
import type { Deployments } from './deployments.ts'
import type { CourseFault } from './faults.ts'
import { listDeployments } from './listing.ts'
import { MalformedMultipart } from './multipart.ts'
import type { Call } from './requests.ts'
import { receiveBundle, TooLarge } from './upload.ts'

/** Where the API lives below the Portal's address. */
export const apiRoot = '/api/v1/publisher'

/** What a status answer says of a deployment that it has not looked at, or no longer looks at. It is no error. */
const noise = { common: ['Deployment components info not found'] }

export interface PublisherOptions {
  readonly deployments: Deployments
  readonly central: CentralSide
  readonly tokens: TokenPolicy
  readonly maxBytes: number
}

type Handler = (call: Call, parameters: Readonly<Record<string, string>>, course: readonly CourseFault[]) => Answer | Promise<Answer>

/** The Publisher API as its OpenAPI describes it (https://central.sonatype.com/api-doc). */
export class PublisherApi {
  readonly #options: PublisherOptions
  readonly #routes: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
    ['POST', /^\/upload$/, (call, _, course) => this.#upload(call, course)],
    ['POST', /^\/status$/, ({ seen }) => this.#status(seen.query.id)],
    ['GET', /^\/published$/, ({ seen }) => this.#published(seen.query)],
    ['POST', /^\/deployments\/files$/, async ({ body }) => listDeployments(this.#options.deployments.all, await text(body))],
    ['GET', /^\/deployments\/download\/(?<path>.+)$/, (_, { path }) => this.#downloadAny(path ?? '')],
    ['GET', /^\/deployment\/(?<id>[^/]+)\/download\/(?<path>.+)$/, (_, { id, path }) => this.#download(id, path ?? '')],
    ['POST', /^\/deployment\/(?<id>[^/]+)$/, (_, { id }) => this.#publish(id)],
    ['DELETE', /^\/deployment\/(?<id>[^/]+)$/, (_, { id }) => this.#drop(id)],
  ]

  constructor(options: PublisherOptions) {
    this.#options = options
  }

  /** Answers a request whose path begins with the API's. Course faults go to the deployment that it makes. */
  async answer(call: Call, course: readonly CourseFault[]): Promise<Answer> {
    if (!isAuthorized(call.authorization, this.#options.tokens)) return usualError(401)
    const path = call.seen.path.slice(apiRoot.length)
    const matching = this.#routes.filter(([, pattern]) => pattern.test(path))
    const route = matching.find(([method]) => method === call.seen.method)
    if (route === undefined) return problem(matching.length > 0 ? 405 : 404, matching.length > 0 ? 'Method Not Allowed' : 'Not Found')
    const [, pattern, handler] = route
    return handler(call, pattern.exec(path)?.groups ?? {}, course)
  }

  async #upload(call: Call, course: readonly CourseFault[]): Promise<Answer> {
    const { deployments, maxBytes } = this.#options
    const { name, publishingType = 'USER_MANAGED' } = call.seen.query
    if (publishingType !== 'USER_MANAGED' && publishingType !== 'AUTOMATIC') {
      return problem(400, `Invalid publishing type: ${publishingType}`)
    }
    const { id, bundle } = deployments.reserve()
    try {
      const received = await receiveBundle(call, bundle, maxBytes)
      if (received === undefined) return problem(400, "Required part 'bundle' is not present.")
      const automatic = publishingType === 'AUTOMATIC'
      deployments.add({ id, name: name || received.fileName, automatic, bundle, size: received.size, course })
      return plain(id, 201)
    } catch (error) {
      if (error instanceof TooLarge) return nginx(413)
      if (error instanceof MalformedMultipart) return problem(400, `Failed to parse multipart servlet request: ${error.message}`)
      throw error
    }
  }

  async #status(id: string | undefined): Promise<Answer> {
    if (!id) return problem(400, "Required parameter 'id' is not present.")
    const deployment = this.#options.deployments.get(id)
    if (deployment === undefined) return usualError(404)
    const state = await deployment.poll()
    const told = state === 'VALIDATED' || state === 'FAILED'
    const verdict = told ? await deployment.verdict : undefined
    return json({
      deploymentId: id,
      deploymentName: deployment.name,
      deploymentState: state,
      purls: verdict?.components.map(({ purl }) => purl) ?? [],
      errors: told || state === 'VALIDATING' ? deployment.errors : noise,
      warnings: verdict?.warnings ?? [],
      cherryBomUrl: null,
    })
  }

  #publish(id: string | undefined): Answer {
    const deployment = this.#find(id)
    if (deployment === undefined) return usualError(404)
    if (deployment.publish()) return empty(204)
    return problem(400, `Can only publish deployments that are in a VALIDATED state. Deployment ${id} is ${deployment.state}`)
  }

  #drop(id: string | undefined): Answer {
    const deployment = this.#find(id)
    if (deployment === undefined) return usualError(404)
    if (this.#options.deployments.drop(deployment)) return empty(204)
    return problem(400, `Can only drop deployments that are in a VALIDATED or FAILED state. Deployment ${id} is ${deployment.state}`)
  }

  #published({ namespace, name, version }: Readonly<Record<string, string>>): Answer {
    if (!namespace || !name || !version) return problem(400, 'namespace, name and version are required')
    return json({ published: this.#options.central.isPublished(`${namespace.replaceAll('.', '/')}/${name}/${version}/`) })
  }

  async #download(id: string | undefined, path: string): Promise<Answer> {
    const deployment = this.#find(id)
    return (deployment && (await fileOf(deployment, path))) ?? usualError(404)
  }

  async #downloadAny(path: string): Promise<Answer> {
    for (const deployment of this.#options.deployments.all.filter(({ state }) => state === 'VALIDATED')) {
      const answer = await fileOf(deployment, path)
      if (answer !== undefined) return answer
    }
    return problem(404, `${path} not found`)
  }

  #find(id: string | undefined): Deployment | undefined {
    return id === undefined ? undefined : this.#options.deployments.get(id)
  }
}

async function fileOf(deployment: Deployment, encoded: string): Promise<Answer | undefined> {
  const path = decodeURIComponent(encoded)
  const { files } = await deployment.verdict
  if (!files.some((file) => file.path === path)) return undefined
  const file = join(deployment.plan.folder, path)
  const size = statSync(file, { throwIfNoEntry: false })?.size
  return size === undefined ? undefined : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: { file, size } }
}
