import type { Proofs } from './guard.js';
import type { Scope } from './index.js';

/**
 * What a grant is made of: one property for each clause that it satisfies. More scopes make a subtype, and a union of two grants satisfies what both do.
 * It stands apart from the `Grant` that applications write, which is a conditional type, because error messages then print its name.
 */
export type Grant<S extends Scope> = { readonly [Clause in Proofs<S>]: true };
