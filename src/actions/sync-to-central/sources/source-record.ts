import path from 'node:path'
import type { ConnectedContext } from '../../../core/action.ts'
import { Diagnostics } from '../../../core/diagnostics.ts'
import { publishedRecord } from '../../../model/repository-layout.ts'
import type { SyncInputs } from '../rules.ts'
import type { SourceRecord } from './found-file.ts'
import { findPlace, shownPath } from './place.ts'
import { readRecord } from './record-document.ts'
import { keeperOf } from './repository-source.ts'

/** The record of the version that `from` leads to; undefined when it leads to none, such as a staging directory. Throws when it is broken. */
export function sourceRecord({ from, package: name, version }: SyncInputs, { workspace }: ConnectedContext): SourceRecord | undefined {
  const [origin] = from
  if (origin === undefined) return undefined
  const diagnostics = new Diagnostics()
  const place = findPlace(origin, workspace, diagnostics)
  diagnostics.throwIfErrors()
  if (place === undefined || place.kind === 'staging') return undefined
  if (place.kind === 'repository' && (name === undefined || version === undefined)) return undefined
  const document = publishedRecord(name ?? '', version ?? '')
  const absolute = place.kind === 'repository' ? path.join(place.absolute, document) : place.absolute
  const shownAs = shownPath(workspace, absolute)
  const record = readRecord(absolute, shownAs, diagnostics)
  diagnostics.throwIfErrors()
  const repository = place.kind === 'repository' ? place.absolute : keeperOf(absolute)?.repository
  return record && { record, absolute, shownAs, ...(repository !== undefined && { repository }) }
}
