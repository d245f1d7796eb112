import { createHash } from 'node:crypto'
import type { SourceAsset, SourceRelease, SourceRepository } from '../../../../src/github/source-model.ts'

/** A repository as GitHub would tell it, with what a test says otherwise. */
export function repository(fullName: string, more: Partial<SourceRepository> = {}): SourceRepository {
  const [owner = '', name = ''] = fullName.split('/')
  return {
    id: numberOf(fullName.toLowerCase()),
    owner,
    name,
    fullName,
    private: false,
    fork: false,
    archived: false,
    disabled: false,
    topics: [],
    htmlUrl: `https://github.com/${fullName}`,
    cloneUrl: `https://github.com/${fullName}.git`,
    hasIssues: true,
    defaultBranch: 'main',
    ...more,
  }
}

/** A published release without assets. */
export function release(tag: string, more: Partial<SourceRelease> = {}): SourceRelease {
  return {
    id: numberOf(tag),
    tag,
    draft: false,
    prerelease: false,
    createdAt: '2026-01-01T00:00:00Z',
    ...(more.draft !== true && { publishedAt: '2026-02-03T04:05:06Z' }),
    htmlUrl: `https://github.com/acme/widget/releases/tag/${tag}`,
    assets: [],
    ...more,
  }
}

/** An uploaded asset whose bytes are the text. */
export function asset(name: string, text: string, more: Partial<SourceAsset> & { readonly withoutDigest?: boolean } = {}): SourceAsset {
  const { withoutDigest, ...said } = more
  return {
    id: numberOf(name),
    name,
    size: text.length,
    ...(withoutDigest !== true && { digest: `sha256:${sha256(text)}` }),
    state: 'uploaded',
    updatedAt: '2026-02-03T04:05:06Z',
    apiUrl: `https://api.github.com/assets/${name}`,
    downloadUrl: `https://github.com/download/${name}`,
    ...said,
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function numberOf(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 8), 16)
}
