import type { Diagnostics } from '../../core/diagnostics.ts'
import type { Digests } from '../../model/digests.ts'
import { differingDigests, digestInSidecar } from '../../model/file-digests.ts'
import { mavenSidecars } from '../../publication/maven-files.ts'
import { companionOf, type PublishableFile, type Signature } from '../../publication/publishable-file.ts'
import type { PlacedFile } from '../../publication/target-path.ts'
import { type HashedFile, hashFiles } from '../../signing/engine.ts'
import type { Signer } from '../../signing/signer.ts'
import type { GivenFile, GivenSidecar } from './given-file.ts'
import { tampered } from './handed-record.ts'

export interface PreparationRules {
  /** Maven repositories get checksum files of ours: bare hexadecimal, md5 and sha1 of every file. */
  readonly maven: boolean
  /** Signs what has no signature yet. */
  readonly signer: Promise<Signer> | undefined
  readonly override: boolean
}

/** Hashes every file once, signs what is to be signed, and compares everything that was said of the files with what they are. */
export async function prepareFiles(
  placed: readonly PlacedFile<GivenFile>[],
  rules: PreparationRules,
  diagnostics: Diagnostics,
): Promise<readonly PublishableFile[]> {
  const sources = placed.map(({ file: { absolute, size, mtimeMs } }) => ({ path: absolute, size, mtimeMs }))
  const hashed = await hashFiles(sources, rules.signer === undefined ? {} : { signer: rules.signer })
  const signer = await rules.signer
  return placed.flatMap(({ path, file }, index) => {
    const found = hashed[index]
    if (found === undefined) return []
    const digests: Digests = { md5: found.md5, sha1: found.sha1, sha256: found.sha256, sha512: found.sha512 }
    checkRecorded(file, digests, diagnostics)
    const verified = file.sidecars.filter((sidecar) => isRight(sidecar, file, digests, diagnostics))
    const signature = file.signature ?? newSignature(found, signer)
    return {
      path,
      source: file.absolute,
      staged: false,
      shownAs: file.shownAs,
      size: file.size,
      digests,
      sidecars:
        rules.maven && companionOf(path) === undefined
          ? mavenSidecars(
              verified.map(({ algorithm }) => algorithm),
              digests,
            )
          : verified.map(({ algorithm, content }) => ({ algorithm, content, generated: false })),
      override: file.override ?? rules.override,
      ...(signature !== undefined && { signature }),
    }
  })
}

function newSignature(hashed: HashedFile, signer: Signer | undefined): Signature | undefined {
  if (signer === undefined || hashed.signature === undefined) return undefined
  return { content: hashed.signature, fingerprint: signer.portable.fingerprint }
}

function checkRecorded({ shownAs, recorded }: GivenFile, digests: Digests, diagnostics: Diagnostics): void {
  if (recorded === undefined) return
  const differing = differingDigests(recorded, digests)
  if (differing.length > 0)
    diagnostics.error(`'${shownAs}' is not the file of the record: its ${differing.join(', ')} differ`, { hint: tampered })
}

function isRight(sidecar: GivenSidecar, file: GivenFile, digests: Digests, diagnostics: Diagnostics): boolean {
  const said = digestInSidecar(sidecar.content, sidecar.algorithm)
  if (said === digests[sidecar.algorithm]) return true
  const problem = said === undefined ? `holds no ${sidecar.algorithm} digest` : `does not match '${file.shownAs}'`
  diagnostics.error(`the checksum file '${sidecar.shownAs}' ${problem}`, {
    hint: 'One of the two was damaged or changed on the way: build both again.',
  })
  return false
}
