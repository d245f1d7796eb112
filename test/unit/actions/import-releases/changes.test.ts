import { describe, expect, test } from 'vitest'
import {
  type ComparedRepository,
  compareRepository,
  type ReleaseChange,
  restoring,
  type SelectedRelease,
  settled,
} from '../../../../src/actions/import-releases/changes.ts'
import { fingerprintOf, type ImportedAsset, type ImportedRelease } from '../../../../src/actions/import-releases/import-state.ts'
import type { SourceAsset, SourceRelease } from '../../../../src/github/source-model.ts'
import { asset, release, sha256 } from './github-facts.ts'

const metadata = fingerprintOf('as it was')

/** What an import of the release left behind. */
function imported(source: SourceRelease, texts: Readonly<Record<string, string>>, more: Partial<ImportedRelease> = {}): ImportedRelease {
  const assets = source.assets.map(({ id, name, size, digest, updatedAt }): ImportedAsset => {
    return {
      id,
      name,
      size,
      ...(digest !== undefined && { digest }),
      updated: updatedAt,
      sha256: sha256(texts[name] ?? ''),
      path: `widget/1/${name}`,
    }
  })
  return { id: source.id, tag: source.tag, package: 'widget', version: source.tag.slice(1), state: 'published', metadata, assets, ...more }
}

function selected(source: SourceRelease, more: Partial<SelectedRelease> = {}): SelectedRelease {
  return { release: source, version: source.tag.slice(1), metadata, ...more }
}

function compare(now: readonly SourceRelease[], known: readonly ImportedRelease[], more: Partial<ComparedRepository> = {}) {
  return compareRepository({
    listed: now,
    complete: true,
    draftsSeen: false,
    selected: now.map((each) => selected(each)),
    known,
    takesAsset: () => true,
    isRolling: () => false,
    ...more,
  })
}

function change(now: SourceRelease, known?: ImportedRelease, more: Partial<ComparedRepository> = {}): ReleaseChange {
  const [only] = compare([now], known === undefined ? [] : [known], more).releases
  if (only === undefined) throw new Error('one release gives one change')
  return only
}

const names = (items: readonly { readonly asset: SourceAsset }[]) => items.map(({ asset: { name } }) => name)

const before = release('v1', { assets: [asset('a', 'a'), asset('b', 'b')] })
const was = imported(before, { a: 'a', b: 'b' })

describe('a release that is not here', () => {
  test('is imported, with the assets that are selected', () => {
    const now = change(before, undefined, { takesAsset: (name) => name === 'b' })
    expect(now).toMatchObject({ kind: 'import', alarms: [], gone: [], released: false, metadataChanged: false })
    expect(now.fetch).toEqual([{ asset: asset('b', 'b'), why: 'new' }])
  })

  test('without assets is imported all the same', () => {
    expect(change(release('v1'))).toMatchObject({ kind: 'import', fetch: [] })
  })

  test('waits for an asset that is being uploaded, if it is selected', () => {
    const now = release('v1', { assets: [asset('a', 'a'), asset('b', '', { state: 'starter' })] })
    expect(change(now)).toMatchObject({ kind: 'pending', reason: "asset 'b' is still being uploaded" })
    expect(change(now, undefined, { takesAsset: (name) => name === 'a' })).toMatchObject({ kind: 'import' })
  })
})

