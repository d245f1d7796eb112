// Registered types (https://www.iana.org/assignments/media-types) and those that Maven Central serves.
const byExtension: Readonly<Record<string, string>> = {
  '.aar': 'application/java-archive',
  '.asc': 'application/pgp-signature',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gz': 'application/gzip',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jar': 'application/java-archive',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.klib': 'application/java-archive',
  '.md': 'text/markdown',
  '.module': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.pom': 'application/xml',
  '.svg': 'image/svg+xml',
  '.tgz': 'application/gzip',
  '.txt': 'text/plain',
  '.war': 'application/java-archive',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.zip': 'application/zip',
  '.zst': 'application/zstd',
}

/** The media type that a file's name says; `application/octet-stream` when it says none. */
export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const dot = name.lastIndexOf('.')
  return (dot < 0 ? undefined : byExtension[name.slice(dot)]) ?? 'application/octet-stream'
}
