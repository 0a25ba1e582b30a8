import type { OAuthGrantType } from '../catalogs/catalog.ts';
import type { RestrictedScope } from '../grants/restricted-scope.ts';
import { describeRequirement, type Requirement, type Scope } from '../scopes/requirement.ts';
import type { ChainLink, MethodUse } from '../usage/facts.ts';
import { list, listSome, type NamePlace } from './phrases.ts';

/*
 * What a user reads about findings, in rules and command line alike: what is wrong, and what to do next, in whole sentences. About the
 * strings themselves see problem-messages.ts, about what is undecided undecided-messages.ts. `remarks` are sentences about what follows and where
 * it stands, each after a space: see `onceAdded` and `sourceSentence`.
 */

/**
 * "Tasks.create, called through addTask (src/app.ts:12), needs …"
 * @param suggestion the least scopes that would do
 */
export function missingScope(use: Call, lacking: Requirement, suggestion: readonly Scope[], remarks: string, nameOf: NamePlace): string {
  const declare = suggestion.length === 0 ? '' : ` Declare ${list(suggestion)}.`;
  return `${describeNeed(use, lacking, nameOf)}, which the client does not hold.${declare}${remarks}`;
}

/** The client may hold the scope; the type under which the call is made says that it need not. */
export function scopeMissingInType(use: Call, lacking: Requirement, suggestion: readonly Scope[], remarks: string, nameOf: NamePlace): string {
  const grant = suggestion.length === 0 ? '' : ` Let the type grant ${list(suggestion)}, and hand on a client that holds ${suggestion.length === 1 ? 'it' : 'them'}.`;
  return `${describeNeed(use, lacking, nameOf)}, which the type of its client does not grant.${grant}${remarks}`;
}

type Call = Pick<MethodUse, 'method' | 'chain'>;

function describeNeed({ method, chain = [] }: Call, lacking: Requirement, nameOf: NamePlace): string {
  const call = `${method}${chain.length === 0 ? '' : `, called through ${describeChain(chain, nameOf)},`}`;
  return `${call} needs ${describeRequirement(lacking)}`;
}

function describeChain(chain: readonly ChainLink[], nameOf: NamePlace): string {
  return listSome(chain.map(({ name, place }) => `${name} (${nameOf(place)})`));
}

export function unusedScope(scope: Scope): string {
  return `No call needs ${scope}. Remove it.`;
}

/** Of a scope that no other call needs. */
export function scopeUsedByTestsOnly(scope: Scope, calls: readonly string[]): string {
  return `Only tests use ${scope} (${listSome(calls)}). Remove it here, and give the tests a grant of their own.`;
}

/** @param calls those that the scope satisfies */
export function redundantScope(scope: Scope, calls: readonly string[], source: string): string {
  return `The other scopes cover every call that ${scope} is there for (${listSome(calls)}). Remove it.${source}`;
}

/** @param calls those that the broader scope satisfies */
export function narrowerScope(scope: Scope, narrower: Scope, isHeld: boolean, calls: readonly string[], remarks: string): string {
  const covers = `covers every call that ${scope} is there for (${listSome(calls)})`;
  return isHeld
    ? `${narrower}, which is declared as well, ${covers}. Remove ${scope}.${remarks}`
    : `${narrower} ${covers}. Register ${narrower} with the provider first, then declare it in place of ${scope}.${remarks}`;
}

/** @param scopes those that the type claims and the client does not hold */
export function forgedGrant(scopes: readonly Scope[]): string {
  const it = scopes.length === 1 ? 'it' : 'them';
  const then = `calls that need ${it} will fail`;
  return `This cast claims ${list(scopes)}, which the client does not hold: ${then}. Take the cast away, or declare ${it}.`;
}

/** @param sides two declarations, by the name of their place, each with what it has more than the other */
export function conflictingDeclarations(sides: readonly { readonly name: string; readonly has: readonly Scope[] }[]): string {
  const more = sides.filter(({ has }) => has.length > 0).map(({ name, has }) => `only ${name} has ${list(has)}`);
  return `${list(sides.map(({ name }) => name))} declare different scopes: ${more.join(', ')}. Declare the same in both.`;
}

/** @param change how the file differs: "it lacks OR.Tasks" */
export function staleRegistration(change: string): string {
  return `This registration is stale, so that the compiler checks other scopes than are declared: ${change}. Run oauth-scopes sync.`;
}

export function restrictedScope(scope: Scope, restriction: RestrictedScope): string {
  const subject = restriction.scope === scope ? `${scope} is` : `${scope} covers ${restriction.scope}, which is`;
  const why = restriction.reason === undefined ? '' : `: ${restriction.reason.replace(/\.$/, '')}`;
  return restriction.allowWithReason === true
    ? `${subject} only allowed with a reason${why}. Say in oauth-scopes.json what ${scope} is used for ("usedFor").`
    : `${subject} not allowed here${why}.`;
}

/** The same finding, told where the client is made. */
export function atTheClient(message: string, file: string, line: number): string {
  return `${message} Declared in ${file}, line ${line}.`;
}

/** @param grantType what the manifest states */
export function refusedCall(call: string, grantType: OAuthGrantType): string {
  return `The provider refuses ${call} to the grant type ${grantType}, which oauth-scopes.json states, whatever the scopes. `
    + 'Make the call for a user who signed in, or leave it out.';
}
