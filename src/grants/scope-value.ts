import type { Place } from './declaration.ts';
import type { LocatedText } from './located-text.ts';

/**
 * What an expression amounts to as far as it can be read: a tree of texts, environment variables and what combines them. Plain data.
 * `names` are the expressions through which a part was reached that is not known: `config.baseUrl`.
 */
export type ScopeValue = { readonly place: Place } & (
  | { readonly kind: 'text'; readonly text: LocatedText }
  /** `process.env.KEY` or `import.meta.env.KEY`, which is `written`. */
  | { readonly kind: 'environment'; readonly key: string; readonly written: string; readonly names?: readonly string[] }
  | { readonly kind: 'concatenation'; readonly parts: readonly ScopeValue[] }
  /** `list.join(separator)`. */
  | { readonly kind: 'join'; readonly list: ScopeValue; readonly separator: string }
  | { readonly kind: 'trim'; readonly value: ScopeValue }
  | { readonly kind: 'list'; readonly items: readonly ScopeValue[] }
  /** `text.split(' ')`. */
  | { readonly kind: 'words'; readonly text: ScopeValue }
  /** An item of a list that stands for the items of another one. */
  | { readonly kind: 'spread'; readonly list: ScopeValue }
  /** `list.filter(Boolean)`. */
  | { readonly kind: 'filled'; readonly list: ScopeValue }
  /** `new Set(list)`. */
  | { readonly kind: 'unique'; readonly list: ScopeValue }
  | { readonly kind: 'fallback'; readonly operator: '??' | '||'; readonly first: ScopeValue; readonly second: ScopeValue }
  /** `new URL(reference, base)`. */
  | { readonly kind: 'address'; readonly reference: ScopeValue; readonly base: ScopeValue }
  /** One of several, decided at run time. */
  | { readonly kind: 'choice'; readonly options: readonly ScopeValue[] }
  /** `undefined`, `null`, or not given. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly reason: string; readonly names?: readonly string[] }
);
