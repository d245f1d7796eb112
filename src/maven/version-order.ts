/**
 * Maven's order of versions, as `ComparableVersion` of Maven 3 has it (https://maven.apache.org/pom.html#version-order-specification):
 * negative when `a` is older than `b`, positive when it is newer, 0 when Maven takes both for the same version.
 * Any text is a version. Time and memory are linear in the lengths.
 */
export function compareVersions(a: string, b: string): number {
  const left = parse(a)
  const right = parse(b)
  for (let depth = 0, i = 0; ; ) {
    const mine = itemAt(left, depth, i)
    const theirs = itemAt(right, depth, i)
    if (mine === undefined && theirs === undefined) return 0
    if (mine?.kind === 'list' && theirs?.kind === 'list') {
      // A list is the last item of its list, so nothing follows on this level.
      depth++
      i = 0
      continue
    }
    const order =
      mine === undefined
        ? -compareToNothing(theirs, right)
        : theirs === undefined
          ? compareToNothing(mine, left)
          : compareItems(mine, theirs)
    if (order !== 0) return order
    i++
  }
}

interface NumberItem {
  readonly kind: 'number'
  /** Decimal digits without leading zeros; empty for 0. */
  readonly digits: string
}

interface QualifierItem {
  readonly kind: 'qualifier'
  readonly text: string
}

interface ListItem {
  readonly kind: 'list'
  readonly depth: number
}

type Item = NumberItem | QualifierItem | ListItem

/** Lists hold lists only at their end, so the tree is a row of levels: the list at the end of level `n` is level `n + 1`. */
type Level = (NumberItem | QualifierItem)[]

function parse(version: string): readonly Level[] {
  let level: Level = []
  const levels = [level]
  const descend = () => {
    level = []
    levels.push(level)
  }
  const tokens = version.toLowerCase().match(/[0-9]+|[^0-9.-]+|[.-]/g) ?? []
  let previous = 'separator'
  for (const [index, token] of tokens.entries()) {
    const next = kindOf(tokens[index + 1])
    const kind = kindOf(token)
    if (kind === 'separator') {
      if (previous === 'separator') level.push(numberItem('0'))
      if (token === '-') descend()
    } else if (kind === 'digits') {
      level.push(numberItem(token))
      if (next === 'letters') descend()
    } else {
      // `1.x1` is read as `1-x1`.
      if (next !== 'separator' && level.length > 0) descend()
      level.push(qualifierItem(token, next === 'digits'))
      if (next === 'digits') descend()
    }
    previous = kind
  }
  return withoutNothings(levels)
}

function kindOf(token: string | undefined): 'separator' | 'digits' | 'letters' | 'end' {
  if (token === undefined) return 'end'
  if (token === '.' || token === '-') return 'separator'
  return /^[0-9]/.test(token) ? 'digits' : 'letters'
}

/** Zeros and release qualifiers at the end of a level say nothing, whether or not a list follows: `1.0-x` is `1-x`. */
function withoutNothings(levels: readonly Level[]): readonly Level[] {
  for (const level of levels) {
    for (let last = level.at(-1); last !== undefined && saysNothing(last); last = level.at(-1)) level.pop()
  }
  let length = levels.length
  while (length > 0 && levels[length - 1]?.length === 0) length--
  return levels.slice(0, length)
}

function saysNothing(item: NumberItem | QualifierItem): boolean {
  return item.kind === 'number' ? item.digits === '' : item.text === ''
}

function itemAt(levels: readonly Level[], depth: number, index: number): Item | undefined {
  const level = levels[depth]
  if (level === undefined) return undefined
  return level[index] ?? (index === level.length && depth + 1 < levels.length ? { kind: 'list', depth: depth + 1 } : undefined)
}

function numberItem(digits: string): NumberItem {
  return { kind: 'number', digits: digits.replace(/^0+/, '') }
}

const shortQualifiers: ReadonlyMap<string, string> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
])

const synonyms: ReadonlyMap<string, string> = new Map([
  ['ga', ''],
  ['final', ''],
  ['release', ''],
  ['cr', 'rc'],
])

function qualifierItem(token: string, beforeDigit: boolean): QualifierItem {
  const text = (beforeDigit ? shortQualifiers.get(token) : undefined) ?? token
  return { kind: 'qualifier', text: synonyms.get(text) ?? text }
}

/** Oldest first; the empty qualifier is the release. Unknown qualifiers are newer than all of these, in the order of their letters. */
const knownQualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp']

function rank(qualifier: string): number {
  const known = knownQualifiers.indexOf(qualifier)
  return known === -1 ? knownQualifiers.length : known
}

function compareQualifiers(a: string, b: string): number {
  const order = rank(a) - rank(b)
  if (order !== 0 || rank(a) < knownQualifiers.length) return order
  return a < b ? -1 : a > b ? 1 : 0
}

function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/** `1.0-x` < `1-1` < `1.1`: qualifiers are older than lists, lists are older than numbers. */
const kindOrder = { qualifier: 0, list: 1, number: 2 } as const

function compareItems(a: Item, b: Item): number {
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a.digits, b.digits)
  if (a.kind === 'qualifier' && b.kind === 'qualifier') return compareQualifiers(a.text, b.text)
  return kindOrder[a.kind] - kindOrder[b.kind]
}

/** How an item compares with the end of the other version: a number with 0, a qualifier with a release, a list by its first item that says something. */
function compareToNothing(item: Item | undefined, levels: readonly Level[]): number {
  if (item === undefined) return 0
  if (item.kind === 'number') return compareNumbers(item.digits, '')
  if (item.kind === 'qualifier') return compareQualifiers(item.text, '')
  const inner = levels.slice(item.depth).flat()
  return inner.map((each) => compareToNothing(each, levels)).find((order) => order !== 0) ?? 0
}
