import type { BintraySelection, FileSelection, LocatedText } from '../descriptor.ts'
import { bintrayPatternProblem } from '../patterns/bintray-pattern.ts'
import type { ClauseReader } from './clause-reader.ts'

/** The files that Artifactory's form chooses: `applyToFiles` or `applyToRepoFiles`, and everything beside the descriptor when both are empty. */
export function readArtifactorySelections(top: ClauseReader): FileSelection[] {
  if (top.clauses('applyToProps').length > 0) {
    top.error(
      'applyToProps',
      'applyToProps chooses by properties, and local files have none',
      'Choose the files by applyToFiles or applyToRepoFiles, and remove applyToProps.',
    )
  }
  const { diagnostics } = top.reading
  const before = diagnostics.errors.length
  const chosen = (['applyToFiles', 'applyToRepoFiles'] as const).map((key) => ({ key, texts: top.texts(key) }))
  const faulty = diagnostics.errors.length > before || chosen.some(({ key }) => top.isVoid(key))
  // A selection of nothing but faults is no empty one.
  if (chosen.every(({ texts }) => texts.length === 0)) return faulty ? [] : [{ kind: 'folder' }]
  return chosen.flatMap(({ key, texts }) => readPatterns(top, key, texts))
}

function readPatterns(top: ClauseReader, key: 'applyToFiles' | 'applyToRepoFiles', texts: readonly LocatedText[]): BintraySelection[] {
  const { diagnostics } = top.reading
  const selections: BintraySelection[] = []
  for (const { text, location } of texts) {
    // The documentation's sample holds two patterns in one string.
    for (const pattern of text.split(',').map((part) => part.trim())) {
      if (pattern === '') continue
      const rooted = pattern.startsWith('/')
      const path = pattern.replace(/^\/+/, '')
      const problem = bintrayPatternProblem(path) ?? (key === 'applyToFiles' ? repositoryProblem(path) : undefined)
      if (problem !== undefined) {
        diagnostics.error(`${key}: ${pattern}: ${problem}`, {
          location,
          hint: 'A pattern ends in a file name, such as folder/*.jar or folder/*.*.',
        })
        continue
      }
      selections.push({
        kind: 'bintray',
        base: key === 'applyToFiles' || rooted ? 'workspace' : 'descriptor',
        pattern: { text: path, location },
      })
    }
  }
  return selections
}

/** `applyToFiles` holds full paths: the repository key, in which no wildcard is possible, is the first folder. */
function repositoryProblem(path: string): string | undefined {
  const slash = path.indexOf('/')
  if (slash < 0) return 'a full path begins with the repository, as in repository/path'
  return /[*?]/.test(path.slice(0, slash)) ? 'the repository, which is the first folder, takes no wildcard' : undefined
}
