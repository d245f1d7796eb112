import { glob, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const sources = await sourceText()
const pages = await Array.fromAsync(glob('actions/*/README.md'))

describe.each(pages)('the troubleshooting of %s', async (page) => {
  const text = await readFile(page, 'utf8')
  const table = text.slice(text.indexOf('| message | cause | cure |')).split('\n\n')[0] ?? ''
  const messages = [...table.matchAll(/^\| `(.+?)` \|/gm)].map(([, message]) => message ?? '')

  test('tells of messages', () => {
    expect(messages.length).toBeGreaterThan(5)
  })

  test.each(messages)('%s is what the code says', (message) => {
    // `…` stands for what the code fills in.
    const parts = message
      .split('…')
      .map((part) => part.replace(/^'|'$/g, '').trim())
      .filter((part) => part.length > 3)
    expect(parts.filter((part) => !sources.includes(part))).toEqual([])
    expect(parts).not.toEqual([])
  })
})

async function sourceText(): Promise<string> {
  const entries = await readdir('src', { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'))
  return (await Promise.all(files)).join('\n').replaceAll("\\'", "'")
}
