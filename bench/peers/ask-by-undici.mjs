// Nothing but questions, four at a time. Arguments: a file of addresses, one per line.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'undici'

const [list = ''] = process.argv.slice(2)
const addresses = readFileSync(list, 'utf8').trimEnd().split('\n')
const dispatcher = new Agent({ connections: 4 })
const ask = async () => {
  for (let address = addresses.pop(); address !== undefined; address = addresses.pop()) {
    const { body } = await request(address, { dispatcher })
    await body.text()
  }
}
await Promise.all([ask(), ask(), ask(), ask()])
await dispatcher.close()
