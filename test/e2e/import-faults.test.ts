import type { ChildProcess } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../emulators/github/faults.ts'
import { snapshot } from '../support/temporary-folder.ts'
import { ImportWorld } from './import-world.ts'

const whole = process.env.OUTTRAY_CAMPAIGN === 'whole'
const preload = `--require=${path.resolve('test/support/kill-at-write.cjs')}`
const quiet = { code: 0, errors: [], leaked: [] }

let world: ImportWorld
/** A workspace into which the first state was imported. */
let imported: string
/** What an undisturbed run makes of it after the changes upstream, and of nothing. */
let wanted: { readonly again: Record<string, unknown>; readonly fresh: Record<string, unknown> }
/** How long that took, in milliseconds, and how many requests. */
let usual: { readonly ms: number; readonly requests: number }

/** What killed runs were met in. */
const met = { killed: 0, complete: 0, partial: 0 }

beforeAll(async () => {
  world = await ImportWorld.open()
  imported = world.place()
  expect(await world.run(imported)).toMatchObject(quiet)
  world.change()
  const again = world.place(imported)
  expect(await world.run(again)).toMatchObject(quiet)
  const before = world.github.traffic.length
  world.github.faults.add(slowly)
  const fresh = world.place()
  const run = await world.run(fresh)
  expect(run).toMatchObject(quiet)
  usual = { ms: run.ms, requests: world.github.traffic.length - before }
  wanted = { again: world.treeOf(again), fresh: world.treeOf(fresh) }
}, 60_000)

afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

beforeEach(() => {
  world.github.faults.clear()
  world.github.onRequest = undefined
})

/** Random numbers from 0 to below 1 that follow from the seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Names of the assets all of whose bytes are somewhere in the repository, and what has arrived of others, in bytes. */
function arrived(workspace: string): { readonly complete: ReadonlySet<string>; readonly partial: ReadonlyMap<string, number> } {
  const repository = path.join(workspace, 'repo')
  const files = existsSync(repository) ? Object.entries(snapshot(repository)) : []
  const digests = new Set(files.map(([, sha256]) => sha256))
  const assets = world.github.repositories.flatMap(({ releases }) => releases.flatMap((release) => release.assets))
  const complete = new Set(assets.filter(({ content }) => digests.has(content.sha256)).map(({ name }) => name))
  const partial = new Map<string, number>()
  for (const [file] of files) {
    const id = /^\.outtray\/incoming\/.*\/(\d+)~?[^/]*$/.exec(file)?.[1]
    const name = assets.find((asset) => String(asset.id) === id)?.name
    const { size } = statSync(path.join(repository, file))
    if (name !== undefined && !complete.has(name) && size > 0) partial.set(name, Math.max(partial.get(name) ?? 0, size))
  }
  return { complete, partial }
}

/** What the run after a killed one must do: finish, without a second download of what is there. */
async function expectContinued(workspace: string, tree: Record<string, unknown>): Promise<void> {
  const { complete, partial } = arrived(workspace)
  if (complete.size > 0) met.complete++
  if (partial.size > 0) met.partial++
  const before = world.github.traffic.length
  expect(await world.run(workspace)).toMatchObject(quiet)
  const downloads = world.github.traffic.slice(before).filter(({ asset, status = 0 }) => asset !== undefined && status < 300)
  expect(downloads.filter(({ asset = '' }) => complete.has(asset)).map(({ asset }) => asset)).toEqual([])
  const sizes = new Map(
    world.github.repositories.flatMap(({ releases }) => releases.flatMap(({ assets }) => assets.map(({ name, size }) => [name, size]))),
  )
  for (const { asset = '', sent } of downloads) expect(sent, asset).toBeLessThanOrEqual((sizes.get(asset) ?? 0) - (partial.get(asset) ?? 0))
  expect(world.treeOf(workspace)).toEqual(tree)
}

/** About as many changes of the file system as an undisturbed run makes. */
const writes = 300

/** Downloads take a while, so that a run can be met in the midst of one. */
const slowly: Fault = { do: 'dribble', host: 'storage', bytesPerSecond: 3_000_000 }

