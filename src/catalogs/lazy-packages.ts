import { createRequire } from 'node:module';
import type * as JsoncParser from 'jsonc-parser';
import type * as Valibot from 'valibot';

const require = createRequire(import.meta.url);

/** Loaded with the first text that is held against a schema: a linter that meets none starts without it. */
export function valibot(): typeof Valibot {
  return require('valibot') as typeof Valibot;
}

/** Loaded with the first JSON text whose places matter. */
export function jsoncParser(): typeof JsoncParser {
  return require('jsonc-parser') as typeof JsoncParser;
}
