import type { Scope } from './index.js';
import type { Proofs } from './guard.js';

/**
 * What a grant is made of: one property for each clause that it satisfies. More scopes make a subtype, and a union of two grants satisfies what both do.
 * It is a type of its own, apart from `Grant`, because error messages print the name of this one and not of a conditional type.
 */
export type Held<S extends Scope> = { readonly [Clause in Proofs<S>]: true };
