import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLicense } from '../../../src/model/licenses.ts'

describe('licence names', () => {
  it.each([
    ['MIT', 'MIT', 'none'],
    ['Apache-2.0', 'Apache-2.0', 'none'],
    ['BSD-3-Clause', 'BSD-3-Clause', 'none'],
    ['EPL-2.0', 'EPL-2.0', 'none'],
    ['GPL-3.0-or-later', 'GPL-3.0-or-later', 'none'],
    ['MIT OR (Apache-2.0 AND BSD-3-Clause)', 'MIT OR (Apache-2.0 AND BSD-3-Clause)', 'none'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0', 'none'],
    ['LicenseRef-Mine', 'LicenseRef-Mine', 'none'],
    ['GPL-3.0', 'GPL-3.0-only', 'renamed'],
    ['GPL-2.0', 'GPL-2.0-only', 'renamed'],
    ['GPL-2.0+', 'GPL-2.0-or-later', 'renamed'],
    ['LGPL-3.0', 'LGPL-3.0-only', 'renamed'],
    ['LGPL-2.1', 'LGPL-2.1-only', 'renamed'],
    ['GPLv3', 'GPL-3.0-only', 'renamed'],
    ['GPLv2', 'GPL-2.0-only', 'renamed'],
    ['GPL2', 'GPL-2.0-only', 'renamed'],
    ['GPL-3', 'GPL-3.0-only', 'renamed'],
    ['AGPL-V3', 'AGPL-3.0-only', 'renamed'],
    ['Apache 2.0', 'Apache-2.0', 'renamed'],
    ['The Apache License, Version 2.0', 'Apache-2.0', 'renamed'],
    ['The Apache Software License, Version 2.0', 'Apache-2.0', 'renamed'],
    ['BSD 3-Clause', 'BSD-3-Clause', 'renamed'],
    ['MIT License', 'MIT', 'renamed'],
    ['mit', 'MIT', 'renamed'],
    ['Public Domain', 'LicenseRef-Public-Domain', 'unknown'],
    ['GPL-9', 'LicenseRef-GPL-9', 'unknown'],
    ['???', 'LicenseRef-unnamed', 'unknown'],
  ])('%j is %s (%s)', (name, license, change) => {
    expect(readLicense(name)).toEqual({ license, change })
  })

  it('always become something that SPDX allows, and stay what they became', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('GPL', 'LGPL v2.1+', 'GPL-2.0-only', 'agpl 3 or later', 'AND OR', ' OR ')),
        (name) => {
          const { license } = readLicense(name)
          expect(license).toMatch(/^[A-Za-z0-9.+() -]+$/)
          expect(readLicense(license)).toEqual({ license, change: 'none' })
        },
      ),
    )
  })
})
