// A Central Portal with Central beside it, for any client: prints {portalUrl, centralUrl} and runs until SIGTERM or SIGINT.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseFaults } from '../test/emulators/central-portal/faults.ts'
import { startPortal } from '../test/emulators/central-portal/server.ts'

const help = `Usage: npm run emulate:central -- --token user:password --keyring FILE [options]

  --port N             port on 127.0.0.1 (default: a free one)
  --token U:P          the user token that is accepted
  --keyring FILE       public keys, as gpg exports them; read anew for each bundle
  --fault JSON         a fault or a list of them; may be repeated (see test/emulators/central-portal/faults.ts)
  --namespace NAME     a namespace that the token may publish to; may be repeated (default: all)
  --validation-ms N    how long validation takes (default 0: each state is seen by one poll)
  --publishing-ms N    how long publishing takes (default 0)
  --propagation-ms N   how long what is published is missing at Central (default 0)
  --max-bytes N        largest upload (default 1 GiB)
  --bearer-only        refuses the scheme UserToken
`

try {
  await main()
} catch (error) {
  console.error(`emulate-central: ${error instanceof Error ? error.message : error}\n\n${help}`)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      token: { type: 'string' },
      keyring: { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
      namespace: { type: 'string', multiple: true },
      'validation-ms': { type: 'string', default: '0' },
      'publishing-ms': { type: 'string', default: '0' },
      'propagation-ms': { type: 'string', default: '0' },
      'max-bytes': { type: 'string', default: String(1024 ** 3) },
      'bearer-only': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(help)
    return
  }
  const { token } = values
  if (token === undefined || !/^[^:]+:.+$/s.test(token)) throw new Error('--token must be user:password')
  if (values.keyring === undefined) throw new Error('--keyring is missing')
  // npm changes into the project's folder; the caller's is where the file is.
  const keyring = resolve(process.env.INIT_CWD ?? '.', values.keyring)
  readFileSync(keyring)

  const portal = await startPortal({
    token,
    keyring,
    port: whole('port', values.port),
    faults: values.fault.flatMap(parseFaults),
    ...(values.namespace && { namespaces: values.namespace }),
    validationMs: whole('validation-ms', values['validation-ms']),
    publishingMs: whole('publishing-ms', values['publishing-ms']),
    propagationMs: whole('propagation-ms', values['propagation-ms']),
    maxBytes: whole('max-bytes', values['max-bytes']),
    userToken: !values['bearer-only'],
  })
  const { portalUrl, centralUrl } = portal
  const stop = async () => {
    await portal[Symbol.asyncDispose]()
    for (const breakdown of portal.breakdowns) console.error(breakdown)
    process.exit(portal.breakdowns.length > 0 ? 1 : 0)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  console.log(JSON.stringify({ portalUrl, centralUrl }))
}

function whole(name: string, value: string): number {
  if (!/^\d{1,12}$/.test(value)) throw new Error(`--${name} must be a whole number, got '${value}'`)
  return Number(value)
}
