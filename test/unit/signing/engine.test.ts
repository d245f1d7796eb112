import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { generateKey } from 'openpgp'
import { describe, expect, it } from 'vitest'
import { digestAlgorithms } from '../../../src/model/digests.ts'
import { copyFiles, hashFiles } from '../../../src/signing/engine.ts'
import { planTasks } from '../../../src/signing/plan.ts'
import { readSignature } from '../../../src/signing/signature-reader.ts'
import type { Signer } from '../../../src/signing/signer.ts'
import { openSigningKey } from '../../../src/signing/signing-key.ts'
import { temporaryFolder, tree } from '../../support/temporary-folder.ts'

const mebibyte = 1 << 20
const keyKinds = {
  ed25519Legacy: { type: 'ecc', curve: 'ed25519Legacy' },
  nistP256: { type: 'ecc', curve: 'nistP256' },
  rsa: { type: 'rsa', rsaBits: 2048 },
} as const

async function signerOf(kind: keyof typeof keyKinds): Promise<Signer> {
  const { privateKey } = await generateKey({ ...keyKinds[kind], userIDs: [{ name: kind }], format: 'armored' })
  const { signer } = await openSigningKey({ secret: privateKey, signedAt: Date.now(), today: new Date() })
  return signer
}

function described(paths: readonly string[]) {
  return paths.map((path) => ({ path, size: statSync(path).size, mtimeMs: statSync(path).mtimeMs }))
}

function digestsOf(path: string) {
  return Object.fromEntries(digestAlgorithms.map((name) => [name, createHash(name).update(readFileSync(path)).digest('hex')]))
}

/** Files around every limit of the engine: empty, whole in memory, in pieces, split by digests. */
function sampleFiles(folder: string): string[] {
  const sizes = [0, 1, 1000, mebibyte, mebibyte + 1, 3 * mebibyte + 17, 17 * mebibyte + 5]
  tree(folder, Object.fromEntries(sizes.map((size) => [`${size}.bin`, randomBytes(size)])))
  return sizes.map((size) => join(folder, `${size}.bin`))
}

async function verified(path: string, armored: string | undefined, signer: Signer): Promise<boolean> {
  const signature = readSignature(Buffer.from(armored ?? ''))?.checkable
  if (signature === undefined) return false
  return signer.verify(signature, createHash(signature.hash).update(readFileSync(path)).update(signature.trailer).digest())
}

