import type { Declaration, Place } from '../../src/grants/declaration.ts';
import { forwardSlashes } from '../../src/grants/file-system.ts';
import type { ClientGrant } from '../../src/grants/client-grant.ts';
import type { ApplicationAnalysis } from '../../src/verdict/analyse.ts';
import type { LintedFile } from './linted-file.ts';

/**
 * Where a file first makes a client, outside of tests, that holds what a declaration in another file says; `null` if it makes none.
 * @param declaration `null` for any client
 */
export function clientSiteOf(declaration: Declaration | null, { usage }: ApplicationAnalysis, { filename }: LintedFile): Place | null {
  const site = usage.clients.find(
    ({ place, stated, inTest }) =>
      place.file === forwardSlashes(filename) && !inTest && (declaration === null || mayHold(stated, declaration)),
  );
  return site?.place ?? null;
}

function mayHold(stated: ClientGrant, declaration: Declaration): boolean {
  return stated.kind === 'none' || (stated.kind === 'scopes' && (stated.orDeclared || stated.alternatives.includes(declaration)));
}
