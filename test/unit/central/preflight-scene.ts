import { type Finding, judgeBundle } from '../../../src/central/preflight.ts'
import { folderOf, library, pom, zip } from '../emulators/central-portal/scene.ts'
import { type Files, type LocalBundleOptions, viewOf } from './local-bundle.ts'

/** The library's files, without their endings. */
export const base = folderOf()
/** A jar without class files. */
export const purelyText = zip({ 'README.md': 'text' })

/** What the rules find in a bundle of these files. */
export const judge = async (files: Files, options: LocalBundleOptions = {}) => judgeBundle(await viewOf(files, options))
export const told = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${rule}: ${message}`)
export const idsOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule)
/** The expression that stands for a property. */
export const use = (name: string) => `$\{${name}}`
export const withPom = (facts: string, more: Files = {}) => ({ ...library({ facts }), ...more })
export const parent = (artifact: string) =>
  `<parent><groupId>org.acme</groupId><artifactId>${artifact}</artifactId><version>1.0</version></parent>`
export const dependency = (more = '') =>
  `<dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId>${more}</dependency></dependencies>`
export const managed = (list: string) => `<dependencyManagement>${list}</dependencyManagement>`
export const importing = (artifact: string) =>
  managed(
    `<dependencies><dependency><groupId>org.acme</groupId><artifactId>${artifact}</artifactId><version>1.0</version><type>pom</type><scope>import</scope></dependency></dependencies>`,
  )
export const pomOf = (artifact: string, facts: string): Files => ({
  [`${folderOf({ artifact })}.pom`]: pom({ artifact, packaging: 'pom', facts }),
})
