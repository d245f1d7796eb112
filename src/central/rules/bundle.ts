import { formatCoordinates } from '../../maven/coordinates.ts'
import { splitBundle } from '../bundle-split.ts'
import { inPom, type Rule, readComponents } from './rule.ts'

const mebibytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MiB`

/** The bundle as a whole. */
export const bundleRules: readonly Rule[] = [
  {
    id: 'bundle-size',
    severity: 'error',
    message: '413 Payload Too Large: the bundle has ‹bytes›, ‹maximum› are taken',
    cause: 'The Portal takes 1 GiB at a time, unless its support has raised the limit.',
    fix: 'Sync the release in parts, or ask Central\'s support for more and set "max-bundle-megabytes".',
    source: 'https://central.sonatype.org/publish/publish-portal-api/',
    *check(view) {
      if (view.bytes <= view.maximumBytes) return
      const values = { bytes: mebibytes(view.bytes), maximum: mebibytes(view.maximumBytes) }
      const parts = splitBundle(view)
      if (parts === undefined)
        yield { values, fix: 'One version alone is too large: ask Central\'s support for more and set "max-bundle-megabytes".' }
      else {
        const lists = parts.map(
          (part, i) => `${i + 1}. include: ${part.map(({ coordinates }) => formatCoordinates(coordinates)).join(' ')}`,
        )
        yield {
          values,
          fix: `Sync it in ${parts.length} runs, each after the one before is published, with these lists (one entry a line): ${lists.join('; ')}`,
        }
      }
    },
  },
  {
    id: 'left-out',
    severity: 'warning',
    message: '‹path› is left out',
    cause: 'It does not lie in the folder of a version.',
    fix: 'Remove it from the staging directory, or stage it where it belongs.',
    source: 'https://central.sonatype.org/publish/publish-portal-upload/',
    *check({ leftOut }) {
      for (const { path, reason, expected } of leftOut) if (!expected) yield { file: path, values: { path }, cause: `${path}: ${reason}.` }
    },
  },
  {
    id: 'repositories',
    severity: 'notice',
    message: 'the POM asks for other repositories than Central',
    cause: 'Everybody who uses the release would be sent there; Central advises against it.',
    fix: 'Remove <repositories> and <pluginRepositories> from the published POM.',
    source: 'https://central.sonatype.org/publish/requirements/',
    *check(view) {
      for (const read of readComponents(view)) if (read.model.repositories !== undefined) yield inPom(read, read.model.repositories)
    },
  },
]
