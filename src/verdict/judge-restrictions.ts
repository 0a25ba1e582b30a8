import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration } from '../grants/declaration.ts';
import { placeInText } from '../grants/located-text.ts';
import type { ManifestStatements } from '../grants/manifest.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { Vocabulary } from '../scopes/vocabulary.ts';
import type { Finding } from './finding.ts';
import { inspectDeclaration } from './inspect-declarations.ts';
import { restrictedScope } from './messages.ts';

/** What a policy says: the restricted scopes, and why some scopes are held. */
export type ScopePolicy = Pick<ManifestStatements, 'restricted' | 'reasons' | 'stated'>;

/** Each scope of a declaration that the policy does not allow. */
export function judgeRestrictions(declarations: readonly Declaration[], policy: ScopePolicy, index: CatalogIndex): readonly Finding[] {
  return declarations.flatMap((declaration) =>
    inspectDeclaration(declaration, index).tokens.flatMap(({ text: scope, start, end }): Finding[] => {
      const message = describeRestriction(scope, policy, index.vocabulary);
      const place = placeInText(declaration, start, end, declaration.place);
      return message === null ? [] : [{ rule: 'no-restricted-scope', kind: 'restricted', scope, place, message }];
    }),
  );
}

/** What is said of a scope that is restricted itself, or implies one that is; `null` where it is allowed. */
export function describeRestriction(scope: Scope, { restricted, reasons }: ScopePolicy, vocabulary: Vocabulary): string | null {
  const covered = vocabulary.implied(scope);
  const isReasoned = reasons.some((one) => one.scope === scope);
  const open = restricted.filter((restriction) => covered.has(restriction.scope) && !(restriction.allowWithReason === true && isReasoned));
  const [broken] = [...open.filter((restriction) => restriction.scope === scope), ...open];
  return broken === undefined ? null : restrictedScope(scope, broken);
}
