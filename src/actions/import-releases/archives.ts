import type { SourceRelease } from '../../github/source-model.ts'
import type { ImportableAsset } from './changes.ts'
import type { ImportInputs } from './rules.ts'

const endings = { tar: 'tar.gz', zip: 'zip' } as const

/**
 * GitHub's archives of the source at a release's tag, as files to import. They have no id, no size and no digest: GitHub makes them when they are asked
 * for. A draft's tag does not exist yet, and has none.
 */
export function archivesOf(
  release: SourceRelease,
  { name, version }: { readonly name: string; readonly version: string },
  wanted: ImportInputs['sourceArchives'],
): readonly ImportableAsset[] {
  if (release.draft || wanted === 'none') return []
  const forms = wanted === 'both' ? (['tar', 'zip'] as const) : [wanted]
  return forms.map((archive) => ({
    id: 0,
    // Many releases have an archive of their own under the plain name.
    name: `${name}-${version.replaceAll('/', '-')}-source.${endings[archive]}`,
    size: 0,
    state: 'uploaded',
    updatedAt: release.publishedAt ?? release.createdAt,
    apiUrl: '',
    downloadUrl: '',
    archive,
  }))
}
