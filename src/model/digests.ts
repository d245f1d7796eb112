/** The digest algorithms of a version record, in the order in which it lists them. */
export const digestAlgorithms = ['md5', 'sha1', 'sha256', 'sha512'] as const
export type DigestAlgorithm = (typeof digestAlgorithms)[number]

/** Lower-case hexadecimal digests of one file. */
export type Digests = Readonly<Record<DigestAlgorithm, string>>
