import { expect, test } from 'vitest'
import { readGitHubContext, untrustedTrigger } from '../../../src/core/github.ts'

const repository = 'acme/widget'
const pullRequest = (head: unknown) => ({ pull_request: { head: { repo: head } } })

test.each([
  ['push', {}, undefined],
  ['release', {}, undefined],
  ['workflow_dispatch', undefined, undefined],
  ['pull_request_target', pullRequest({ full_name: repository }), /pull_request_target/],
  ['pull_request', pullRequest({ full_name: repository }), undefined],
  ['pull_request', pullRequest({ full_name: 'stranger/widget' }), /fork/],
  ['pull_request', pullRequest(null), /fork/],
  ['pull_request', undefined, /fork/],
  ['workflow_run', { workflow_run: { head_repository: { full_name: repository } } }, undefined],
  ['workflow_run', { workflow_run: { head_repository: { full_name: 'stranger/widget' } } }, /fork/],
  ['workflow_run', 'not an object', /fork/],
])('secrets under %s with event %j: %s', (eventName, event, refused) => {
  const reason = untrustedTrigger({ repository, eventName }, event)
  if (refused === undefined) expect(reason).toBeUndefined()
  else expect(reason).toMatch(refused)
})

test('without a repository name no head is ours', () => {
  expect(untrustedTrigger({ eventName: 'pull_request' }, pullRequest({}))).toMatch(/fork/)
})

test('empty variables of the runner count as absent', () => {
  expect(readGitHubContext({ GITHUB_REPOSITORY: repository, GITHUB_REF: '', GITHUB_SHA: undefined })).toEqual({ repository })
})
