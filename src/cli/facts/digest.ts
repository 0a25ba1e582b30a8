import { createHash } from 'node:crypto';
import type { DeclarationReading } from '../../grants/read-declarations.ts';
import { fromRoot, mapFiles } from './root-paths.ts';

/** Short enough for a file that lists hundreds of them, and long enough that no two texts share one. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}

/** Of the scopes that a directory declares; the same wherever the workspace is. No other value of a .env file is part of it. */
export function digestOfDeclarations(reading: DeclarationReading, root: string): string {
  const relative = { ...reading, environmentFiles: reading.environmentFiles.map((file) => fromRoot(root, file)) };
  return digestOf(JSON.stringify(mapFiles(relative, (file) => fromRoot(root, file))));
}
