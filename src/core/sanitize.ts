// Control characters, line and paragraph separators, and bidirectional controls: they break lines, colour terminals and reorder text.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g
const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Spells control and direction characters out, so that text from outside stays on one line and reads as it is. */
export function visible(text: string): string {
  return text.replace(unsafe, (character) => named[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`)
}

/**
 * Makes text from outside safe to print in a log: the runner obeys `##[command]` anywhere in a line and `::command::` at its start
 * (actions/runner, ActionCommand.cs), so a zero-width space parts their characters.
 */
export function safe(text: string): string {
  return visible(text)
    .replaceAll('##[', '##\u200b[')
    .replace(/^(\s*):(?=:)/, '$1:\u200b')
}
