import type { Diagnostics, Location } from '../../core/diagnostics.ts'
import { readLicense } from '../licenses.ts'

/** A value with its name for messages (`package.vcs_url`) and its place. */
export interface NamedText {
  readonly name: string
  readonly text: string
  readonly location: Location
}

const scheme = /^[a-z][a-z0-9+.-]*:\/\//i
/** `git@github.com:owner/name.git`: what ssh and git take, and no URL. */
const scpAddress = /^[\w.-]+@[\w.-]+:[^\s]+$/
const datePattern = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](\d\d)(?::?(\d\d))?)?)?$/

/** A web address, or with `vcs` that of a repository. One without a scheme gets `https://` and a notice; undefined after an error. */
export function readUrl(value: NamedText, kind: 'web' | 'vcs', diagnostics: Diagnostics): string | undefined {
  const { name, location } = value
  const text = value.text.trim()
  const refuse = (why: string, hint: string) => diagnostics.error(`${name} ${why}: ${text}`, { location, hint })
  if (/\s/.test(text)) return void refuse('holds a blank', 'Remove the blank; addresses have none.')
  if (kind === 'vcs' && (scpAddress.test(text) || text.startsWith('scm:'))) return text
  const url = scheme.test(text) ? text : `https://${text}`
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined) return void refuse('is no address', 'An address looks like https://example.org/path.')
  if (parsed.password !== '')
    return void diagnostics.error(`${name} holds a password, which would be published`, { location, hint: 'Remove it, and revoke it.' })
  if (kind === 'web' && !/^https?:$/.test(parsed.protocol)) return void refuse('is no web address', 'It begins with https://.')
  if (url !== text) diagnostics.notice(`${name} has no scheme; taken as ${url}`, { location, hint: 'Write https:// before it.' })
  return url
}

/** True for `2026-11-21` and ISO 8601 date-times of a day that exists; the offset may lack its colon (`+0100`). */
export function isDate(text: string): boolean {
  const parts = datePattern.exec(text)
  if (parts === null) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false
  return hour < 24 && minute < 60 && second <= 60 && offsetHour < 24 && offsetMinute < 60
}

/** A date as it was written; undefined after an error. */
export function readDate(value: NamedText, diagnostics: Diagnostics): string | undefined {
  const text = value.text.trim()
  if (isDate(text)) return text
  diagnostics.error(`${value.name} is no date: ${text}`, { location: value.location, hint: 'Write 2026-11-21, or 2026-11-21T12:00:00Z.' })
  return undefined
}

/** A licence by its SPDX name. */
export function readLicenseName(value: NamedText, diagnostics: Diagnostics): string {
  const { license, change } = readLicense(value.text)
  const { location } = value
  if (change === 'renamed') diagnostics.notice(`${value.name}: ${value.text} is ${license} in SPDX`, { location })
  if (change === 'unknown') {
    diagnostics.warning(`${value.name}: SPDX knows no licence ${value.text}; recorded as ${license}`, {
      location,
      hint: 'See https://spdx.org/licenses/ for the names.',
    })
  }
  return license
}

/** `owner/name` on GitHub, also from the address of the repository; undefined after an error. */
export function readGithubRepository(value: NamedText, diagnostics: Diagnostics): string | undefined {
  const text = value.text
    .trim()
    .replace(/^https?:\/\/github\.com\//, '')
    .replace(/(?:\.git|\/)$/, '')
  if (/^[\w.-]+\/[\w.-]+$/.test(text)) return text
  diagnostics.error(`${value.name} is no repository of GitHub: ${value.text}`, { location: value.location, hint: 'Write owner/name.' })
  return undefined
}

const movingNames =
  /^(?:latest|newest|current|stable|unstable|edge|master|main|trunk|head|develop|dev|devel|nightly|daily|weekly|continuous|snapshot|ci|test|testing)$/i

/** Tells when a version's name is one that moves on: its files would have to be replaced again and again. */
export function noticeMovingName(value: NamedText, diagnostics: Diagnostics): void {
  if (!movingNames.test(value.text)) return
  diagnostics.notice(
    `${value.text} is a moving name: a published file is replaced only with \`override: true\`, and only within \`update-window-days\``,
    {
      location: value.location,
      hint: 'Give every version a name of its own.',
    },
  )
}
