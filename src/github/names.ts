import { ActionError } from '../core/errors.ts'
import { visible } from '../core/sanitize.ts'

/** Whether a text may name an account or a repository at GitHub. What passes is safe in an address: `.` and `..` would lead elsewhere. */
export function isName(text: string): boolean {
  return /^(?!\.{1,2}$)[\w.-]{1,100}$/.test(text)
}

/** The API's path of an account or repository, given by its name; throws `invalid-input` when it cannot be one. */
export function nameInPath(name: string): string {
  if (isName(name)) return name
  throw new ActionError('invalid-input', `'${visible(name)}' cannot be the name of an account or a repository at GitHub`)
}

/** `repos/owner/name` for `owner/name`. */
export function repositoryPath(fullName: string): string {
  const [owner, name, ...rest] = fullName.split('/')
  if (owner !== undefined && name !== undefined && rest.length === 0) return `repos/${nameInPath(owner)}/${nameInPath(name)}`
  throw new ActionError('invalid-input', `'${visible(fullName)}' is no repository: write it as owner/name`)
}

/** A tag as part of a path: hostile characters are encoded, its folders stay. No tag has `..` (git-check-ref-format); one that does is refused. */
export function tagInPath(tag: string): string {
  const segments = tag.split('/')
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw new ActionError('rejected', `'${visible(tag)}' cannot be a tag`)
  }
  return segments.map(encodeURIComponent).join('/')
}
