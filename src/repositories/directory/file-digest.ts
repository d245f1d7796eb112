import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readSync } from 'node:fs'

const chunk = Buffer.allocUnsafeSlow(512 * 1024)

/** SHA-256 of a file, lower-case hexadecimal. Reads without promises: for small files these cost more than the digest. */
export function sha256OfFile(file: string): string {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const hash = createHash('sha256')
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) hash.update(chunk.subarray(0, read))
    return hash.digest('hex')
  } finally {
    closeSync(descriptor)
  }
}
