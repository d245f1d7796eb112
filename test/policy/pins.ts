/** Third-party actions that may be used, each with its one commit and version. A pin enters this table from two public repositories that show it. */
export const knownPins: Readonly<Record<string, { commit: string; version: string }>> = {
  'actions/checkout': { commit: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' },
  'actions/setup-node': { commit: '820762786026740c76f36085b0efc47a31fe5020', version: 'v7.0.0' },
  'actions/upload-artifact': { commit: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a', version: 'v7.0.1' },
  'actions/download-artifact': { commit: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c', version: 'v8.0.1' },
  'actions/configure-pages': { commit: '45bfe0192ca1faeb007ade9deae92b16b8254a0d', version: 'v6.0.0' },
  'actions/upload-pages-artifact': { commit: 'fc324d3547104276b827a68afc52ff2a11cc49c9', version: 'v5.0.0' },
  'actions/deploy-pages': { commit: 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128', version: 'v5.0.0' },
  'github/codeql-action': { commit: 'f205ea1c3313d32999d8d6a48b4f6530d4437b38', version: 'v4.37.4' },
  'zizmorcore/zizmor-action': { commit: '3dc1ecc9bcb9e94e9b2c709687979e1298497054', version: 'v0.6.2' },
}
