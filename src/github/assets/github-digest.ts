import type { Findings } from './findings.ts'
import type { ReceivedAsset } from './received-asset.ts'

/** Compares an asset with what GitHub says of it; assets from before the middle of 2025 have no digest there. */
export function checkGithubDigest({ name, digests, githubDigest }: ReceivedAsset, required: boolean, findings: Findings): void {
  const [, algorithm, digest] = /^(sha256|sha512):([0-9A-Fa-f]+)$/.exec(githubDigest ?? '') ?? []
  if (algorithm === 'sha256' || algorithm === 'sha512') {
    const is = digests[algorithm]
    if (is === digest?.toLowerCase()) findings.check(name, { kind: 'github-digest', state: 'verified' })
    else {
      findings.problem(
        name,
        `'${name}' is not what GitHub says: its ${algorithm} is ${is}, not ${digest}`,
        'It was damaged on its way, or changed meanwhile: run the import again.',
      )
    }
    return
  }
  if (required) {
    findings.problem(
      name,
      githubDigest === undefined ? `GitHub gives no digest of '${name}'` : `GitHub's digest of '${name}' is of a kind that is not known`,
      "Upload it again, or set 'require-digest' to false to import it unverified.",
    )
    return
  }
  findings.check(name, { kind: 'github-digest', state: 'unverified' })
}
