export { createScopedFetch, type ScopedFetchOptions } from './scoped-fetch.ts';
export { scopeCases, type ScopeCase, type ScopeCasesOptions } from './scope-cases.ts';
export { UndecidedCallError, type UndecidedPolicy } from './undecided-call.ts';
export type { Decision } from './decide-call.ts';
export type { StatedRequirement, TestedProvider } from './tested-provider.ts';
export type { TestToken } from './test-token.ts';
