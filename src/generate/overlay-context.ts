import type ts from 'typescript';
import type { Declaration, DeclarationGraph } from './declaration-graph.ts';
import type { GuardLookup } from './guard-lookup.ts';
import type { TwinFinder } from './twins.ts';

/** What all generated modules of one SDK are made from. */
export interface OverlayContext {
  readonly typescript: typeof ts;
  readonly graph: DeclarationGraph;
  readonly lookup: GuardLookup;
  /** Declarations whose types depend on a grant. */
  readonly guarded: ReadonlySet<Declaration>;
  readonly twins: TwinFinder;
}
