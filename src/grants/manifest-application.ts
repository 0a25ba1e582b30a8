import type { Node } from 'jsonc-parser';
import { lastDayOf } from '../catalogs/calendar.ts';
import type { IsoDate, OAuthGrantType } from '../catalogs/catalog.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { Declaration, Place } from './declaration.ts';
import { propertyOf, type JsonDocument } from './json-document.ts';
import { declaredText, joinTexts } from './located-text.ts';

/** A text of a manifest. The place is that of the string with its quotes. */
export interface WrittenText {
  readonly text: string;
  readonly place: Place;
}

/** A day (`2026-06-30`) or a month (`2026-06`). */
export interface WrittenDate extends WrittenText {
  readonly lastDay: IsoDate;
}

/** A scope of a list, and what the manifest says of it. */
export interface ManifestScope {
  readonly scope: Scope;
  /** The whole entry of the list: the string, or the object around it. */
  readonly place: Place;
  readonly usedFor?: string;
  readonly rationale?: string;
  readonly methods: readonly string[];
  /** Each with its verb: `GET /v2/users`. */
  readonly endpoints: readonly string[];
  readonly updated?: WrittenDate;
  readonly nextReview?: WrittenDate;
}

/** What is different in an environment; what it does not say is as the application says. */
export interface ManifestEnvironment {
  readonly name: string;
  readonly place: Place;
  readonly client?: string;
  readonly grantType?: OAuthGrantType;
  readonly scopes?: readonly ManifestScope[];
}

/** An entry of the change log. */
export interface ManifestChange {
  readonly date: WrittenDate;
  readonly added: readonly Scope[];
  readonly removed: readonly Scope[];
  readonly reason?: string;
  readonly place: Place;
}

/** What calls need that no one can see, as the team states it. */
export interface StatedNeed {
  /** A package that receives a client; or one or more files, from the directory of the manifest: `./src/calls.ts`, `./src/legacy/**`. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** That of the name, with its quotes. */
  readonly place: Place;
}

/** One application of a manifest: plain data. */
export interface ManifestApplication {
  readonly name: string;
  readonly provider: string;
  readonly place: Place;
  /** Id or name of the client that the provider knows. */
  readonly client?: string;
  /** How the application gets its token, where the manifest says so. */
  readonly grantType?: OAuthGrantType;
  readonly scopes: readonly ManifestScope[];
  readonly environments: readonly ManifestEnvironment[];
  readonly needs: readonly StatedNeed[];
  readonly updated?: WrittenDate;
  readonly nextReview?: WrittenDate;
  /** In the order of the text. */
  readonly changes: readonly ManifestChange[];
  /** What it grants: everywhere first, then in each environment that has scopes of its own. */
  readonly declarations: readonly Declaration[];
}

/**
 * What can be read of an application: what has another form than it should is passed over, as if it did not stand there.
 * @param index position in the list of applications
 * @returns `undefined` where nothing says whose scopes they are
 */
export function readManifestApplication(document: JsonDocument, node: Node, index: number): ManifestApplication | undefined {
  const provider = filledText(propertyOf(node, 'provider'));
  if (provider === undefined) {
    return undefined;
  }
  const key = `/applications/${index}`;
  const scopesNode = propertyOf(node, 'scopes');
  const environments = propertiesOf(propertyOf(node, 'environments'));
  const declare = (list: Node | undefined, pointer: string, environment: string | null): readonly Declaration[] =>
    list?.type === 'array' ? [declareList(document, list, { provider, kind: 'manifest', key: pointer, environment })] : [];
  return {
    name: filledText(propertyOf(node, 'name')) ?? '',
    provider,
    place: document.placeOf(node),
    ...readRegistration(node),
    scopes: readScopes(document, scopesNode),
    environments: environments.map(([name, value]) => readEnvironment(document, name, value)),
    needs: propertiesOf(propertyOf(node, 'needs')).map(([name, value]) => ({ name, scopes: textsOf(value), place: document.placeOf(keyOf(value)) })),
    ...readDates(document, node),
    changes: itemsOf(propertyOf(node, 'changes')).flatMap((item) => readChange(document, item) ?? []),
    declarations: [
      ...declare(scopesNode, `${key}/scopes`, null),
      ...environments.flatMap(([name, value]) =>
        declare(propertyOf(value, 'scopes'), `${key}/environments/${escapePointer(name)}/scopes`, name),
      ),
    ],
  };
}

