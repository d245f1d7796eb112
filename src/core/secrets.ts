// Shorter values are not masked: they would blot out half of the log (platform rule: no mask under four characters).
const shortestMask = 4
const shortestLine = 8

/**
 * Everything that must be masked for one secret. The runner adds its own variants of each (base64 at three alignments, JSON, URI, XML: actions/runner,
 * ValueEncoders.cs); it does not know the armor inside a base64 secret, nor single lines of it, nor hexadecimal and base64url spellings.
 */
export function maskVariants(secret: string): readonly string[] {
  const variants = new Set<string>()
  for (const text of [secret, decodedArmor(secret)]) {
    if (text === undefined) continue
    const bytes = Buffer.from(text)
    for (const variant of [text, text.trim(), bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')])
      variants.add(variant)
    for (const line of text.split(/\r?\n/)) if (line.length >= shortestLine && !isArmorFrame(line)) variants.add(line)
  }
  return [...variants].filter((variant) => variant.trim().length >= shortestMask)
}

/**
 * Takes a secret out of other people's texts, such as the answers of a server that it was sent to: every variant that is masked, and what JSON,
 * addresses and base64 of a longer text make of it. The runner hides those in a log, not in outputs and summaries.
 */
export function redactor(secret: string): (text: string) => string {
  const bytes = Buffer.from(secret)
  const wholeGroups = [0, 1, 2].map((shift) => bytes.subarray(shift, bytes.length - ((bytes.length - shift) % 3)).toString('base64'))
  const spellings = [...maskVariants(secret), ...wholeGroups, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]
  const needles = [...new Set(spellings)].filter(({ length }) => length >= shortestLine).sort((a, b) => b.length - a.length)
  return (text) => needles.reduce((rest, needle) => rest.replaceAll(needle, '***'), text)
}

/** The armored key inside a secret that is base64 of it, a habit in CI. */
function decodedArmor(secret: string): string | undefined {
  if (!/^[A-Za-z0-9+/=\s]+$/.test(secret)) return undefined
  const text = Buffer.from(secret, 'base64').toString('latin1')
  return text.includes('-----BEGIN PGP') ? text : undefined
}

/** Header lines of an armor are no secret, and masking them would hide every public key too. */
function isArmorFrame(line: string): boolean {
  return line.startsWith('-----') || /^[A-Z][A-Za-z]+: /.test(line)
}
