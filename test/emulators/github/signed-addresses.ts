import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AdvancingClock } from '../advancing-clock.ts'

/** Makes and checks addresses that are good for themselves, without a token, for some time. */
export class SignedAddresses {
  readonly #key = randomBytes(32)
  readonly #seconds: number
  readonly #clock: AdvancingClock

  constructor(seconds: number, clock: AdvancingClock) {
    this.#seconds = seconds
    this.#clock = clock
  }

  /** The same address, signed. */
  sign(address: string): string {
    const url = new URL(address)
    url.searchParams.set('se', String(Math.floor(this.#clock.now() / 1000) + this.#seconds))
    url.searchParams.set('sig', this.#signature(url))
    return url.href
  }

  /** Why an address is not good; undefined: it is. */
  refusal(address: URL): string | undefined {
    const given = Buffer.from(address.searchParams.get('sig') ?? '')
    const unsigned = new URL(address)
    unsigned.searchParams.delete('sig')
    const right = Buffer.from(this.#signature(unsigned))
    if (given.length !== right.length || !timingSafeEqual(given, right)) return 'Signature did not match'
    return Number(address.searchParams.get('se')) * 1000 < this.#clock.now() ? 'Signature not valid in the specified time frame' : undefined
  }

  #signature(url: URL): string {
    return createHmac('sha256', this.#key).update(`${url.pathname}?${url.searchParams}`).digest('base64url')
  }
}
