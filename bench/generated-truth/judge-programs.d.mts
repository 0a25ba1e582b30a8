import type ts from 'typescript';
import type { CatalogIndex } from '../../src/catalogs/catalog-index.ts';
import type { analyse } from '../../src/verdict/analyse.ts';

export interface JudgedProgram {
  readonly recipe: { readonly seed: number };
  readonly files: Readonly<Record<string, string>>;
  /** What the report says and is not true, and what it does not say and is. */
  readonly problems: readonly string[];
}

export declare function createJudge(tools: {
  readonly ts: typeof ts;
  readonly directory: string;
  readonly analyse: typeof analyse;
  readonly index: CatalogIndex;
}): { judgeSeeds(first: number, count: number, overlay: boolean): readonly JudgedProgram[] };
