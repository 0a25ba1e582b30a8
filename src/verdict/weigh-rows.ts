import type { Requirement, Scope } from '../scopes/requirement.ts';
import { lacking } from '../scopes/satisfy.ts';
import type { Vocabulary } from '../scopes/vocabulary.ts';
import { newestOf, type KnownRequirement, type KnownRow } from './known-requirements.ts';

/** Whether a grant covers a call, and if that is not certain, why. `lacks`: what of the requirement the grant has not, as far as it is known. */
export type Weighed =
  | { readonly kind: 'covered' }
  | { readonly kind: 'missing'; readonly lacks: Requirement }
  /** The grant has a scope that stands for whatever a role allows. */
  | { readonly kind: 'wildcard'; readonly lacks: Requirement; readonly wildcard: Scope }
  /** No source states outright what is lacking. */
  | { readonly kind: 'inferred'; readonly lacks: Requirement }
  /** The grant satisfies one source and not another. */
  | { readonly kind: 'dated'; readonly lacks: Requirement; readonly satisfied: KnownRow; readonly failed: KnownRow }
  /** Only some of the grants that may be in effect cover the call. */
  | { readonly kind: 'alternatives'; readonly lacks: Requirement };

/**
 * The rule of every verdict on a call: missing only where every grant that may be in effect fails every row that counts, and a source
 * states every one of these outright.
 *
 * @param grants those that may be in effect, at least one
 */
export function weighRows(requirement: KnownRequirement, grants: readonly (readonly Scope[])[], vocabulary: Vocabulary): Weighed {
  const outcomes = grants.map((scopes) => requirement.rows.map((row) => ({ row, lacks: lacking(scopes, row.requires, vocabulary) })));
  const cells = outcomes.flat();
  const [failing] = cells.filter((cell) => cell.lacks.length > 0);
  if (failing === undefined) {
    return { kind: 'covered' };
  }
  const newest = newestOf(requirement);
  const residuals = grants.map((scopes) => lacking(scopes, newest.requires, vocabulary));
  const residual = commonResidual(residuals);
  const lacks = residual.length > 0 ? residual : failing.lacks;
  const wildcard = grants.flat().find((scope) => vocabulary.isRoleWildcard(scope));
  if (wildcard !== undefined) {
    return { kind: 'wildcard', lacks, wildcard };
  }
  if (cells.some((cell) => cell.row.confidence === 'inferred' && cell.lacks.length > 0)) {
    return { kind: 'inferred', lacks };
  }
  const [dated] = outcomes.flatMap((rows): Weighed[] => {
    const satisfied = rows.find((cell) => cell.lacks.length === 0)?.row;
    const failed = rows.find((cell) => cell.lacks.length > 0)?.row;
    return satisfied === undefined || failed === undefined ? [] : [{ kind: 'dated', lacks, satisfied, failed }];
  });
  if (dated !== undefined) {
    return dated;
  }
  if (cells.some((cell) => cell.lacks.length === 0)) {
    return { kind: 'alternatives', lacks };
  }
  if (residual.length === 0) {
    // Each grant has what another one lacks: no grant has all of it.
    return { kind: 'missing', lacks: newest.requires.filter((clause) => residuals.some((one) => one.includes(clause))) };
  }
  // What only one of the rows asks for is not certain, as long as all of them ask for something else.
  const certain = commonResidual(cells.map((cell) => cell.lacks));
  return { kind: 'missing', lacks: certain.length > 0 ? certain : residual };
}

/** The clauses that all of them have. */
function commonResidual(residuals: readonly Requirement[]): Requirement {
  const key = (clause: readonly Scope[]): string => clause.join(' ');
  return residuals.reduce((common, other) => common.filter((clause) => other.some((candidate) => key(candidate) === key(clause))));
}
