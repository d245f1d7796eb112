/**
 * Replaces what stands between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->` in a Markdown document.
 * Fails when the markers are not there exactly once, so that a table cannot get lost unnoticed.
 */
export function replaceSection(document: string, name: string, content: string): string {
  const begin = `<!-- generated:${name} -->`
  const end = `<!-- /generated:${name} -->`
  const [head, rest, ...more] = document.split(begin)
  const [, tail, ...others] = (rest ?? '').split(end)
  if (head === undefined || tail === undefined || more.length > 0 || others.length > 0) {
    throw new Error(`the document must hold ${begin} … ${end} once`)
  }
  return `${head}${begin}\n${content.trim()}\n${end}${tail}`
}

/** Whether the document asks for that section. */
export function hasSection(document: string, name: string): boolean {
  return document.includes(`<!-- generated:${name} -->`)
}
