import { describe, expect, test } from 'vitest'
import { downloadOf, sourceArchiveOf } from '../../../src/github/asset-address.ts'
import type { SourceAsset, SourceRepository } from '../../../src/github/source.ts'
import { apiAt } from '../../support/github-answers.ts'

const asset: SourceAsset = {
  id: 1,
  name: 'a b.tgz',
  size: 5,
  digest: `sha256:${'a'.repeat(64)}`,
  state: 'uploaded',
  updatedAt: '2026-01-01T00:00:00Z',
  apiUrl: 'https://api.github.test/repos/acme/widget/releases/assets/1',
  downloadUrl: 'https://github.test/acme/widget/releases/download/v1/a.b.tgz',
}

const repository = (isPrivate: boolean): SourceRepository => ({
  id: 1,
  owner: 'acme',
  name: 'widget',
  fullName: 'acme/widget',
  private: isPrivate,
  fork: false,
  archived: false,
  disabled: false,
  topics: [],
  htmlUrl: 'https://github.test/acme/widget',
  cloneUrl: 'https://github.test/acme/widget.git',
  hasIssues: true,
  defaultBranch: 'main',
})

test('an asset that all may see comes from the server, a hidden one from the API only', () => {
  const { name, size, digest } = asset
  expect(downloadOf(asset, { hidden: false })).toEqual({ name, size, digest, publicUrl: asset.downloadUrl, apiUrl: asset.apiUrl })
  expect(downloadOf(asset, { hidden: true })).toEqual({ name, size, digest, apiUrl: asset.apiUrl })
})

describe('the archive of a tag', () => {
  const addressOf = async (tag: string, { hidden, form = 'tar' }: { hidden: boolean; form?: 'tar' | 'zip' }) => {
    await using client = apiAt('https://ghes.test/api/v3')
    const { publicUrl, apiUrl, size, digest } = sourceArchiveOf(repository(hidden), { tag, form, api: client.api })
    expect({ isPublic: publicUrl !== undefined, size, digest }).toEqual({ isPublic: !hidden })
    return publicUrl ?? apiUrl
  }

  test('comes from the server, of a private repository through the API', async () => {
    expect(await addressOf('v1.0', { hidden: false })).toBe('https://github.test/acme/widget/archive/refs/tags/v1.0.tar.gz')
    expect(await addressOf('v1.0', { hidden: false, form: 'zip' })).toBe('https://github.test/acme/widget/archive/refs/tags/v1.0.zip')
    expect(await addressOf('v1.0', { hidden: true })).toBe('https://ghes.test/api/v3/repos/acme/widget/tarball/refs/tags/v1.0')
    expect(await addressOf('v1.0', { hidden: true, form: 'zip' })).toBe('https://ghes.test/api/v3/repos/acme/widget/zipball/refs/tags/v1.0')
  })

  test.each([
    ['pkg/v1@2', 'pkg/v1%402'],
    ['a?b#c%2e%2e', 'a%3Fb%23c%252e%252e'],
    ['ü ::error::', '%C3%BC%20%3A%3Aerror%3A%3A'],
  ])('%j is encoded', async (tag, encoded) => {
    expect(await addressOf(tag, { hidden: false })).toBe(`https://github.test/acme/widget/archive/refs/tags/${encoded}.tar.gz`)
  })

  test.each(['../../v2', '..', 'a/./b', '', '/v1', 'a//b'])('%j is refused: it would lead elsewhere', async (tag) => {
    await expect(addressOf(tag, { hidden: true })).rejects.toMatchObject({ code: 'rejected' })
  })
})
