import type { BundleComponent, BundleFile, BundleView } from '../bundle-view.ts'
import { isArchiveName } from '../jar-listing.ts'
import type { Breach, Rule } from './rule.ts'

function fileNamed(component: BundleComponent, ending: string): BundleFile | undefined {
  const { artifactId, version } = component.coordinates
  return component.files.find(({ name }) => name === `${artifactId}-${version}${ending}`)
}

/** Packaging `pom` needs the POM alone; AARs and all else that is no jar pass without documentation. */
function* mainJars({ components }: BundleView): Generator<{ component: BundleComponent; jar: BundleFile }> {
  for (const component of components) {
    const { pom } = component
    const jar = fileNamed(component, '.jar')
    const exempt = pom !== undefined && 'model' in pom && (pom.model.packaging === 'pom' || pom.model.relocated)
    if (jar !== undefined && !exempt) yield { component, jar }
  }
}

function* undocumented(view: BundleView, ending: '-javadoc.jar' | '-sources.jar'): Generator<Breach> {
  for (const { component, jar } of mainJars(view)) {
    if (jar.archive?.kind === 'archive' && jar.archive.hasClasses && fileNamed(component, ending) === undefined)
      yield { component, file: jar.path }
  }
}

function* archives({ components }: BundleView): Generator<{ component: BundleComponent; file: BundleFile }> {
  for (const component of components) for (const file of component.files) if (isArchiveName(file.name)) yield { component, file }
}

const documentation = 'https://central.sonatype.org/publish/requirements/#supply-javadoc-and-sources'

/** What a release is made of (Portal messages 4, 5, 23, 24 and 26). */
export const artifactRules: readonly Rule[] = [
  {
    id: 'javadoc',
    severity: 'error',
    message: 'Javadocs must be provided but not found in entries',
    cause: 'A jar with class files has no -javadoc.jar beside it.',
    fix: 'Build one, or set "placeholder-javadoc: true": Central takes a jar with a README.',
    source: documentation,
    check: (view) => undocumented(view, '-javadoc.jar'),
  },
  {
    id: 'sources',
    severity: 'error',
    message: 'Sources must be provided but not found in entries',
    cause: 'A jar with class files has no -sources.jar beside it.',
    fix: 'Build one, or set "placeholder-sources: true": Central takes a jar with a README.',
    source: documentation,
    check: (view) => undocumented(view, '-sources.jar'),
  },
  {
    id: 'documentation-advised',
    severity: 'warning',
    message: '‹file› has no ‹lacking› beside it',
    cause: 'Central asks for it by its documents, and passes a jar without class files today all the same.',
    fix: 'Build one, or set "placeholder-javadoc" and "placeholder-sources".',
    source: documentation,
    *check(view) {
      for (const { component, jar } of mainJars(view)) {
        if (jar.archive?.kind !== 'archive' || jar.archive.hasClasses) continue
        const lacking = ['-javadoc.jar', '-sources.jar'].filter((ending) => fileNamed(component, ending) === undefined)
        if (lacking.length > 0) yield { component, file: jar.path, values: { file: jar.name, lacking: lacking.join(' and no ') } }
      }
    },
  },
  {
    id: 'orphan',
    severity: 'error',
    message: "Failed to process deployment: Error on building manifests: File with path '‹path›' is missing",
    cause: 'A signature or checksum lies there without its file.',
    fix: 'Add the file, or remove the sidecar.',
    source: 'https://central.sonatype.org/publish/publish-portal-upload/',
    *check({ components }) {
      for (const component of components) {
        for (const { path, missing } of component.orphans) {
          yield { component, file: path, values: { path: missing }, cause: `${path} lies there without its file.` }
        }
      }
    },
  },
  {
    id: 'archive',
    severity: 'error',
    message:
      'Failed to process deployment: Error on building manifests: Unable to parse archive Details: No Archiver found for the stream signature',
    cause: 'A .jar is empty or no zip archive.',
    fix: 'Build it again, and look how it travels from the build to here; "unzip -t" must be able to read it.',
    source: 'https://central.sonatype.org/publish/publish-portal-guide/',
    *check(view) {
      for (const { component, file } of archives(view)) {
        if (file.archive?.kind === 'no-archive') yield { component, file: file.path, cause: `${file.path}: ${file.archive.why}.` }
      }
    },
  },
  {
    id: 'executable-jar',
    severity: 'warning',
    message: '‹file› begins with something else than an archive: Central refuses executable jars',
    cause: 'A shell script before the archive makes it executable (Spring Boot: "executable"), and the validation cannot read it.',
    fix: 'Release the plain jar; the executable one fits a GitHub release.',
    source: 'https://github.com/prestodb/presto/issues/25856',
    *check(view) {
      for (const { component, file } of archives(view)) {
        if (file.archive?.kind === 'archive' && file.archive.prefix > 0) yield { component, file: file.path, values: { file: file.name } }
      }
    },
  },
]
