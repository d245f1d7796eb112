import { speaksOfQuota, usagePage } from './portal-error.ts'

/** What a message of the Portal's validation is about. A closed list; `noise` is no error at all, `unknown` is whatever nobody has seen yet. */
export type MessageKind =
  | 'exists'
  | 'namespace'
  | 'snapshot'
  | 'missing-javadoc'
  | 'missing-sources'
  | 'unsigned'
  | 'key-not-found'
  | 'bad-signature'
  | 'missing-checksum'
  | 'bad-checksum'
  | 'pom-name'
  | 'pom-description'
  | 'pom-url'
  | 'pom-license'
  | 'pom-scm'
  | 'pom-developers'
  | 'pom-dependency-version'
  | 'stray-files'
  | 'coordinates'
  | 'broken-archive'
  | 'too-large'
  | 'quota'
  | 'noise'
  | 'unknown'

/** One message of the Portal's, understood. */
export interface DeploymentMessage {
  readonly kind: MessageKind
  /** The Portal's own words, on one line, at most 2,000 characters. */
  readonly text: string
  /** The component that it is about, as far as the Portal says it. */
  readonly purl?: string
  /** The name of the file that it is about. */
  readonly file?: string
  /** Why, most likely. */
  readonly cause: string
  /** What to do. */
  readonly cure: string
}

interface Rule {
  readonly kind: MessageKind
  /** The groups `file` and `purl` say what it is about. */
  readonly pattern: RegExp
  readonly cause: string
  readonly cure: string
}

const incompletePom = 'The POM and the parents that it inherits from do not say it.'
const addToPom = (element: string) => `Add <${element}> to the POM, or to its parent.`

