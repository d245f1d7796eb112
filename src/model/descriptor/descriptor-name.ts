/** The name of our own descriptor in the root of a workspace. */
export const outtrayName = 'outtray.yml'

/** True for the names by which Artifactory knew a descriptor: `bintray-info` anywhere, in any case, and `.json` at the end. */
export function isBintrayDescriptor(path: string): boolean {
  return /bintray-info[^/]*\.json$/i.test(path)
}

/** True for unfilled templates that stand next to the real descriptor: `bintray-info.tmpl.json`, `bintray-info-template.json`, `….json.in`. */
export function isDescriptorTemplate(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return /\.in$|tmpl|template/i.test(name)
}

/** True for a descriptor in YAML, which is ours. */
export function isOuttrayDescriptor(path: string): boolean {
  return /\.ya?ml$/i.test(path)
}