describe('a release that is here', () => {
  test('is left alone when nothing changed', () => {
    expect(change(before, was)).toMatchObject({ kind: 'unchanged', fetch: [], alarms: [], gone: [] })
    expect(names(change(before, was).kept)).toEqual(['a', 'b'])
  })

  test('gets assets that were added', () => {
    const now = change({ ...before, assets: [...before.assets, asset('c', 'c')] }, was)
    expect(now).toMatchObject({ kind: 'update', reason: '1 asset added', fetch: [{ asset: { name: 'c' }, why: 'new' }] })
    expect(names(now.kept)).toEqual(['a', 'b'])
  })

  test('gets assets that were there and were not selected before', () => {
    const known = { ...was, assets: was.assets.filter(({ name }) => name === 'a') }
    expect(names(change(before, known).fetch)).toEqual(['b'])
  })

  test('keeps assets that are gone, and those that are not selected any more are not gone', () => {
    const now = change({ ...before, assets: [asset('a', 'a')] }, was)
    expect(now).toMatchObject({ kind: 'unchanged', gone: [{ name: 'b' }] })
    expect(change(before, was, { takesAsset: (name) => name === 'a' })).toMatchObject({ kind: 'unchanged', gone: [] })
  })

  test('gets its notes and metadata when they were edited', () => {
    const edited = selected(before, { metadata: fingerprintOf('edited') })
    expect(change(before, was, { selected: [edited] })).toMatchObject({
      kind: 'update',
      metadataChanged: true,
      fetch: [],
      reason: 'notes or metadata edited',
    })
  })

  test('waits for an asset that is being uploaded', () => {
    const now = { ...before, assets: [...before.assets, asset('c', '', { state: 'starter' })] }
    expect(change(now, was)).toMatchObject({ kind: 'pending', reason: "asset 'c' is still being uploaded", gone: [] })
    const again = { ...before, assets: [asset('a', 'a'), asset('b', '', { state: 'starter' })] }
    expect(change(again, was)).toMatchObject({ kind: 'pending', alarms: [], gone: [] })
  })
})

describe('an asset that changed after the import', () => {
  const with1 = (changed: SourceAsset) => ({ ...before, assets: [changed, asset('b', 'b')] })

  test('by its digest is an alarm that names both', () => {
    const now = change(with1(asset('a', 'A', { id: 99 })), was)
    expect(now).toMatchObject({
      kind: 'alarm',
      fetch: [],
      alarms: [{ asset: 'a', was: `sha256:${sha256('a')}`, is: `sha256:${sha256('A')}` }],
      reason: '1 asset changed after the import',
    })
  })

  test('is an alarm even under its old id and time', () => {
    expect(change(with1(asset('a', 'A')), was)).toMatchObject({ kind: 'alarm' })
  })

  test('by its size, where there is no digest', () => {
    expect(change(with1(asset('a', 'aa', { withoutDigest: true })), was)).toMatchObject({
      kind: 'alarm',
      alarms: [{ asset: 'a', was: '1 bytes', is: '2 bytes' }],
    })
  })

  test('by its size, even if the digest is said to be the old one', () => {
    expect(change(with1({ ...asset('a', 'a'), size: 7 }), was)).toMatchObject({ kind: 'alarm' })
  })

  test('an alarm goes before what else there is to do', () => {
    const now = { ...with1(asset('a', 'A')), assets: [asset('a', 'A'), asset('b', 'b'), asset('c', '', { state: 'starter' })] }
    const edited = selected(now, { metadata: fingerprintOf('edited') })
    expect(change(now, was, { selected: [edited] })).toMatchObject({ kind: 'alarm' })
  })

  test('is replaced where assets may change', () => {
    const now = change(with1(asset('a', 'A')), was, { isRolling: (tag) => tag === 'v1' })
    expect(now).toMatchObject({ kind: 'update', alarms: [], reason: '1 asset replaced' })
    expect(now.fetch).toEqual([{ asset: asset('a', 'A'), why: 'replace', known: was.assets[0] }])
  })

  test('is replaced in what is staged: a draft may change, and nobody has seen it', () => {
    const now = change({ ...with1(asset('a', 'A')), draft: true }, { ...was, state: 'staged' })
    expect(now).toMatchObject({ kind: 'update', released: false, alarms: [], fetch: [{ why: 'replace' }] })
  })
})