/** Kills at a moment, at a change of the repository, or somewhat after a request. */
async function runKilled(workspace: string, random: () => number): Promise<boolean> {
  const how = Math.floor(random() * 3)
  const pause = Math.floor(random() * 300)
  let left = how === 2 ? 1 + Math.floor(random() * usual.requests) : Number.POSITIVE_INFINITY
  let child: ChildProcess | undefined
  world.github.faults.add(slowly)
  world.github.onRequest = () => {
    if (--left === 0) void delay(pause).then(() => child?.kill('SIGKILL'))
  }
  const env = { NODE_OPTIONS: preload, KILL_AT: String(1 + Math.floor(random() * writes)), KILL_UNDER: `${path.sep}repo` }
  const run = await world.run(
    workspace,
    {},
    {
      ...(how === 0 && { killAfterMs: Math.round(random() * usual.ms) }),
      ...(how === 1 && { env }),
      onStart: (started) => {
        child = started
      },
    },
  )
  world.github.onRequest = undefined
  world.github.faults.clear()
  return run.code === null
}

describe('killed at random points and run again: the tree of an undisturbed run, and nothing is downloaded twice that was there', () => {
  const seeds = Array.from({ length: whole ? 100 : 4 }, (_, index) => index + 1)

  test.each(seeds)('seed %i', { timeout: 60_000 }, async (seed) => {
    const random = randomNumbers(seed)
    const isFresh = random() < 0.5
    const workspace = world.place(isFresh ? undefined : imported)
    // Now and then the run that would mend it is killed as well.
    do {
      if (await runKilled(workspace, random)) met.killed++
    } while (random() < 0.2)
    await expectContinued(workspace, isFresh ? wanted.fresh : wanted.again)
  })

  test.runIf(whole)('most of them really were killed, some with assets that had arrived and some in the midst of one', () => {
    expect(met.killed).toBeGreaterThan(seeds.length / 2)
    expect(met.complete).toBeGreaterThan(0)
    expect(met.partial).toBeGreaterThan(0)
  })
})

describe('two runs at once', () => {
  /** Nobody looks for secrets in a folder that another run changes meanwhile. */
  const unwatched = { secrets: [] }

  test.each(Array.from({ length: whole ? 20 : 2 }, (_, index) => index))(
    'both end well, and the tree is that of one: %i',
    { timeout: 60_000 },
    async (seed) => {
      const random = randomNumbers(seed)
      const workspace = world.place(seed % 2 === 0 ? imported : undefined)
      const second = async () => {
        await delay(random() * 300)
        return await world.run(workspace, {}, unwatched)
      }
      const runs = await Promise.all([world.run(workspace, {}, unwatched), second()])
      for (const run of runs) expect(run).toMatchObject(quiet)
      expect(world.treeOf(workspace)).toEqual(seed % 2 === 0 ? wanted.again : wanted.fresh)
    },
  )

  test('one of them is killed: the other ends well', { timeout: 60_000 }, async () => {
    const workspace = world.place(imported)
    world.github.faults.add(slowly)
    const [killed, other] = await Promise.all([
      world.run(workspace, {}, { killAfterMs: usual.ms / 2, ...unwatched }),
      world.run(workspace, {}, unwatched),
    ])
    expect(killed.code).toBeNull()
    expect(other).toMatchObject(quiet)
    world.github.faults.clear()
    await expectContinued(workspace, wanted.again)
  })
})

/** What goes wrong, and whether a run rides it out (`green`), ends green with what is left `pending`, or has something to say (`red`). */
const faults: Readonly<
  Record<
    string,
    {
      readonly faults: readonly Fault[]
      readonly end: 'green' | 'pending' | 'red'
      readonly slow?: true
      readonly inputs?: Record<string, string>
    }
  >
