import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AdvancingClock } from '../advancing-clock.ts'
import type { CentralSide } from './central-side.ts'
import { Deployment, type Pace } from './deployment.ts'
import type { CourseFault, ErrorMap } from './faults.ts'
import { judgeBundle, type Verdict } from './judge.ts'

export interface DeploymentsOptions {
  /** Where bundles and their files are kept. */
  readonly root: string
  readonly keyring: string
  readonly namespaces: readonly string[] | null
  /** `listing`: bundles are not judged, only listed, and only their POMs reach Central. For benchmarks that must not wait for gpg. */
  readonly judging: 'full' | 'listing'
  readonly clock: AdvancingClock
  readonly pace: Pace
  readonly central: CentralSide
}

export interface UploadedBundle {
  readonly id: string
  readonly name: string
  readonly automatic: boolean
  readonly bundle: string
  readonly size: number
  readonly course: readonly CourseFault[]
}

/** All deployments that the Portal keeps. */
export class Deployments {
  readonly #options: DeploymentsOptions
  readonly #byId = new Map<string, Deployment>()

  constructor(options: DeploymentsOptions) {
    this.#options = options
  }

  /** In the order of upload, without the dropped ones. */
  get all(): Deployment[] {
    return [...this.#byId.values()]
  }

  /** A fresh id and the file that its bundle is to be written to. */
  reserve(): { id: string; bundle: string } {
    const id = randomUUID()
    return { id, bundle: join(this.#options.root, `${id}.zip`) }
  }

  add(uploaded: UploadedBundle): void {
    const { root, clock, pace, central } = this.#options
    const folder = join(root, uploaded.id)
    const verdict = this.judge(uploaded.bundle, folder, this.#options.judging)
    // A judge that breaks down is told to whoever polls; until then nobody listens.
    verdict.catch(() => {})
    const release = (judged: Verdict): ErrorMap => central.release(judged, folder)
    this.#byId.set(uploaded.id, new Deployment({ ...uploaded, folder, verdict, clock, pace, release }))
  }

  /** Judges a bundle in full, or only lists it; `folder` receives its files. */
  judge(bundle: string, folder: string, judging: 'full' | 'listing'): Promise<Verdict> {
    const { keyring, namespaces, central } = this.#options
    const listing = judging === 'listing'
    return judgeBundle({ bundle, files: folder, keyring, central: central.root, namespaces, published: central.published, listing })
  }

  get(id: string): Deployment | undefined {
    return this.#byId.get(id)
  }

  /** Forgets a deployment; false when its state forbids it. */
  drop(deployment: Deployment): boolean {
    if (deployment.state !== 'VALIDATED' && deployment.state !== 'FAILED') return false
    this.#byId.delete(deployment.id)
    rmSync(deployment.plan.folder, { recursive: true, force: true })
    rmSync(deployment.plan.bundle, { force: true })
    return true
  }

  async settle(how: 'by time' | 'rest'): Promise<void> {
    for (const deployment of this.all) await deployment.settle(how)
  }
}
