// A GitHub for any client: prints {apiUrl, serverUrl, token} and runs until SIGTERM or SIGINT.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseFaults } from '../test/emulators/github/faults.ts'
import { GitHubEmulator } from '../test/emulators/github/server.ts'
import { addFolder, addMany } from '../test/emulators/github/stock.ts'

const help = `Usage: npm run emulate:github -- [options]

  --folder DIR            serves owner/name/tag/files of a folder as repositories, releases and assets
  --repositories N        makes N repositories acme/r0001 …
  --releases N            … with N releases each (default 10)
  --assets N              … with N assets each (default 1)
  --asset-bytes N         … of N bytes each (default 1000)
  --port N                port of the API on 127.0.0.1 (default: a free one)
  --token TEXT            a token that may read everything (default: a made-up one)
  --public-url URL        what clients are told as the address of the API
  --enterprise            an Enterprise Server: the API is /api/v3 of the server
  --per-minute N          requests of a minute until the secondary limit (default 900; 0: none)
  --per-hour N            requests of an hour by a token (default 5000; 0: none)
  --anonymous-per-hour N  requests of an hour without a token (default 60; 0: none)
  --fault JSON            a fault or a list of them; may be repeated (see test/emulators/github/README.md)
`

try {
  await main()
} catch (error) {
  console.error(`emulate-github: ${error instanceof Error ? error.message : error}\n\n${help}`)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      repositories: { type: 'string', default: '0' },
      releases: { type: 'string', default: '10' },
      assets: { type: 'string', default: '1' },
      'asset-bytes': { type: 'string', default: '1000' },
      port: { type: 'string', default: '0' },
      token: { type: 'string' },
      'public-url': { type: 'string' },
      enterprise: { type: 'boolean', default: false },
      'per-minute': { type: 'string', default: '900' },
      'per-hour': { type: 'string', default: '5000' },
      'anonymous-per-hour': { type: 'string', default: '60' },
      fault: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(help)
    return
  }
  const stock = {
    repositories: whole('repositories', values.repositories),
    releases: whole('releases', values.releases),
    assets: whole('assets', values.assets),
    assetBytes: whole('asset-bytes', values['asset-bytes']),
  }
  const github = await GitHubEmulator.start({
    port: whole('port', values.port),
    enterprise: values.enterprise,
    perMinute: whole('per-minute', values['per-minute']),
    perHour: whole('per-hour', values['per-hour']),
    anonymousPerHour: whole('anonymous-per-hour', values['anonymous-per-hour']),
    faults: values.fault.flatMap(parseFaults),
    ...(values.token && { token: values.token }),
    ...(values['public-url'] && { publicUrl: values['public-url'] }),
  })
  try {
    // npm changes into the project's folder; the caller's is where the files are.
    if (values.folder !== undefined) addFolder(github, resolve(process.env.INIT_CWD ?? '.', values.folder))
    addMany(github, stock)
  } catch (error) {
    await github[Symbol.asyncDispose]()
    throw error
  }
  const stop = async () => {
    await github[Symbol.asyncDispose]()
    for (const breakdown of github.breakdowns) console.error(breakdown)
    process.exit(github.breakdowns.length > 0 ? 1 : 0)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  console.log(JSON.stringify({ apiUrl: github.url, serverUrl: github.serverUrl, token: github.token }))
}

function whole(name: string, value: string): number {
  if (!/^\d{1,12}$/.test(value)) throw new Error(`--${name} must be a whole number, got '${value}'`)
  return Number(value)
}
