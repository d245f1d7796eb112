import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ActionError, messageOf } from '../core/errors.ts'
import { listItems } from '../core/inputs.ts'
import { PublicKeys } from './public-keys.ts'

/**
 * Reads the input `public-keys`: armored keys as they stand, or files of them, one path a line, relative to the workspace. Throws `invalid-input` for
 * a file that cannot be read and for what is no key.
 */
export async function readPublicKeys(given: string, workspace: string): Promise<PublicKeys> {
  if (given.includes('-----BEGIN')) return await PublicKeys.read([given])
  return await PublicKeys.read(await Promise.all(listItems(given).map((file) => readKeyFile(file, path.resolve(workspace, file)))))
}

async function readKeyFile(file: string, absolute: string): Promise<string> {
  try {
    return await readFile(absolute, 'utf8')
  } catch (error) {
    throw new ActionError('invalid-input', `'${file}' in the input 'public-keys' cannot be read: ${messageOf(error)}`, {
      hint: 'Give armored public keys, or paths of files with them, one a line.',
    })
  }
}
