import { ActionError } from './errors.ts'

/** Whether a URL's host is this machine by its very name: `localhost`, 127.0.0.0/8 or `[::1]`. No name is resolved. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/**
 * The rule for every address that a user gives: https, or plain http to this machine only. Credentials in the address are refused as well, because
 * addresses are printed. Throws `invalid-input`, naming `what` was wrong, for example `input 'portal-url'`.
 */
export function requireHttpsOrLoopback(text: string, what = 'the address'): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || url.hostname === '') {
    throw new ActionError('invalid-input', `${what} is no URL`, { hint: 'Give a whole one: https://host/path' })
  }
  if (url.username !== '' || url.password !== '') {
    throw new ActionError('invalid-input', `${what} holds a user name or a password`, { hint: 'Give credentials by their own inputs.' })
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return url
  throw new ActionError('invalid-input', `${what}, ${printableUrl(url)}, is not encrypted`, {
    hint: 'Use https. Plain http is for servers on this machine only.',
  })
}

/** A URL for messages: without credentials and fragment, and with the names of its query only, for signed addresses keep their secrets there. */
export function printableUrl(url: URL): string {
  const names = [...new Set(url.searchParams.keys())].map((name) => `${encodeURIComponent(name)}=…`)
  return `${url.protocol}//${url.host}${url.pathname}${names.length === 0 ? '' : `?${names.join('&')}`}`
}
