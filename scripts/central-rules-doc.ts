import { rules } from '../src/central/rules/rules.ts'
import { table } from './reference-tables.ts'

const introduction = `# What Central demands of a bundle

Every rule that \`sync-to-central\` knows, in the order in which breaches are told. All are checked before anything is sent, all breaches at once;
an error stops the sync, a warning or notice does not. The messages are the Portal's own words where it has some; \`‹…›\` stands for what a breach
fills in. This page is generated from \`src/central/rules/\`.
`

/** Names of elements are no markup. */
function plain(text: string): string {
  return text.replaceAll('<', '\\<')
}

/** The page about the rules of Maven Central, derived from the rules themselves: path → text. */
export function centralRulesDocument(): Map<string, string> {
  const local = rules.filter(({ check }) => check !== undefined)
  const portal = rules.filter(({ check }) => check === undefined)
  const rows = (some: typeof rules) =>
    some.map(({ id, severity, message, cause, fix, source }) => [
      `\`${id}\``,
      severity,
      `\`${message}\``,
      plain(cause),
      plain(fix),
      `[source](${source})`,
    ])
  const section = (title: string, some: typeof rules) =>
    `## ${title}\n\n${table(['rule', 'severity', 'message', 'cause', 'fix', ''], rows(some))}\n`
  const text = [introduction, section('Checked before anything is sent', local), section('Told by the Portal only', portal)].join('\n')
  return new Map([['docs/central-rules.md', text]])
}
