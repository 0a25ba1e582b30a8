import type { Vocabulary } from '../scopes/vocabulary.ts';
import type { ClientGrant } from './client-grant.ts';
import type { Declaration, DeclaredScope, Place, Undecided } from './declaration.ts';
import { isLocal } from './declared-environment.ts';

/** Which grant the clients of an application hold, as far as it is shown. */
export interface ApplicationGrant {
  /** Each is one grant that may be in effect; those of an environment such as `production` hold in that one. */
  readonly alternatives: readonly Declaration[];
  /** The one that is shown to be in effect where no mode is chosen; `null` if several may be. */
  readonly effective: Declaration | null;
  /** Why there may be alternatives that are not known. */
  readonly undecided: readonly Undecided[];
  /** Where a client is made with a secret or a personal access token: calls on it need no scope that could be checked. */
  readonly unscoped: readonly Place[];
  /** Scopes in the alternatives that stand for whatever a role allows. */
  readonly roleWildcards: readonly DeclaredScope[];
}

export interface GrantEvidence {
  /** What the application declares outside its code: `readDeclarations`. */
  readonly declarations: readonly Declaration[];
  /** Values among them that are not known. */
  readonly undecided: readonly Undecided[];
  /** The clients that the application makes, without those that only its tests make. */
  readonly clients: readonly { readonly place: Place; readonly grant: ClientGrant }[];
  readonly vocabulary: Pick<Vocabulary, 'isAlwaysAllowed' | 'isRoleWildcard'>;
}

/**
 * Decides between the places that declare scopes. They are alternatives to each other, never one sum; which of them holds follows from how
 * the clients are made:
 *
 * - A client that is given its scopes holds these: those of the .env file whose variable the code reads, or those of the code. No other
 *   place matters for it.
 * - A client that is given none may hold what any place declares. If there is a configuration file, it is the one in effect: the client
 *   takes what the build makes of that file, whereas a variable that no code reads and a manifest, which states what is granted and not
 *   what is requested, change nothing.
 * - A variable that no file sets is filled from outside, with what the configuration file or the manifest states, if there is one.
 * - Without any client in sight every place is possible.
 *
 * One alternative, or several with the same scopes, is in effect; so is a local .env file before the one that it overrides. Whatever else
 * differs leaves it open.
 */
export function decideGrant({ declarations, undecided, clients, vocabulary }: GrantEvidence): ApplicationGrant {
  const declared: Possibilities = { alternatives: declarations, effective: pickDeclared(declarations, vocabulary), undecided };
  const each = clients.length === 0
    ? [declared]
    : clients.flatMap(({ grant }) => (grant.kind === 'unscoped' ? [] : [possibilitiesOf(grant, declared, vocabulary)]));
  const alternatives = [...new Set(each.flatMap((one) => one.alternatives))];
  const open = [...new Set(each.flatMap((one) => one.undecided))];
  const effective = each.map((one) => one.effective);
  return {
    alternatives,
    effective: open.length === 0 ? theSame(effective, vocabulary) : null,
    undecided: open,
    unscoped: clients.flatMap(({ grant }) => (grant.kind === 'unscoped' ? [grant.place] : [])),
    roleWildcards: alternatives.flatMap(({ scopes }) => scopes.filter(({ scope }) => vocabulary.isRoleWildcard(scope))),
  };
}

/** Both declare the same scopes, whatever their order; those that are always allowed do not count. */
export function declareTheSame(left: Declaration, right: Declaration, vocabulary: Pick<Vocabulary, 'isAlwaysAllowed'>): boolean {
  const one = grantedBy(left, vocabulary);
  const other = grantedBy(right, vocabulary);
  return one.size === other.size && [...one].every((scope) => other.has(scope));
}

type Possibilities = Pick<ApplicationGrant, 'alternatives' | 'effective' | 'undecided'>;

function possibilitiesOf(
  grant: Exclude<ClientGrant, { kind: 'unscoped' }>,
  declared: Possibilities,
  vocabulary: GrantEvidence['vocabulary'],
): Possibilities {
  switch (grant.kind) {
    case 'none':
      return declared;
    case 'scopes': {
      const alternatives = grant.orDeclared ? [...grant.alternatives, ...declared.alternatives] : grant.alternatives;
      const effective = grant.orDeclared ? null : (grant.effective ?? theSame(contenders(alternatives, vocabulary), vocabulary));
      return { alternatives, effective, undecided: grant.orDeclared ? declared.undecided : [] };
    }
    case 'undecided': {
      const isUnset = grant.undecided.unsetKey !== undefined;
      const stated = isUnset ? declared.alternatives.filter(({ kind }) => kind !== '.env' && kind !== '.env.example') : [];
      return stated.length === 0
        ? { alternatives: [], effective: null, undecided: [grant.undecided] }
        : { alternatives: stated, effective: theSame(stated, vocabulary), undecided: [] };
    }
  }
}

function pickDeclared(declarations: readonly Declaration[], vocabulary: GrantEvidence['vocabulary']): Declaration | null {
  const configurations = declarations.filter(({ kind }) => kind === 'configuration');
  return theSame(configurations.length > 0 ? configurations : contenders(declarations, vocabulary), vocabulary);
}

/** What may be in effect where no mode is chosen: without what a local file overrides and what grants nothing, if anything remains. */
function contenders(declarations: readonly Declaration[], vocabulary: GrantEvidence['vocabulary']): readonly Declaration[] {
  const filters: readonly ((declaration: Declaration) => boolean)[] = [
    ({ environment }) => environment === null,
    (declaration) => isLocal(declaration) || !declarations.some((other) => isLocal(other) && other.key === declaration.key),
    (declaration) => grantedBy(declaration, vocabulary).size > 0,
  ];
  return filters.reduce((left, filter) => {
    const kept = left.filter(filter);
    return kept.length > 0 ? kept : left;
  }, declarations);
}

/** The first, if all of them declare the same. */
function theSame(declarations: readonly (Declaration | null)[], vocabulary: GrantEvidence['vocabulary']): Declaration | null {
  const [first] = declarations;
  const agree = first != null && declarations.every((other) => other !== null && declareTheSame(first, other, vocabulary));
  return agree ? first : null;
}

function grantedBy({ scopes }: Declaration, { isAlwaysAllowed }: Pick<Vocabulary, 'isAlwaysAllowed'>): ReadonlySet<string> {
  return new Set(scopes.map(({ scope }) => scope).filter((scope) => !isAlwaysAllowed(scope)));
}
