/** Milliseconds of this thread's processor that some work takes: what else the machine does hardly matters. */
function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** How often the time of eight times the input is that of the input: 8 where it grows in proportion, 64 where it grows with the square. */
export function growth(work: (size: number) => unknown, size: number): number {
  processorTime(() => work(size))
  // Below a few milliseconds it is chance that is measured.
  const least = 5
  const once = Math.max(least, ...[1, 2, 3].map(() => processorTime(() => work(size))))
  return processorTime(() => work(8 * size)) / once
}
