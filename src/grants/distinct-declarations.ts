import { distinctBy } from '../scopes/distinct-by.ts';
import type { Declaration } from './declaration.ts';

/** The declarations in their order, each once: several clients may be made with one. */
export function distinctDeclarations(declarations: readonly Declaration[]): readonly Declaration[] {
  return distinctBy(declarations, ({ place, text }) => JSON.stringify([place, text]));
}
