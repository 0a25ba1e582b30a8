import type ts from 'typescript';
import type { Catalog } from '../../catalogs/catalog.ts';
import { fileMentionsApi } from './mentions-api.ts';

/**
 * The text of a file speaks of the provider or its API. A first question, which costs next to nothing; of what kind the mention is others
 * decide.
 */
export function mayReachProvider(file: ts.SourceFile, catalog: Catalog): boolean {
  return fileMentionsApi(file, catalog) || file.text.includes('odata/') || file.text.toLowerCase().includes(catalog.accountOf ?? catalog.provider);
}
