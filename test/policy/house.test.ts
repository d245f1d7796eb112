import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { project, projectFile } from '../support/run-action.ts'

describe('dependencies', () => {
  test('only `node` may run an install script', () => {
    expect(JSON.parse(projectFile('package.json')).allowScripts).toEqual({ node: true })
  })

  test('npm scripts run on Node 24', () => {
    const version = execFileSync('npm', ['exec', '--offline', '-c', 'node --version'], { cwd: project, encoding: 'utf8' })
    expect(process.version).toMatch(/^v24\./)
    expect(version.trim().split('\n').at(-1)).toMatch(/^v24\./)
  })

  test('the lock file names no host, and every package has its digest', () => {
    const { packages } = JSON.parse(projectFile('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>
    }
    const entries = Object.entries(packages).filter(([path]) => path !== '')
    expect(entries.length).toBeGreaterThan(50)
    for (const [path, { resolved, integrity }] of entries) {
      expect(resolved ?? '', path).not.toMatch(/^https?:\/\/(?!registry\.npmjs\.org\/)/)
      expect(integrity, path).toMatch(/^sha512-/)
    }
  })
})

describe('actions', () => {
  const folders = ['.', ...readdirSync(join(project, 'actions')).map((name) => `actions/${name}`)]

  test.each(folders)('%s declares a type for exactly its inputs and outputs', (folder) => {
    const [action, types] = ['action.yml', 'action-types.yml'].map((name) => parse(projectFile(`${folder}/${name}`)))
    for (const kind of ['inputs', 'outputs']) expect(Object.keys(types[kind])).toEqual(Object.keys(action[kind]))
  })

  test('the root action has what Marketplace asks for', () => {
    const { name, description, branding } = parse(projectFile('action.yml'))
    expect(description.length).toBeLessThanOrEqual(125)
    expect(name).not.toMatch(/^(outtray|deploy|publish|release|security)$/i)
    expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(branding.color)
    expect(['lock', 'shield', 'upload-cloud', 'package', 'refresh-cw', 'download-cloud', 'check-circle']).toContain(branding.icon)
  })

  test('the root action says of shared inputs what the actions say', () => {
    const root = parse(projectFile('action.yml'))
    const [sign, publish, sync] = ['sign-artifacts', 'publish-version', 'sync-to-central'].map(
      (name) => parse(projectFile(`actions/${name}/action.yml`)).inputs,
    )
    // The switch is the root's own, and its `publish` is publish-version's: the sync of the root action always publishes.
    const { 'sync-to-central': _switch, ...shared } = root.inputs
    const { publish: _publish, ...synced } = sync
    for (const [name, input] of Object.entries<{ default?: string }>(shared)) {
      const declared = [sign, publish, synced].flatMap((inputs) => (name in inputs ? [inputs[name].default] : []))
      expect(declared.length, name).toBeGreaterThan(0)
      expect(declared, name).toEqual(declared.map(() => input.default))
    }
  })
})