describe('an asset of which only its bytes could tell whether it changed', () => {
  const silent = release('v1', { assets: [asset('a', 'a', { withoutDigest: true }), asset('b', 'b')] })
  const known = imported(silent, { a: 'a', b: 'b' })
  const again = (more: Partial<SourceAsset>) => ({
    ...silent,
    assets: [asset('a', 'x', { withoutDigest: true, ...more }), asset('b', 'b')],
  })

  test('is as it was while id, time and size are', () => {
    expect(change(silent, known)).toMatchObject({ kind: 'unchanged' })
  })

  test.each([{ id: 99 }, { updatedAt: '2026-03-01T00:00:00Z' }])('is fetched to compare when %o', (more) => {
    const now = change(again(more), known)
    expect(now).toMatchObject({ kind: 'update', reason: '1 asset to compare', fetch: [{ why: 'compare', asset: { name: 'a' } }] })
    const { id } = again(more).assets[0] ?? { id: 0 }
    const same = settled(now, new Map([[id, sha256('a')]]))
    expect(same).toMatchObject({ kind: 'refresh', fetch: [], alarms: [] })
    expect(names(same.kept).sort()).toEqual(['a', 'b'])
    expect(settled(now, new Map([[id, sha256('x')]]))).toMatchObject({
      kind: 'alarm',
      fetch: [],
      alarms: [{ asset: 'a', was: `sha256:${sha256('a')}`, is: `sha256:${sha256('x')}` }],
    })
  })

  test('is replaced only if its bytes are others, where assets may change', () => {
    const now = change(again({ id: 99 }), known, { isRolling: () => true })
    expect(now.fetch).toMatchObject([{ why: 'replace' }])
    expect(settled(now, new Map([[99, sha256('a')]]))).toMatchObject({ kind: 'refresh', fetch: [] })
    expect(settled(now, new Map([[99, sha256('x')]]))).toMatchObject({ kind: 'update', fetch: [{ why: 'replace' }], alarms: [] })
  })

  test('what was fetched because it is new stays to be done', () => {
    const now = change({ ...silent, assets: [...silent.assets, asset('c', 'c')] }, known)
    expect(settled(now, new Map([[asset('c', 'c').id, sha256('c')]]))).toEqual(now)
    const fresh = change(silent)
    expect(settled(fresh, new Map([[asset('a', '').id, sha256('a')]]))).toEqual(fresh)
  })

  test('a digest that GitHub learnt meanwhile tells, without a download', () => {
    expect(change({ ...silent, assets: [asset('a', 'a', { id: 99 }), asset('b', 'b')] }, known)).toMatchObject({
      kind: 'refresh',
      fetch: [],
    })
    expect(change({ ...silent, assets: [asset('a', 'x', { id: 99 }), asset('b', 'b')] }, known)).toMatchObject({ kind: 'alarm' })
    expect(change({ ...silent, assets: [asset('a', 'a'), asset('b', 'b')] }, known)).toMatchObject({ kind: 'refresh', fetch: [] })
  })

  test('a digest of a kind that is not known here tells nothing', () => {
    expect(change(again({ digest: 'sha3:00', id: 99 }), known)).toMatchObject({ fetch: [{ why: 'compare' }] })
  })
})

describe('what the state file says', () => {
  test.each<[string, (source: SourceRelease) => SourceRelease]>([
    ['an asset uploaded again with the same bytes', (source) => ({ ...source, assets: [asset('a', 'a', { id: 99 }), asset('b', 'b')] })],
    [
      'another time of an asset',
      (source) => ({ ...source, assets: [asset('a', 'a', { updatedAt: '2027-01-01T00:00:00Z' }), asset('b', 'b')] }),
    ],
    ['a release deleted and made again', (source) => ({ ...source, id: 99 })],
  ])('is written anew for %s, and nothing is fetched', (_, changed) => {
    expect(change(changed(before), was)).toMatchObject({ kind: 'refresh', fetch: [], alarms: [] })
  })

  test('is not compared with what nobody selects', () => {
    const now = { ...before, assets: [asset('a', 'a'), asset('b', 'B', { id: 99 })] }
    expect(change(now, was, { takesAsset: (name) => name === 'a' })).toMatchObject({ kind: 'unchanged' })
  })
})

describe('drafts', () => {
  const draft = { ...before, draft: true }
  const staged: ImportedRelease = { ...was, state: 'staged' }

  test('stay staged while they are drafts', () => {
    expect(change(draft, staged)).toMatchObject({ kind: 'unchanged', released: false })
  })

  test('are published by the run that finds them released', () => {
    expect(change(before, staged)).toMatchObject({ kind: 'update', released: true, fetch: [], reason: 'released' })
  })

  test('that were released and made drafts again stay published', () => {
    expect(change(draft, was)).toMatchObject({ kind: 'unchanged', released: false })
  })
})

