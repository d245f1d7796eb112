import { type DigestAlgorithm, digestAlgorithms } from '../../model/digests.ts'
import type { BundleComponent, BundleFile, BundleView, SignatureState } from '../bundle-view.ts'
import type { Breach, Rule } from './rule.ts'

function* filesOf({ components }: BundleView): Generator<{ component: BundleComponent; file: BundleFile }> {
  for (const component of components) for (const file of component.files) yield { component, file }
}

function* signedAs(view: BundleView, state: SignatureState): Generator<Breach> {
  for (const { component, file } of filesOf(view)) {
    if (file.kind === 'artifact' && file.signature === state) yield { component, file: file.path, values: { file: file.name } }
  }
}

/** Bare digests and lines of `md5sum` both begin with the digest. */
function says(text: string, algorithm: DigestAlgorithm, file: BundleFile): boolean {
  const digest = file.digests?.[algorithm]
  return digest === undefined || text.trim().split(/\s/, 1)[0]?.toLowerCase() === digest
}

const signatures = 'https://central.sonatype.org/publish/requirements/gpg/'
const checksums = 'https://central.sonatype.org/publish/requirements/#provide-files-checksums'

/** Signatures and checksums (Portal messages 6, 8 and 11). */
export const sidecarRules: readonly Rule[] = [
  {
    id: 'signature-missing',
    severity: 'error',
    message: 'Missing signature for file: ‹file›',
    cause: 'It was staged without a signature, and there is no key to make one.',
    fix: 'Give "private-key", or sign the file before.',
    source: signatures,
    check: (view) => signedAs(view, 'missing'),
  },
  {
    id: 'signature-later',
    severity: 'notice',
    message: '‹count› files are not signed yet',
    cause: 'A dry run needs no key.',
    fix: 'Nothing: the sync signs them.',
    source: signatures,
    *check(view) {
      const count = [...signedAs(view, 'later')].length
      if (count > 0) yield { values: { count: String(count) } }
    },
  },
  {
    id: 'signature-invalid',
    severity: 'error',
    message: 'Invalid signature for file: ‹file›.asc - Failed to verify the PGP signature. Please contact support for assistance.',
    cause: 'The staged signature is not by a key that was given, or the file has changed after it was signed.',
    fix: 'Give "private-key" to sign it anew, or in "public-keys" the key that made the signature.',
    source: signatures,
    check: (view) => signedAs(view, 'invalid'),
  },
  {
    id: 'checksum-invalid',
    severity: 'error',
    message: "Invalid '‹algorithm›' checksum for file: ‹file›",
    cause: 'The file is not the one that the staged checksum was made of: one of the two was damaged on the way.',
    fix: 'Stage the release again from the build.',
    source: checksums,
    *check(view) {
      for (const { component, file } of filesOf(view)) {
        for (const algorithm of digestAlgorithms) {
          const text = file.stagedChecksums[algorithm]
          if (text !== undefined && !says(text, algorithm, file))
            yield { component, file: file.path, values: { algorithm, file: file.name } }
        }
      }
    },
  },
]
