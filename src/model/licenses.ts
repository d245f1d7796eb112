import { spdxIds } from './spdx-ids.ts'

/** How a licence name became the one that is recorded. */
export interface LicenseReading {
  /** An SPDX id, an SPDX expression, or `LicenseRef-…`. */
  readonly license: string
  /** `renamed`: another spelling of an SPDX id, or a retired one; `unknown`: SPDX has no such licence. */
  readonly change: 'none' | 'renamed' | 'unknown'
}

const ids: ReadonlyMap<string, string> = new Map(
  spdxIds
    .trim()
    .split(/\s+/)
    .map((id) => [id.toLowerCase(), id]),
)

/** Names that were common on Bintray and in POMs, reduced by `reduce`; the GNU licences are recognised by their parts. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['apache2', 'Apache-2.0'],
  ['apache2.0', 'Apache-2.0'],
  ['apachev2', 'Apache-2.0'],
  ['apachev2.0', 'Apache-2.0'],
  ['apachesoftware2.0', 'Apache-2.0'],
  ['asl2', 'Apache-2.0'],
  ['asl2.0', 'Apache-2.0'],
  ['bsd2', 'BSD-2-Clause'],
  ['bsd2clause', 'BSD-2-Clause'],
  ['bsdsimplified', 'BSD-2-Clause'],
  ['simplifiedbsd', 'BSD-2-Clause'],
  ['bsd3', 'BSD-3-Clause'],
  ['bsd3clause', 'BSD-3-Clause'],
  ['bsdnew', 'BSD-3-Clause'],
  ['newbsd', 'BSD-3-Clause'],
  ['boost', 'BSL-1.0'],
  ['boostsoftware1.0', 'BSL-1.0'],
  ['cc0', 'CC0-1.0'],
  ['eclipsepublic1.0', 'EPL-1.0'],
  ['eclipsepublic2.0', 'EPL-2.0'],
  ['epl1', 'EPL-1.0'],
  ['epl2', 'EPL-2.0'],
  ['eplv1.0', 'EPL-1.0'],
  ['eplv2.0', 'EPL-2.0'],
  ['mitx11', 'MIT'],
  ['mozillapublic2.0', 'MPL-2.0'],
  ['mpl2', 'MPL-2.0'],
  ['mplv2', 'MPL-2.0'],
  ['mplv2.0', 'MPL-2.0'],
])

/** The SPDX spelling of a licence name as publishers wrote it: Bintray's names were those of 2014 and its own. Never fails. */
export function readLicense(name: string): LicenseReading {
  const text = name.trim()
  const known = ids.get(text.toLowerCase())
  const current = known === undefined ? gnuName(text) : gnuName(known)
  if (current !== undefined && current !== known) return { license: current, change: 'renamed' }
  if (known !== undefined) return { license: known, change: known === text ? 'none' : 'renamed' }
  if (/^LicenseRef-[A-Za-z0-9.-]+$/.test(text) || isExpression(text)) return { license: text, change: 'none' }
  const other = otherNames.get(reduce(text)) ?? ids.get(reduce(text))
  if (other !== undefined) return { license: other, change: 'renamed' }
  return { license: `LicenseRef-${text.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'unnamed'}`, change: 'unknown' }
}

/** `GPL-3.0`, `GPLv3`, `LGPL 2.1+`, `AGPL-V3` and the like: SPDX retired the short ids, which do not say whether later versions count. */
function gnuName(text: string): string | undefined {
  const parts = /^(A|L)?GPL[- ]?v?(\d)(\.\d)?(\+|-or-later| or later)?(-only)?$/i.exec(text)
  if (parts === null) return undefined
  const [, prefix = '', major = '', minor = '.0', later] = parts
  const id = `${prefix.toUpperCase()}GPL-${major}${minor}-${later === undefined ? 'only' : 'or-later'}`
  return ids.has(id.toLowerCase()) ? id : undefined
}

/** True for an SPDX expression such as `MIT OR (Apache-2.0 AND BSD-3-Clause)` of known ids; what follows WITH is an exception's id. */
function isExpression(text: string): boolean {
  if (!/ (?:AND|OR|WITH) /.test(text)) return false
  const tokens = text.replaceAll(/[()]/g, ' ').trim().split(/\s+/)
  return tokens.every((token, index) => {
    if (index % 2 === 1) return token === 'AND' || token === 'OR' || token === 'WITH'
    return tokens[index - 1] === 'WITH' || ids.has(token.replace(/\+$/, '').toLowerCase()) || token.startsWith('LicenseRef-')
  })
}

function reduce(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\b(?:the|licen[cs]e|version)\b/g, '')
    .replaceAll(/[^a-z0-9.]/g, '')
}
