import { posix } from 'node:path'
import { encodeName, metadataFolder } from './repository-path.ts'

/** Where a repository that can hold free paths keeps its metadata. One file per version: publishers of different versions never write the same file. */
export const repositoryDocument = `${metadataFolder}/repository.json`

/** Only the publisher sees what is below. */
export const stagedFolder = `${metadataFolder}/staged`

/** Files that are being received. */
export const incomingFolder = `${metadataFolder}/incoming`

/** Where a file is received whose name has segments, such as `github.com/acme/widget/1234`: one folder for all but the last of them. */
export function incomingFile(name: string): string {
  return `${incomingFolder}/${encodeName(posix.dirname(name))}/${encodeName(posix.basename(name))}`
}

export function packageDocument(packageName: string): string {
  return `${metadataFolder}/packages/${encodeName(packageName)}/package.json`
}

/** The text that introduces a package, in Markdown. */
export function packageReadme(packageName: string): string {
  return `${metadataFolder}/packages/${encodeName(packageName)}/README.md`
}

export const packagesFolder = `${metadataFolder}/packages`

/** The version record of a published version. */
export function publishedRecord(packageName: string, version: string): string {
  return `${metadataFolder}/packages/${encodeName(packageName)}/versions/${encodeName(version)}.json`
}

export function stagedVersionFolder(packageName: string, version: string): string {
  return `${stagedFolder}/${encodeName(packageName)}/${encodeName(version)}`
}

/** The version record of what is staged. */
export function stagedRecord(packageName: string, version: string): string {
  return `${stagedVersionFolder(packageName, version)}/record.json`
}

/** Where a staged file waits for its place. */
export function stagedFile(packageName: string, version: string, path: string): string {
  return `${stagedVersionFolder(packageName, version)}/files/${path}`
}
