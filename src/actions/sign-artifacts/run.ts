import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import type { ActionContext, ActionResult } from '../../core/action.ts'
import { ActionError } from '../../core/errors.ts'
import { growSlowly, staySmall } from '../../core/heap.ts'
import { serializeRecord } from '../../model/record-json.ts'
import { hashFiles, startWorkers, type WorkerPool } from '../../signing/engine.ts'
import { signText } from '../../signing/signer.ts'
import { openSigningKey, type SigningKey } from '../../signing/signing-key.ts'
import type { OutputName } from './action.gen.ts'
import { checksumLine } from './checksum-lines.ts'
import { warnOfLostChecksums, warnOfLostKey, warnOfLostSidecar } from './losses.ts'
import { OutputLayout, relativePath } from './output-layout.ts'
import { type PlannedWrite, writeAll } from './planned-writes.ts'
import { type PresentSignatures, readPresent, refuseForeign } from './present-signatures.ts'
import { buildRecord, type FinishedFile } from './record.ts'
import { checkInputs, keyWish, type SignInputs } from './rules.ts'
import { type SelectedFile, selectFiles } from './selection.ts'
import { summarize } from './summary.ts'
import { checkTargets, type Target, type TargetCheck, type Targets } from './targets.ts'

// From here on memory counts for more than some percent of time.
const manyFiles = 2000

/** Signs files, writes checksums, and starts the version record. Nothing is written before everything is known to be right. */
export async function signArtifacts(inputs: SignInputs, context: ActionContext): Promise<ActionResult<OutputName>> {
  const { workspace, diagnostics, log } = context
  growSlowly()
  checkInputs(inputs, workspace, diagnostics)
  const layout = new OutputLayout({ workspace, ...inputs })
  const { files: patterns, failOnUnmatched } = inputs
  const selected = await selectFiles({ workspace, patterns, failOnUnmatched, layout }, diagnostics)
  if (selected.length > manyFiles) staySmall()
  const pool = diagnostics.errors.length > 0 ? undefined : startWorkers(selected, inputs.privateKey !== undefined)
  const toSign = new Set(selected.map(({ path }) => layout.file(path)))
  const targets = checkTargets(targetsOf(selected, inputs, layout), { workspace, inputs: toSign, layout }, diagnostics)
  const run = new Run(inputs, context, layout)

  const files = await run.hashAndSign(selected, { pool, targets })
  await run.warnOfLosses(selected, targets)
  const documents = await run.documents(files)
  if (!inputs.dryRun) {
    writeAll(run.signatures, layout)
    writeAll(run.sidecars(files), layout)
    writeAll(documents, layout)
  }

  const signed = files.filter((file) => file.signature === 'signed').length
  const kept = files.filter((file) => file.signature === 'kept').length
  log.info(
    `${files.length} files: ${signed} signed, ${kept} with a signature by this key already${inputs.dryRun ? ' (dry run: nothing is written)' : ''}`,
  )
  const shownDocuments = documents.map(({ path }) => layout.shown(path))
  return {
    outputs: run.outputs(files, { signed, kept }),
    summary: summarize({ files, key: run.key, dryRun: inputs.dryRun, documents: shownDocuments }),
  }
}

function targetsOf(selected: readonly SelectedFile[], inputs: SignInputs, layout: OutputLayout): Targets {
  const signs = inputs.privateKey !== undefined
  const { record, publicKey, checksumsFile } = layout
  const documents = [record, ...(checksumsFile === undefined ? [] : [checksumsFile])]
  const signatures = documents.map((of) => ({ path: signatureOf(of), of }))
  return {
    documents: [...[...documents, ...(signs ? [publicKey] : [])].map((path) => ({ path })), ...(signs ? signatures : [])],
    byProducts: byProductsOf(selected, inputs, layout),
  }
}

function* byProductsOf(selected: readonly SelectedFile[], inputs: SignInputs, layout: OutputLayout): Generator<Target> {
  for (const { path } of selected) {
    const of = layout.file(path)
    if (inputs.privateKey !== undefined) yield { path: layout.signature(path), of }
    for (const algorithm of inputs.checksums) yield { path: layout.sidecar(path, algorithm), of }
  }
}

/** One run after its inputs are read: the key, the signatures that are there, and what is to be written. */
class Run {
  readonly #inputs: SignInputs
  readonly #context: ActionContext
  readonly #layout: OutputLayout
  /** New signatures of files. */
  readonly signatures: PlannedWrite[] = []
  key: SigningKey | undefined
  #recordSha256 = ''

  constructor(inputs: SignInputs, context: ActionContext, layout: OutputLayout) {
    this.#inputs = inputs
    this.#context = context
    this.#layout = layout
  }

