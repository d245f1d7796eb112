// Nothing but an upload: one file as the body of one request, in pieces of 1 MiB. Arguments: the address, the file.
import { createReadStream, statSync } from 'node:fs'
import { request } from 'undici'

const [url = '', file = ''] = process.argv.slice(2)
const { statusCode, body } = await request(url, {
  method: 'POST',
  headers: { 'content-length': String(statSync(file).size) },
  body: createReadStream(file, { highWaterMark: 2 ** 20 }),
})
await body.dump()
if (statusCode !== 201) throw new Error(`answered with ${statusCode}`)
