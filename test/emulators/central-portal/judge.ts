import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { ErrorMap } from './faults.ts'

/** What a judgement starts from. All paths are absolute. */
export interface JudgeRequest {
  /** The zip as it was uploaded. */
  readonly bundle: string
  /** An empty folder to unpack it into. */
  readonly files: string
  /** gpg's public keys, armored or not; missing or empty means that no key is known. */
  readonly keyring: string
  /** The repository that Central serves. */
  readonly central: string
  /** Namespaces of the token; null allows all. */
  readonly namespaces: readonly string[] | null
  /** Folders of the versions that are published: `org/acme/lib/1.0/`. */
  readonly published: readonly string[]
  /** Only tells what is in the bundle: unpacks the POMs and judges nothing. */
  readonly listing: boolean
}

export interface JudgedComponent {
  readonly name: string
  /** `org/acme/lib/1.0/`. */
  readonly path: string
  readonly purl: string
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** What the judge says of a bundle. */
export interface Verdict {
  readonly components: readonly JudgedComponent[]
  readonly errors: ErrorMap
  readonly warnings: readonly string[]
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/** Has a bundle judged by Python's zip reader and gpg, in a process of its own. */
export async function judgeBundle(request: JudgeRequest): Promise<Verdict> {
  const program = join(import.meta.dirname, 'judge', 'judge.py')
  const python = spawn('python3', ['-B', '-E', '-s', program], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => python.on('error', reject).on('close', resolve))
  python.stdin.end(JSON.stringify(request))
  const [output, complaint, code] = await Promise.all([text(python.stdout), text(python.stderr), ended])
  if (code !== 0) throw new Error(`the judge failed: ${complaint.trim()}`)
  const verdict: Verdict = JSON.parse(output)
  return verdict
}