  /** Hashes all files while the key unlocks. Throws with everything that is wrong before it signs anything. */
  async hashAndSign(
    selected: readonly SelectedFile[],
    { pool, targets }: { pool: WorkerPool | undefined; targets: TargetCheck },
  ): Promise<FinishedFile[]> {
    const { diagnostics } = this.#context
    const { privateKey } = this.#inputs
    if (privateKey === undefined) diagnostics.throwIfErrors()
    const layout = this.#layout
    const present = new Map<string, PresentSignatures>()
    const look = (path: string): PresentSignatures | undefined => {
      const found = privateKey !== undefined && targets.occupied.has(path) ? readPresent(path) : undefined
      if (found !== undefined) present.set(layout.shown(path), found)
      return found
    }
    const toHash = selected.map(({ path, absolute, size, mtimeMs }) => {
      const existing = look(layout.signature(path))?.keepable
      return { path: absolute, size, mtimeMs, ...(existing && { existing }) }
    })
    for (const document of [layout.record, layout.checksumsFile]) if (document !== undefined) look(signatureOf(document))

    const opening = privateKey === undefined ? undefined : this.#open(privateKey, present)
    if (diagnostics.errors.length > 0) await opening
    const hashed = await hashFiles(toHash, { pool, ...(opening && { signer: opening.then((key) => key.signer) }) })
    return hashed.map(({ signature, keptSignature, ...file }, index) => {
      const path = selected[index]?.path ?? ''
      if (signature !== undefined) this.signatures.push({ path: layout.signature(path), content: signature })
      if (signature !== undefined)
        return { path, ...file, signature: 'signed', signatureSha256: createHash('sha256').update(signature).digest('hex') }
      const kept = keptSignature ? toHash[index]?.existing : undefined
      return { path, ...file, ...(kept && { signature: 'kept', signatureSha256: kept.sha256 }) }
    })
  }

  /** Opens the key and compares it with the signatures that are there; throws with all mistakes of the run if there is any. */
  async #open(secret: string, present: ReadonlyMap<string, PresentSignatures>): Promise<SigningKey> {
    const { diagnostics, clock } = this.#context
    const { passphrase } = this.#inputs
    // The workers start first: loading openpgp.js keeps this thread busy.
    await Promise.resolve()
    try {
      this.key = await openSigningKey({
        secret,
        signedAt: clock.now(),
        today: new Date(),
        ...(passphrase !== undefined && { passphrase }),
        ...keyWish(this.#inputs),
      })
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      diagnostics.error(error.message, error.hint === undefined ? {} : { hint: error.hint })
      diagnostics.throwIfErrors()
      throw error
    }
    for (const { message, hint } of this.key.warnings) diagnostics.warning(message, { hint })
    if (!this.#inputs.replaceSignatures) refuseForeign(present, this.key.signer.portable, diagnostics)
    diagnostics.throwIfErrors()
    return this.key
  }

  /** Warns of what others put where this run writes. */
  async warnOfLosses(selected: readonly SelectedFile[], { occupied }: TargetCheck): Promise<void> {
    const { diagnostics } = this.#context
    const layout = this.#layout
    const losses = { occupied, layout }
    for (const { path } of selected) {
      for (const algorithm of this.#inputs.checksums)
        warnOfLostSidecar({ path: layout.sidecar(path, algorithm), algorithm }, losses, diagnostics)
    }
    warnOfLostChecksums(losses, diagnostics)
    if (this.key) await warnOfLostKey(this.key.primaryFingerprint, losses, diagnostics)
  }

  /** The checksums of each file, one file per algorithm. */
  *sidecars(files: readonly FinishedFile[]): Generator<PlannedWrite> {
    for (const file of files) {
      for (const algorithm of this.#inputs.checksums)
        yield { path: this.#layout.sidecar(file.path, algorithm), content: `${file[algorithm]}\n` }
    }
  }

  /** The checksums file, the exported key, the record, and signatures of what needs one. */
  async documents(files: readonly FinishedFile[]): Promise<PlannedWrite[]> {
    const { checksums } = this.#inputs
    const layout = this.#layout
    const { checksumsFile } = layout
    const sums =
      checksumsFile && files.map((file) => checksumLine(file.sha256, relativePath(dirname(checksumsFile), layout.file(file.path)))).join('')
    const { github } = this.#context
    const record = serializeRecord(buildRecord({ files, fingerprint: this.key?.fingerprint, checksums, layout, github }))
    this.#recordSha256 = createHash('sha256').update(record).digest('hex')
    return [
      ...(checksumsFile && sums !== undefined ? await this.#signed({ path: checksumsFile, content: sums }) : []),
      ...(this.key ? [{ path: layout.publicKey, content: this.key.publicKey }] : []),
      ...(await this.#signed({ path: layout.record, content: record })),
    ]
  }

  async #signed(document: PlannedWrite): Promise<PlannedWrite[]> {
    if (this.key === undefined) return [document]
    const path = signatureOf(document.path)
    const outcome = await signText(document.content, readPresent(path)?.keepable, this.key.signer)
    return 'kept' in outcome ? [document] : [document, { path, content: outcome.armored }]
  }

  outputs(files: readonly FinishedFile[], { signed, kept }: { signed: number; kept: number }): ActionResult<OutputName>['outputs'] {
    const layout = this.#layout
    const pairs = this.key ? files.map(({ path }) => ({ file: path, signature: layout.shown(layout.signature(path)) })) : []
    const subjects = files.map(({ sha256, path }) => checksumLine(sha256, path)).join('')
    return {
      ...(this.key && { fingerprint: this.key.fingerprint, 'public-key': layout.shown(layout.publicKey) }),
      record: layout.shown(layout.record),
      'record-sha256': this.#recordSha256,
      signatures: JSON.stringify(pairs),
      ...(layout.checksumsFile !== undefined && { 'checksums-file': layout.shown(layout.checksumsFile) }),
      subjects: Buffer.from(subjects).toString('base64'),
      'signed-count': String(signed),
      'skipped-count': String(kept),
    }
  }
}

function signatureOf(document: string): string {
  return `${document}.asc`
}
