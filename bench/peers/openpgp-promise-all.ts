// What a capable programmer writes on a free afternoon: all files at once, each read whole, four digests by node:crypto, one signature by openpgp.js.
// Arguments: the file of an unprotected key, a folder for the signatures, the files.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as openpgp from 'openpgp'

const [keyFile = '', folder = '', ...files] = process.argv.slice(2)
const signingKeys = await openpgp.readPrivateKey({ armoredKey: await readFile(keyFile, 'utf8') })

const digests = await Promise.all(
  files.map(async (file) => {
    const binary = await readFile(file)
    const sums = ['md5', 'sha1', 'sha256', 'sha512'].map((name) => createHash(name).update(binary).digest('hex'))
    const signature = await openpgp.sign({ message: await openpgp.createMessage({ binary }), signingKeys, detached: true })
    await writeFile(join(folder, `${basename(file)}.asc`), signature)
    return { file, sums }
  }),
)
await writeFile(join(folder, 'digests.json'), JSON.stringify(digests))
