/** Whose requests the Portal answers. */
export interface TokenPolicy {
  /** `user:password` of the user token. */
  readonly token: string
  /** Whether the old `UserToken` scheme still passes beside `Bearer` and `Basic`. */
  readonly userToken: boolean
}

/** Whether an `Authorization` header carries the token. Its base64 must be exact: a stray newline in it is a wrong token. */
export function isAuthorized(header: string | undefined, { token, userToken }: TokenPolicy): boolean {
  const [, scheme = '', credentials = ''] = /^(\S+) +(.+)$/.exec(header ?? '') ?? []
  const schemes = ['bearer', 'basic', ...(userToken ? ['usertoken'] : [])]
  return schemes.includes(scheme.toLowerCase()) && credentials === Buffer.from(token).toString('base64')
}
