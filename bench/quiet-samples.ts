import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** One timed piece of work. */
export interface Sample {
  readonly seconds: number
  /** Nobody else used the processors to speak of. Where that cannot be known (no /proc), it is assumed. */
  readonly quiet: boolean
}

// Foreign CPU time that a sample may contain: a share of its wall time, and a floor for the clock ticks of 10 ms.
const foreignShare = 0.05
const foreignFloor = 0.03

/** Waits for a quiet moment, times the work, and tells whether other processes disturbed it. Children must have been waited for. */
export async function sample(work: () => Promise<unknown>): Promise<Sample> {
  await quietMoment()
  const before = processorTimes()
  const start = process.hrtime.bigint()
  await work()
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const after = processorTimes()
  const foreign = after.busy - before.busy - (after.own - before.own)
  return { seconds, quiet: foreign <= foreignShare * seconds + foreignFloor }
}

/** Returns when the machine has been idle for a moment, or when that took too long. */
async function quietMoment(): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const before = processorTimes()
    await delay(120)
    const after = processorTimes()
    if (after.busy - before.busy - (after.own - before.own) <= 0.02) return
  }
}

/** CPU seconds since boot: of all processes, and of this one with the children that it has waited for (proc(5)). */
function processorTimes(): { busy: number; own: number } {
  try {
    const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = numbers(readFileSync('/proc/stat', 'utf8').split('\n')[0]?.slice(4))
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const fields = numbers(stat.slice(stat.lastIndexOf(')') + 4))
    const own = fields.slice(10, 14).reduce((sum, ticks) => sum + ticks, 0)
    return { busy: (user + nice + system + irq + softIrq) / 100, own: own / 100 }
  } catch {
    return { busy: 0, own: 0 }
  }
}

function numbers(text = ''): number[] {
  return text.trim().split(/\s+/).map(Number)
}