describe('hashing', () => {
  it.each([0, 1, 2, 3])('gives the digests of files of every size with %i workers', async (workers) => {
    await using folder = temporaryFolder()
    const paths = sampleFiles(folder.path)
    const hashed = await hashFiles(described(paths), { workers })
    expect(hashed.map(({ size, ...digests }) => digests)).toEqual(paths.map(digestsOf))
    expect(hashed.map(({ size }) => size)).toEqual(paths.map((path) => statSync(path).size))
  })

  it.each([0, 1, 2, 3])('gives the CRC-32 in the same pass when it is asked for, with %i workers', async (workers) => {
    await using folder = temporaryFolder()
    const paths = sampleFiles(folder.path)
    const hashed = await hashFiles(described(paths), { workers, crc32: true })
    expect(hashed.map((file) => file.crc32)).toEqual(paths.map((path) => crc32(readFileSync(path))))
    expect(hashed.map(({ size, crc32: _, ...digests }) => digests)).toEqual(paths.map(digestsOf))
  })

  it.each([0, 2])('reads a file that is open from its descriptor, whatever its name leads to by now (%i workers)', async (workers) => {
    await using folder = temporaryFolder()
    const paths = sampleFiles(folder.path)
    const files = described(paths).map((file) => ({ ...file, descriptor: openSync(file.path, 'r') }))
    const expected = paths.map(digestsOf)
    for (const path of paths) {
      renameSync(path, `${path}.old`)
      writeFileSync(path, 'another file under the same name')
    }
    try {
      const hashed = await hashFiles(files, { workers })
      expect(hashed.map(({ size, ...digests }) => digests)).toEqual(expected)
      // Open as before: whoever opened the files sends them, and closes them.
      for (const file of files) expect(readFileSync(file.descriptor)).toHaveLength(file.size)
    } finally {
      for (const { descriptor } of files) closeSync(descriptor)
    }
  })

  it.each(['ed25519Legacy', 'nistP256', 'rsa'] as const)('signs with %s in this thread and in workers', async (kind) => {
    await using folder = temporaryFolder()
    const paths = sampleFiles(folder.path)
    const signer = await signerOf(kind)
    for (const workers of [0, 2]) {
      // The key comes late: what is hashed by then must wait for it.
      const late = new Promise<Signer>((resolve) => setTimeout(() => resolve(signer), workers * 100))
      const hashed = await hashFiles(described(paths), { workers, signer: late })
      const results = await Promise.all(hashed.map(({ signature }, index) => verified(paths[index] ?? '', signature, signer)))
      expect(results).toEqual(paths.map(() => true))
    }
  })

  it.each(['ed25519Legacy', 'nistP256'] as const)(
    'keeps a good signature by the same %s key, and replaces one over other bytes',
    async (kind) => {
      await using folder = temporaryFolder()
      const paths = sampleFiles(folder.path)
      const signer = await signerOf(kind)
      const first = await hashFiles(described(paths), { workers: 2, signer })
      writeFileSync(paths[2] ?? '', 'other bytes')
      const files = described(paths).map((file, index) => {
        const existing = readSignature(Buffer.from(first[index]?.signature ?? ''))
        return existing === undefined ? file : { ...file, existing }
      })
      for (const workers of [0, 2]) {
        const second = await hashFiles(files, { workers, signer })
        expect(second.map(({ keptSignature }) => keptSignature === true)).toEqual(paths.map((_, index) => index !== 2))
        expect(await verified(paths[2] ?? '', second[2]?.signature, signer)).toBe(true)
        expect(second.filter(({ signature }) => signature !== undefined)).toHaveLength(1)
      }
    },
  )

  it.each([0, 2])('refuses a file that changed since it was found, and a link in its place (%i workers)', async (workers) => {
    await using folder = temporaryFolder()
    tree(folder.path, { 'a.jar': 'a', 'b.jar': 'b' })
    const [a, b] = described([join(folder.path, 'a.jar'), join(folder.path, 'b.jar')])
    if (a === undefined || b === undefined) throw new Error('two files')
    await expect(hashFiles([{ ...a, size: 2 }, b], { workers })).rejects.toThrow(
      /a\.jar changed during the run: its size was 2 and is now 1 bytes/,
    )
    utimesSync(b.path, 1, 1)
    await expect(hashFiles([a, b], { workers })).rejects.toThrow(/b\.jar changed during the run: it was written again/)
    symlinkSync(a.path, join(folder.path, 'link.jar'))
    await expect(hashFiles([{ ...a, path: join(folder.path, 'link.jar') }], { workers })).rejects.toThrow(
      /link\.jar changed during the run/,
    )
    await expect(hashFiles([{ ...a, path: join(folder.path, 'gone.jar') }], { workers })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('ends with the failure of a key that unlocks too late to stop the hashing', async () => {
    await using folder = temporaryFolder()
    const paths = sampleFiles(folder.path)
    const failing = new Promise<Signer>((_, reject) => setTimeout(() => reject(new Error('the passphrase is wrong')), 20))
    await expect(hashFiles(described(paths), { workers: 2, signer: failing })).rejects.toThrow('the passphrase is wrong')
  })

  it('has nothing to do for no files', async () => {
    expect(await hashFiles([])).toEqual([])
  })
})

describe('the plan', () => {
  const file = (path: string, size: number) => ({ path, size })

  it('splits a large file among the workers, each digest once', () => {
    for (const workers of [1, 2, 3, 8]) {
      const tasks = planTasks([file('large', 1 << 30)], workers)
      expect(tasks).toHaveLength(Math.min(workers, 3))
      expect(tasks.flatMap((task) => task.algorithms).toSorted()).toEqual(['md5', 'sha1', 'sha256', 'sha512'])
    }
  })

  it('leaves files whole that are small, or few among many', () => {
    const many = Array.from({ length: 100 }, (_, index) => file(`${index}`, 20 * mebibyte))
    expect(planTasks(many, 2)).toHaveLength(100)
    expect(planTasks([file('small', mebibyte)], 2)).toHaveLength(1)
  })

  it('asks for the CRC-32 once, however a file is split', () => {
    for (const workers of [1, 2, 3]) {
      const tasks = planTasks([file('large', 1 << 30)], workers, { crc32: true })
      expect(tasks.filter((task) => task.crc32 === true)).toHaveLength(1)
      expect(planTasks([file('large', 1 << 30)], workers).some((task) => 'crc32' in task)).toBe(false)
    }
  })

  it('begins with the longest task', () => {
    const sizes = planTasks([file('a', 1), file('b', 300), file('c', 20)], 2).map((task) => task.size)
    expect(sizes).toEqual([300, 20, 1])
  })
})

describe('copying', () => {
  const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
  const jobs = (paths: readonly string[], to: string) =>
    paths.map((from) => ({ from, to: `${to}${statSync(from).size}`, size: statSync(from).size, sha256: sha256(from) }))

  it('copies few files and many, byte for byte, with ordinary permissions', async () => {
    await using folder = temporaryFolder()
    const paths = sampleFiles(folder.path)
    for (const some of [paths.slice(0, 3), paths]) {
      const tasks = jobs(some, join(folder.path, `copy-${some.length}-`))
      await copyFiles(tasks)
      for (const { from, to } of tasks) {
        expect(readFileSync(to).equals(readFileSync(from))).toBe(true)
        expect(statSync(to).mode & 0o777).toBe(0o666 & ~process.umask())
      }
    }
  })

  it('refuses a source with another digest or size, and leaves nothing behind', async () => {
    await using folder = temporaryFolder()
    const [task] = jobs(sampleFiles(folder.path).slice(2, 3), join(folder.path, 'copy-'))
    if (task === undefined) throw new Error('one task')
    await expect(copyFiles([{ ...task, sha256: '0'.repeat(64) }])).rejects.toThrow(/is not what was checked/)
    await expect(copyFiles([{ ...task, size: task.size - 1 }])).rejects.toThrow(/changed during the run/)
    expect(() => statSync(task.to)).toThrow(/ENOENT/)
  })

  it('never overwrites: what is there stays', async () => {
    await using folder = temporaryFolder()
    const [task] = jobs(sampleFiles(folder.path).slice(2, 3), join(folder.path, 'copy-'))
    if (task === undefined) throw new Error('one task')
    writeFileSync(task.to, 'there')
    await expect(copyFiles([task])).rejects.toMatchObject({ code: 'conflict', message: expect.stringMatching(/something is there/) })
    expect(readFileSync(task.to, 'utf8')).toBe('there')
  })
})
