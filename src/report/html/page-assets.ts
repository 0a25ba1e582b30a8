import { readFileSync } from 'node:fs';

/** What a page carries with it. */
export interface PageAssets {
  readonly style: string;
  readonly script: string;
}

/** Reads the style and the script from beside this module. */
export function readPageAssets(): PageAssets {
  return { style: read('page.css'), script: read('page-script.js') };
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
