import type ts from 'typescript';
import type { Catalog } from '../../catalogs/catalog.ts';
import { mentionsApi } from './mentions-api.ts';

/**
 * The text of a file speaks of the provider or its API. A first question, which costs next to nothing; of what kind the mention is others
 * decide.
 */
export function mayReachProvider(file: ts.SourceFile, catalog: Catalog): boolean {
  const ofCatalogs = known.get(file) ?? new Map<Catalog['requests'], boolean>();
  known.set(file, ofCatalogs);
  const answer = ofCatalogs.get(catalog.requests)
    ?? (mentionsApi(file.text, catalog) || file.text.includes('odata/') || file.text.toLowerCase().includes(catalog.provider));
  ofCatalogs.set(catalog.requests, answer);
  return answer;
}

const known = new WeakMap<ts.SourceFile, Map<Catalog['requests'], boolean>>();