> = {
  'the API fails once in a while': {
    faults: [
      { do: 'answer', status: 502, host: 'api', nth: 2 },
      { do: 'answer', status: 500, host: 'api', nth: 5 },
    ],
    end: 'green',
  },
  'the API is down': { faults: [{ do: 'answer', status: 503, host: 'api' }], end: 'red' },
  'the API refuses the token': { faults: [{ do: 'answer', status: 401, host: 'api' }], end: 'red' },
  'the API resets connections': {
    faults: [
      { do: 'reset', host: 'api', nth: 1 },
      { do: 'reset', host: 'api', nth: 4, afterBytes: 100 },
    ],
    end: 'green',
  },
  'the API answers no JSON': {
    faults: [{ do: 'answer', status: 200, body: '<html>', host: 'api', path: '/repos/acme/widget/releases' }],
    end: 'red',
  },
  'the API truncates an answer': { faults: [{ do: 'truncate', host: 'api', path: '/releases', nth: 1 }], end: 'green' },
  'the API lies about a length': { faults: [{ do: 'lie', contentLength: 10, host: 'api', path: '/releases', nth: 1 }], end: 'red' },
  'the API is late': { faults: [{ do: 'delay', ms: 300, host: 'api' }], end: 'green' },
  'the secondary limit says how long to wait': {
    faults: [{ do: 'secondary-limit', retryAfterSeconds: 1, nth: 4, times: 3, host: 'api' }],
    end: 'green',
  },
  'the secondary limit does not end': {
    faults: [{ do: 'secondary-limit', host: 'api', path: '/repos/acme/widget', status: 429 }],
    inputs: { 'rate-limit-wait-minutes': '0' },
    end: 'pending',
  },
  "the hour's requests are used up for a second": { faults: [{ do: 'primary-limit', resetSeconds: 1, nth: 5, host: 'api' }], end: 'green' },
  "the hour's requests are used up": {
    faults: [{ do: 'primary-limit', resetSeconds: 3000, nth: 4, times: 99, host: 'api' }],
    end: 'pending',
  },
  'storage fails once in a while': { faults: [{ do: 'answer', status: 503, host: 'storage', nth: 1, times: 2 }], end: 'green' },
  'storage has an asset no more': { faults: [{ do: 'answer', status: 404, asset: 'widget-1.2.tgz' }], end: 'red' },
  'storage resets connections': {
    faults: [
      { do: 'reset', host: 'storage', nth: 1 },
      { do: 'reset', afterBytes: 1_500_000, asset: 'widget-1.2.tgz', nth: 1 },
    ],
    end: 'green',
  },
  'storage truncates, and knows no ranges': {
    faults: [
      { do: 'truncate', asset: 'widget-1.2.tgz', nth: 1 },
      { do: 'ignore-range', host: 'storage' },
    ],
    end: 'green',
  },
  'storage says a length that is too long': {
    faults: [{ do: 'lie', contentLength: 9_999_999, asset: 'widget-1.2.tgz', nth: 1 }],
    end: 'green',
  },
  'storage says a length that is too short': {
    faults: [{ do: 'lie', contentLength: 1000, asset: 'widget-1.2.tgz', nth: 1 }],
    end: 'green',
  },
  'storage says another length of an asset without a digest': {
    faults: [{ do: 'lie', contentLength: 1000, asset: 'newcomer.bin', nth: 1 }],
    end: 'red',
  },
  'storage sends other bytes': { faults: [{ do: 'flip', at: 70_000, asset: 'widget-1.2.tgz' }], end: 'red' },
  'storage sends more bytes': { faults: [{ do: 'overflow', bytes: 10_000_000, asset: 'widget-1.2.tgz' }], end: 'red' },
  'storage is slow': { faults: [slowly], end: 'green' },
  'storage stalls': { faults: [{ do: 'stall', asset: 'widget-1.2.tgz', nth: 1, afterBytes: 1000 }], end: 'green', slow: true },
  'the API stalls': { faults: [{ do: 'stall', host: 'api', path: '/releases', nth: 1 }], end: 'green', slow: true },
  'the server has no page for an asset': { faults: [{ do: 'answer', status: 404, host: 'server', path: 'widget-1.2.tgz' }], end: 'red' },
  'the server sends us elsewhere': {
    faults: [{ do: 'answer', status: 302, headers: { location: 'https://evil.example/x' }, host: 'server', path: 'widget-1.2.tgz' }],
    end: 'red',
  },
  'the API answers what makes no sense': {
    faults: [{ do: 'merge', fields: { prerelease: 'maybe' }, host: 'api', path: '/repos/acme/gadget/releases' }],
    end: 'red',
  },
}

describe('every fault is ridden out or said, and the next run makes up for it', () => {
  // The ordinary run shows one in three, and none that takes a minute.
  const quick = Object.entries(faults).filter(([, { slow }]) => slow !== true)
  const cases = whole ? Object.entries(faults) : quick.filter((_, index) => index % 3 === 0)

  test.each(cases)('%s', { timeout: 300_000 }, async (_, { faults: given, end, inputs = {} }) => {
    const workspace = world.place(imported)
    world.github.faults.add(...given)
    const run = await world.run(workspace, inputs)
    world.github.faults.clear()
    expect(run, run.log).toMatchObject({ code: end === 'red' ? 1 : 0, leaked: [] })
    expect(run.log).not.toContain('report it')
    expect(run.errors.length > 0, run.log).toBe(end === 'red')
    expect(JSON.parse(run.outputs.pending ?? '[]').length > 0, run.log).toBe(end === 'pending')
    expect(world.github.breakdowns).toEqual([])
    await expectContinued(workspace, wanted.again)
  })
})
