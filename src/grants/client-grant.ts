import type ts from 'typescript';
import type { CatalogClient } from '../catalogs/catalog.ts';
import type { Declaration, Place } from './declaration.ts';
import type { DeclaredEnvironment } from './declared-environment.ts';
import { distinctDeclarations } from './distinct-declarations.ts';
import { evaluateScopeValue, type EvaluatedText, type UndecidedText } from './evaluate-scope-value.ts';
import { createExpressionReader, OUTERMOST, unwrap, type ExpressionReader } from './expression-reader.ts';
import { findProperty, isNothing, objectsOf, propertyOf } from './find-property.ts';
import type { Found, FoundObject } from './found.ts';
import { declaredText } from './located-text.ts';
import { placeOfNode } from './place-of-node.ts';
import { readFound } from './scope-expression.ts';
import type { ScopeValue } from './scope-value.ts';

/** A construction of a provider's client. */
export interface ClientConstruction {
  readonly node: ts.NewExpression;
  readonly client: CatalogClient;
  /** What reaches the client's own constructor: of the construction, or of `super()` in a subclass; `undefined`: that is not to be seen. */
  readonly arguments: readonly ts.Expression[] | undefined;
}

/** What the construction of a client says of its grant. */
export type ClientGrant =
  /** Nothing: what the application declares holds. */
  | { readonly kind: 'none' }
  | {
    readonly kind: 'scopes';
    /** Each one possible grant; never empty. A text that is the whole value of an .env file's key is the declaration of that file. */
    readonly alternatives: readonly Declaration[];
    /** The one that holds where no mode is chosen; `null` if the code leaves it open. */
    readonly effective: Declaration | null;
    /** On some way through the code nothing is said, so that what the application declares may hold as well. */
    readonly orDeclared: boolean;
  }
  /** Made with a secret or a personal access token, for which no scopes exist. */
  | { readonly kind: 'unscoped'; readonly option: string; readonly place: Place }
  | { readonly kind: 'undecided'; readonly undecided: UndecidedText };

/** What `readClientGrant` needs besides the construction. */
export interface ClientGrantContext {
  /** The compiler that made the program; none is loaded here. */
  readonly ts: typeof ts;
  readonly checker: ts.TypeChecker;
  readonly provider: string;
  readonly environment: DeclaredEnvironment;
  /**
   * The application's own files, without those of tests: where a client is made of a parameter, the calls of the function are looked for
   * in them. Absent: what comes from a parameter is undecided.
   */
  readonly files?: readonly ts.SourceFile[];
}

/** Reads which scopes a construction asks for. Does not throw: a program that the compiler itself cannot answer for is undecided. */
export function readClientGrant(context: ClientGrantContext, construction: ClientConstruction): ClientGrant {
  try {
    return read(context, construction);
  } catch {
    return undecided(construction.node, 'the options of the client cannot be read');
  }
}

function read(context: ClientGrantContext, { node, client, arguments: given }: ClientConstruction): ClientGrant {
  const { ts, checker, files } = context;
  const reader = createExpressionReader(ts, checker, files);
  if (given === undefined) {
    return undecided(node, 'the client is made by a constructor that is not followed');
  }
  const [options] = given;
  if (options === undefined) {
    return NONE;
  }
  if (ts.isSpreadElement(options)) {
    return undecided(options, 'the options of the client are spread from a list');
  }
  const grants = objectsOf(reader, options, OUTERMOST)
    .map((object) => (object.kind === 'absent' ? NONE : grantOfObject(context, reader, client, options, object)));
  return mergeGrants(options, grants);
}

const NONE: ClientGrant = { kind: 'none' };

