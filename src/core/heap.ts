import { setFlagsFromString } from 'node:v8'

/**
 * Lets the young generation grow only when it must. By default V8 doubles it at the first burst of short-lived objects, and the process keeps
 * that memory. Costs no measurable time.
 */
export function growSlowly(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

/** From here on V8 prefers collecting garbage to growing; some percent of time against a quarter of the memory, for runs over very many files. */
export function staySmall(): void {
  setFlagsFromString('--optimize-for-size')
}
