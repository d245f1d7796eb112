import { lookup } from 'node:dns'
import { lookup as resolve } from 'node:dns/promises'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'

const privateBlocks = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  privateBlocks.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  privateBlocks.addSubnet(network, bits, 'ipv6')
}

/** Whether an IP address belongs to this machine, its link or a private network (RFC 6890), where cloud machines keep their metadata services. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 && privateBlocks.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4')
}

/** Whether a host is private: its address, or any address that its name has. What cannot be resolved is not known to be private. */
export async function isPrivateHost(hostname: string): Promise<boolean> {
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return isPrivateAddress(hostname)
  try {
    return (await resolve(hostname, { all: true })).some(({ address }) => isPrivateAddress(address))
  } catch {
    return false
  }
}

/** A name lookup for sockets that fails with `EPRIVATE` when the name leads to a private address: checked where it is used, so no second lookup can differ. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0)
    const forbidden = addresses.find(({ address }) => isPrivateAddress(address))
    if (forbidden !== undefined) {
      return callback(Object.assign(new Error(`${hostname} is the private address ${forbidden.address}`), { code: 'EPRIVATE' }), '', 0)
    }
    if (options.all === true) return callback(null, addresses)
    return callback(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 0)
  })
}
