/**
 * One line of `sha256sum`: digest, two blanks, path. A path with a backslash or a line break is escaped and the line begins with a backslash,
 * as coreutils writes and reads it.
 */
export function checksumLine(sha256: string, path: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`
}