function grantOfObject(
  context: ClientGrantContext,
  reader: ExpressionReader,
  { scopeOption, scopeForm, unscopedOptions }: CatalogClient,
  options: ts.Expression,
  object: Exclude<FoundObject, { kind: 'absent' }>,
): ClientGrant {
  // An object that cannot be followed still has a type, which may lack the option.
  const find = (name: string): readonly Found[] => (object.kind !== 'unknown'
    ? propertyOf(reader, object, name)
    : findProperty(reader, options, name, OUTERMOST));
  const scopes = scopeOption === undefined ? [] : find(scopeOption);
  const saysScopes = scopes.some((found) => found.kind !== 'unknown' && isGiven(reader, found));
  const secrets = unscopedOptions
    .flatMap((option) => find(option).map((found) => ({ option, found })))
    .filter(({ found }) => isGiven(reader, found));
  const secret = secrets.find(({ found }) => found.kind !== 'unknown');
  if (secret !== undefined) {
    return saysScopes
      ? undecided(options, `the client is given ${secret.option}, with which it has no scopes, as well as ${scopeOption}`)
      : { kind: 'unscoped', option: secret.option, place: placeOfNode(secret.found.node) };
  }
  const [doubtful] = secrets;
  if (!saysScopes && doubtful?.found.kind === 'unknown') {
    return undecided(doubtful.found.node, doubtful.found.reason);
  }
  const [first] = scopes.filter(({ kind }) => kind !== 'absent');
  const value = readFound(reader, scopes, options);
  const text: ScopeValue = scopeForm === 'list' ? { kind: 'join', list: value, separator: ' ', place: value.place } : value;
  return scopeOption === undefined ? NONE : grantOfScopes(context, text, first?.node);
}

/** An option that is `undefined` is not given. What cannot be followed may be. */
function isGiven(reader: ExpressionReader, found: Found): boolean {
  return found.kind === 'expression' ? !isNothing(reader, unwrap(reader, found.node)) : found.kind !== 'absent';
}

/**
 * The grant that an expression states.
 * @param written where it stands: the key of declarations that are no others
 */
export function grantOfScopes({ provider, environment }: ClientGrantContext, value: ScopeValue, written: ts.Node | undefined): ClientGrant {
  const { texts, effective, mayBeAbsent, undecided: open } = evaluateScopeValue(value, environment);
  if (open !== null) {
    return { kind: 'undecided', undecided: open };
  }
  const key = written === undefined ? '' : shorten(written.getText());
  const declarations = new Map(texts.map((text) => [text, declare(text, provider, key)]));
  return declarations.size === 0
    ? NONE
    : {
      kind: 'scopes',
      alternatives: [...declarations.values()],
      effective: (effective && declarations.get(effective)) ?? null,
      orDeclared: mayBeAbsent,
    };
}

function declare({ text, place, from, isDeclaration }: EvaluatedText, provider: string, key: string): Declaration {
  const [declaration] = from;
  if (isDeclaration && declaration !== undefined) {
    return declaration;
  }
  const environment = from.find((one) => one.environment !== null)?.environment ?? null;
  return { provider, kind: 'code', ...declaredText(text, place), key, environment };
}

/** For messages: one line, and neither the whole of a long expression nor a text in it, which may be a form that has more fields than the scopes. */
function shorten(text: string): string {
  const [before = ''] = text.split(/['"`]/, 1);
  const line = (before.length < text.length ? `${before}…` : text).replaceAll(/\s+/g, ' ');
  return line.length <= MAXIMUM_KEY_LENGTH ? line : `${line.slice(0, MAXIMUM_KEY_LENGTH)}…`;
}

const MAXIMUM_KEY_LENGTH = 80;

/** The options differ between ways through the code. */
export function mergeGrants(options: ts.Node, grants: readonly ClientGrant[]): ClientGrant {
  const [first] = grants;
  const open = grants.find(({ kind }) => kind === 'undecided');
  if (first === undefined || open !== undefined) {
    return open ?? NONE;
  }
  if (grants.every(({ kind }) => kind === first.kind) && (first.kind !== 'scopes' || grants.length === 1)) {
    return first;
  }
  if (grants.some(({ kind }) => kind === 'unscoped')) {
    return undecided(options, 'the client has scopes on one way through the code, and a secret on another');
  }
  return {
    kind: 'scopes',
    alternatives: distinctDeclarations(grants.flatMap((grant) => (grant.kind === 'scopes' ? grant.alternatives : []))),
    effective: null,
    orDeclared: grants.some((grant) => grant.kind === 'none' || (grant.kind === 'scopes' && grant.orDeclared)),
  };
}

function undecided(node: ts.Node, reason: string): ClientGrant & { kind: 'undecided' } {
  return { kind: 'undecided', undecided: { place: placeOfNode(node), reason } };
}