// The strings that users have met, and told in public issues, most telling first. The tests of the emulator know them by these numbers.
const rules: readonly Rule[] = [
  {
    kind: 'noise', // 25
    pattern: /components info not found/,
    cause: 'The Portal says so while it works: it is no error.',
    cure: 'Nothing is to be done.',
  },
  {
    kind: 'exists', // 1
    pattern: /^Component with package url: '(?<purl>[^']+)'.* already exists\b|already exists\.?$/,
    cause: 'This version is on Central already, and what is there never changes.',
    cure: 'Release what has changed under a new version.',
  },
  {
    kind: 'namespace', // 2
    pattern: /^Namespace '.+' is not allowed/,
    cause: 'The groupId lies in no namespace that Central has verified for this token, or a file of somebody else’s is in the bundle.',
    cure: 'Verify the namespace at https://central.sonatype.com/publishing/namespaces, or leave the files out with "exclude".',
  },
  {
    kind: 'snapshot', // 3
    pattern: /cannot be a SNAPSHOT/,
    cause: 'Central publishes releases only.',
    cure: 'Set a version without -SNAPSHOT.',
  },
  {
    kind: 'missing-javadoc', // 4
    pattern: /^Javadocs must be provided/,
    cause: 'A jar with classes has no -javadoc.jar beside it.',
    cure: 'Build one, or set "placeholder-javadoc: true".',
  },
  {
    kind: 'missing-sources', // 5
    pattern: /^Sources must be provided/,
    cause: 'A jar with classes has no -sources.jar beside it.',
    cure: 'Build one, or set "placeholder-sources: true".',
  },
  {
    kind: 'unsigned', // 6
    pattern: /^Missing signature for file: (?<file>.+)/,
    cause: 'The bundle holds the file without its .asc.',
    cure: 'Run again; every file is signed before it is sent. If it comes back, please report it.',
  },
  {
    kind: 'key-not-found', // 7
    pattern: /^Invalid signature for file: (?<file>.+?)\s+-+\s+.*public key/,
    cause: 'No key server that Central asks serves the key, or serves it without a user ID because its mail address is not verified.',
    cure: 'Send the key to keyserver.ubuntu.com, or set "publish-key: auto"; at keys.openpgp.org verify its mail address; then run again.',
  },
  {
    kind: 'bad-signature', // 8, 9
    pattern: /^Invalid signature for file: (?<file>.+?)(?:\s+-+\s+.*)?$/,
    cause: 'The signature does not match the bytes: the file has changed after it was signed, or Central does not support the key.',
    cure: 'Build and sign anew; if the key is of an uncommon kind, sign with RSA or Ed25519.',
  },
  {
    kind: 'missing-checksum', // 10
    pattern: /^Missing (?:md5|sha1|sha256|sha512) checksum for file: (?<file>.+)/,
    cause: 'The bundle holds the file without this checksum.',
    cure: 'Run again; every file is sent with md5 and sha1. If it comes back, please report it.',
  },
  {
    kind: 'bad-checksum', // 11
    pattern: /^Invalid '(?:md5|sha1|sha256|sha512)' checksum for file: (?<file>.+)/,
    cause: 'The checksum in the bundle is not that of the file.',
    cure: 'Remove the staged checksum, or build again: one of the two was damaged on the way.',
  },
  { kind: 'pom-name', pattern: /^Project name\b/, cause: incompletePom, cure: addToPom('name') }, // 12
  { kind: 'pom-description', pattern: /^Project description\b/, cause: incompletePom, cure: addToPom('description') }, // 13
  { kind: 'pom-url', pattern: /^Project URL\b/, cause: incompletePom, cure: addToPom('url') }, // 14
  { kind: 'pom-license', pattern: /^License information\b/, cause: incompletePom, cure: addToPom('licenses') }, // 15
  { kind: 'pom-scm', pattern: /^SCM URL\b/, cause: incompletePom, cure: 'Add <scm> with <url> to the POM, or to its parent.' }, // 16
  { kind: 'pom-developers', pattern: /^Developers information\b/, cause: incompletePom, cure: addToPom('developers') }, // 17
  {
    kind: 'pom-dependency-version', // 18, 19
    pattern: /^Dependency (?:management dependency )?version information is missing/,
    cause: 'A dependency has no version, or its version comes from a parent or BOM that is neither in the bundle nor on Central.',
    cure: 'Write the version into the POM, or publish the parent or BOM first or together with it.',
  },
  {
    kind: 'stray-files', // 20
    pattern: /does NOT have a \.pom file/,
    cause: 'Files lie beside the folders of versions, or a version has no POM.',
    cure: 'Add the POM, or leave the files out with "exclude".',
  },
  {
    kind: 'coordinates', // 21, 22
    pattern:
      /^Failed to (?:get coordinates from pom file|associate file with coordinates)\s+(?<file>\S+)|^Failed to (?:get coordinates|associate file)/,
    cause:
      'Name or folder of the file does not fit the coordinates in its POM, or the POM inherits them from a parent that Central does not have.',
    cure: 'Write groupId and version into the POM, and name files artifactId-version, as the Maven layout has it.',
  },
  {
    kind: 'broken-archive', // 23, 24
    pattern: /^Failed to process deployment:(?:.*File with path '(?<file>[^']+)' is missing)?/,
    cause: 'A signature or checksum has no file, or a .jar is empty or no zip archive.',
    cure: 'Look at the files of the build: each .jar must open with "unzip -t".',
  },
  {
    kind: 'too-large',
    pattern: /file size exceeds the limit/i,
    cause: 'The bundle is larger than Central takes.',
    cure: 'Leave something out with "exclude", or split the release with "include".',
  },
]

// Some messages list every file of a bundle; it also keeps the patterns quick, whatever a server sends.
const longestText = 2000

/** Understands one message of the Portal's. `subject` is the purl under which it came, or `common`. */
export function classifyMessage(message: string, subject = 'common'): DeploymentMessage {
  const text = message.trim().replace(/\s+/g, ' ').slice(0, longestText)
  for (const { kind, pattern, cause, cure } of rules) {
    const match = pattern.exec(text)
    if (match === null) continue
    const { purl = subject.startsWith('pkg:') ? subject : undefined, file } = match.groups ?? {}
    return { kind, text, ...(purl !== undefined && { purl }), ...(file !== undefined && { file }), cause, cure }
  }
  return { ...unlisted(text), text, ...(subject.startsWith('pkg:') && { purl: subject }) }
}

function unlisted(text: string): Pick<DeploymentMessage, 'kind' | 'cause' | 'cure'> {
  if (speaksOfQuota(text)) {
    return {
      kind: 'quota',
      cause: 'The monthly publishing limits of the organization are reached.',
      cure: `See ${usagePage}; run again next month, or ask Sonatype for Publisher Pro or an exemption.`,
    }
  }
  return {
    kind: 'unknown',
    cause: 'The Portal’s validation says so; we have not met this message before.',
    cure: 'See https://central.sonatype.org/publish/requirements/, and please report the message: https://github.com/outtray/outtray/issues',
  }
}
