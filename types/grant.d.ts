import type { Proofs } from './guard.js';

/**
 * What a grant is made of: one property for each clause that it satisfies. More scopes make a subtype, and a union of two grants
 * satisfies what both do. It stands apart from the `Grant` that applications write, which is a conditional type, because error messages
 * then print its name.
 */
// `S` is a scope, and the constraint does not say so: TypeScript would work out what all scopes prove before it looks at those of `S`.
export type Grant<S extends string> = { readonly [Clause in Proofs<S>]: true };
