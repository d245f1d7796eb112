// Preloaded into an action by NODE_OPTIONS. Ends the process by SIGKILL right before its KILL_AT-th change of the file system below KILL_UNDER, so
// that a test can stop a run at every point at which something is half done.
const fs = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')

const under = process.env.KILL_UNDER
let left = Number(process.env.KILL_AT)

function strike(paths) {
  if (paths.some((path) => String(path).includes(under)) && --left === 0) process.kill(process.pid, 'SIGKILL')
}

function wrap(owner, name, changes = () => true) {
  const original = owner[name]
  owner[name] = function (...given) {
    if (changes(given)) strike(given.slice(0, 2))
    return original.apply(this, given)
  }
}

const opensForWriting = ([, flags]) => (typeof flags === 'number' ? (flags & 3) !== 0 : flags !== undefined && flags !== 'r')
for (const name of ['rename', 'rm', 'rmdir', 'unlink', 'mkdir', 'link', 'symlink', 'copyFile', 'writeFile', 'utimes']) {
  wrap(fs, `${name}Sync`)
  wrap(fs.promises, name)
}
wrap(fs, 'openSync', opensForWriting)
wrap(fs.promises, 'open', opensForWriting)
syncBuiltinESMExports()
