import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { bundleDigest, deploymentName, digestInName } from '../../../src/central/bundle-digest.ts'

const jar = { path: 'org/acme/lib/1.0/lib-1.0.jar', sha256: 'a'.repeat(64) }
const pom = { path: 'org/acme/lib/1.0/lib-1.0.pom', sha256: 'b'.repeat(64) }

describe('the digest of a bundle', () => {
  it('is 16 digits of the SHA-256 over the sorted lines of path and digest', () => {
    const lines = `${jar.path} ${jar.sha256}\n${pom.path} ${pom.sha256}\n`
    expect(bundleDigest([pom, jar])).toBe(createHash('sha256').update(lines).digest('hex').slice(0, 16))
    expect(bundleDigest([jar, pom])).toBe(bundleDigest([pom, jar]))
  })

  it('is another one as soon as a path or a byte is', () => {
    const digests = [[jar], [jar, pom], [{ ...jar, path: pom.path }], [{ ...jar, sha256: pom.sha256 }], []].map(bundleDigest)
    expect(new Set(digests).size).toBe(digests.length)
  })
})

describe('the name of a deployment', () => {
  const digest = bundleDigest([jar])

  it('ends in the digest, whatever stands before', () => {
    for (const words of ['org.acme:lib:1.0', 'a\nb\u0000c', '', '   ', 'ä'.repeat(1000), 'deadbeefdeadbeef']) {
      const name = deploymentName(words, { digest, rehearsal: false })
      expect(digestInName(name)).toEqual({ digest, rehearsal: false })
      expect(name.length).toBeLessThanOrEqual(200)
      expect(name).toMatch(/^\P{Cc}+$/u)
    }
    expect(deploymentName('org.acme:lib:1.0', { digest, rehearsal: false })).toBe(`org.acme:lib:1.0 ${digest}`)
    expect(deploymentName(' a \n b ', { digest, rehearsal: false })).toBe(`a b ${digest}`)
  })

  it('has no digest when somebody else made it', () => {
    for (const name of ['bundle.zip', 'org.acme:lib:1.0', `x${digest}`, digest.toUpperCase(), `${digest} again`])
      expect(digestInName(name)).toBeUndefined()
  })
})

test('a rehearsal says so beside the digest, where no words of a user can', () => {
  const digest = '0123456789abcdef'
  expect(digestInName(deploymentName('lib', { digest, rehearsal: true }))).toEqual({ digest, rehearsal: true })
  for (const words of ['dry run: lib', 'lib dry-run:', `dry-run:${digest}`]) {
    expect(digestInName(deploymentName(words, { digest, rehearsal: false }))).toEqual({ digest, rehearsal: false })
  }
})