/** The node of the name of a scope: a string, or "scope" of an object. */
export function scopeNode(item: Node): Node | undefined {
  const node = item.type === 'object' ? propertyOf(item, 'scope') : item;
  return node?.type === 'string' ? node : undefined;
}

export function filledText(node: Node | undefined): string | undefined {
  return node?.type === 'string' && String(node.value).trim() !== '' ? String(node.value) : undefined;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return (node?.type === 'array' ? node.children : undefined) ?? [];
}

function declareList(
  document: JsonDocument,
  list: Node,
  declared: Pick<Declaration, 'provider' | 'kind' | 'key' | 'environment'>,
): Declaration {
  const names = itemsOf(list).flatMap((item) => scopeNode(item) ?? []);
  const text = joinTexts(names.map((name) => document.textOf(name)), ' ');
  return { ...declared, ...declaredText(text, document.placeOf(list)) };
}

function readRegistration(node: Node): Pick<ManifestApplication, 'client' | 'grantType'> {
  const client = filledText(propertyOf(node, 'client'));
  const grantType = GRANT_TYPES.find((type) => type === propertyOf(node, 'grant')?.value);
  return { ...(client === undefined ? {} : { client }), ...(grantType === undefined ? {} : { grantType }) };
}

const GRANT_TYPES: readonly OAuthGrantType[] = ['authorization_code', 'client_credentials'];

function readEnvironment(document: JsonDocument, name: string, node: Node): ManifestEnvironment {
  const scopes = propertyOf(node, 'scopes');
  return {
    name,
    place: document.placeOf(node),
    ...readRegistration(node),
    ...(scopes === undefined ? {} : { scopes: readScopes(document, scopes) }),
  };
}

function readScopes(document: JsonDocument, list: Node | undefined): readonly ManifestScope[] {
  return itemsOf(list).flatMap((item) => {
    const name = scopeNode(item);
    return name === undefined ? [] : [readScope(document, item, String(name.value))];
  });
}

function readScope(document: JsonDocument, item: Node, scope: Scope): ManifestScope {
  const usedFor = filledText(propertyOf(item, 'usedFor'));
  const rationale = filledText(propertyOf(item, 'rationale'));
  return {
    scope,
    place: document.placeOf(item),
    ...(usedFor === undefined ? {} : { usedFor }),
    ...(rationale === undefined ? {} : { rationale }),
    methods: textsOf(propertyOf(item, 'methods')),
    endpoints: textsOf(propertyOf(item, 'endpoints')),
    ...readDates(document, item),
  };
}

function readDates(document: JsonDocument, node: Node): Pick<ManifestScope, 'updated' | 'nextReview'> {
  const updated = readDate(document, propertyOf(node, 'updated'));
  const nextReview = readDate(document, propertyOf(node, 'nextReview'));
  return { ...(updated === undefined ? {} : { updated }), ...(nextReview === undefined ? {} : { nextReview }) };
}

function readDate(document: JsonDocument, node: Node | undefined): WrittenDate | undefined {
  const text = filledText(node);
  const lastDay = text === undefined ? undefined : lastDayOf(text);
  return node === undefined || text === undefined || lastDay === undefined ? undefined : { text, place: document.placeOf(node), lastDay };
}

function readChange(document: JsonDocument, node: Node): ManifestChange | undefined {
  const date = readDate(document, propertyOf(node, 'date'));
  const reason = filledText(propertyOf(node, 'reason'));
  return date && {
    date,
    added: textsOf(propertyOf(node, 'added')),
    removed: textsOf(propertyOf(node, 'removed')),
    ...(reason === undefined ? {} : { reason }),
    place: document.placeOf(node),
  };
}

function textsOf(node: Node | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => (item.type === 'string' ? [String(item.value)] : []));
}

/** A name as part of a JSON pointer (RFC 6901). */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The node of the name of a property. */
export function keyOf(value: Node): Node {
  return value.parent?.children?.[0] ?? value;
}

/** Of several properties with one name the last, as in `JSON.parse`. */
export function propertiesOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  const properties = (node?.type === 'object' ? node.children : undefined) ?? [];
  const pairs = properties.flatMap(({ children: [key, value] = [] }) => (key && value ? [[String(key.value), value] as const] : []));
  return [...new Map(pairs)];
}