describe('releases that are gone', () => {
  const other = imported(release('v0'), {})

  test('are told, once, and stay', () => {
    const { releases, gone } = compare([before], [other, was])
    expect(gone).toEqual([other])
    expect(releases).toMatchObject([{ kind: 'unchanged' }])
  })

  test('are those whose tag is gone, selected or not', () => {
    expect(compare([before, release('v0', { id: 99 })], [other, was], { selected: [selected(before)] }).gone).toEqual([])
    expect(compare([release('v2', { id: other.id })], [other]).gone).toEqual([other])
  })

  test('are not guessed from an incomplete listing, nor are drafts where nobody asked for them', () => {
    expect(compare([before], [other, was], { complete: false }).gone).toEqual([])
    const staged: ImportedRelease = { ...other, state: 'staged' }
    expect(compare([before], [staged, was]).gone).toEqual([])
    expect(compare([before], [staged, was], { draftsSeen: true }).gone).toEqual([staged])
  })
})

describe('assets that are lost here', () => {
  const now = { ...before, assets: [...before.assets, asset('c', 'c')] }
  const again = restoring(change(now, was), new Set(['b']))
  const received = (text: string) =>
    new Map([
      [asset('b', '').id, sha256(text)],
      [asset('c', '').id, sha256('c')],
    ])

  test('are fetched again', () => {
    expect(again).toMatchObject({ kind: 'update', reason: '1 asset added, 1 asset restored' })
    expect(again.fetch).toMatchObject([
      { asset: { name: 'c' }, why: 'new' },
      { asset: { name: 'b' }, why: 'restore', known: { name: 'b' } },
    ])
    expect(names(again.kept)).toEqual(['a'])
    expect(settled(again, received('b'))).toEqual(again)
  })

  test('are alarms when GitHub gives other bytes by now', () => {
    expect(settled(again, received('x'))).toMatchObject({
      kind: 'alarm',
      alarms: [{ asset: 'b', was: `sha256:${sha256('b')}`, is: `sha256:${sha256('x')}` }],
    })
  })
})

describe('a version that another release has', () => {
  const rival = release('1', { assets: [asset('a', 'a')] })

  test('is refused while that release is there, for another run imported it', () => {
    const { releases } = compare([before, rival], [was], { selected: [selected(rival, { version: '1' })] })
    expect(releases).toMatchObject([
      { kind: 'refused', fetch: [], reason: "its version was imported from the release 'v1', which is still there" },
    ])
  })

  test('is taken over when that release is gone', () => {
    const { releases } = compare([rival], [was], { selected: [selected(rival, { version: '1' })] })
    expect(releases).toMatchObject([{ kind: 'refresh', gone: [{ name: 'b' }] }])
  })

  test('is not gone when its release has another tag by now', () => {
    const { releases, gone } = compare([{ ...before, tag: '1' }], [was], {
      selected: [selected({ ...before, tag: '1' }, { version: '1' })],
    })
    expect(releases).toMatchObject([{ kind: 'refresh', known: was }])
    expect(gone).toEqual([])
  })

  test('is refused when only some systems tell the two apart', () => {
    const known = { ...was, tag: 'vRC', version: 'RC' }
    expect(compare([release('vrc')], [known]).releases).toMatchObject([
      { kind: 'refused', reason: "version 'RC' is here, which some systems take for the same" },
    ])
  })
})

describe('archives of the source', () => {
  const archive = { ...asset('widget.tar.gz', ''), id: 0, archive: 'tar' as const }
  const withArchive = selected(before, { archives: [archive] })

  test('are fetched with the release, or added to it, whatever the patterns over assets say', () => {
    expect(names(change(before, undefined, { selected: [withArchive], takesAsset: () => false }).fetch)).toEqual(['widget.tar.gz'])
    expect(change(before, was, { selected: [withArchive] })).toMatchObject({ kind: 'update', fetch: [{ why: 'new' }] })
  })

  test('are never compared, for GitHub makes them anew each time, and never gone', () => {
    const { digest: _, ...known } = { ...was.assets[0], id: 0, name: 'widget.tar.gz', size: 12345 } as ImportedAsset
    const here = { ...was, assets: [...was.assets, known] }
    expect(change(before, here, { selected: [withArchive] })).toMatchObject({ kind: 'unchanged', fetch: [], gone: [] })
    expect(change(before, here)).toMatchObject({ kind: 'unchanged', gone: [] })
  })
})
