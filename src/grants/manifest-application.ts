import type { Node } from 'jsonc-parser';
import type { OAuthGrantType } from '../catalogs/catalog.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { Declaration } from './declaration.ts';
import type { FileProblem } from './file-problem.ts';
import { propertyOf, type JsonDocument } from './json-document.ts';
import { declaredText, joinTexts } from './located-text.ts';

/** One application of a manifest. */
export interface ManifestApplication {
  readonly name: string;
  readonly node: Node;
  readonly declaration: Declaration;
  /** Why a scope is held, where the manifest says so: `usedFor`, or else `rationale`. */
  readonly reasons: readonly { readonly scope: Scope; readonly reason: string }[];
  /** The scopes that packages need which receive a client. */
  readonly needs: readonly PackageNeeds[];
  /** How the application gets its token, where the manifest says so. */
  readonly grantType?: OAuthGrantType;
}

/** What a package needs, by its name. */
export interface PackageNeeds {
  readonly package: string;
  readonly scopes: readonly Scope[];
}

/** @param index position in the list of applications */
export function readManifestApplication(document: JsonDocument, node: Node, index: number): ManifestApplication | FileProblem {
  const nameNode = propertyOf(node, 'name');
  const providerNode = propertyOf(node, 'provider');
  const scopes = propertyOf(node, 'scopes');
  const name = filledText(nameNode);
  const provider = filledText(providerNode);
  if (node.type !== 'object') {
    return document.problem(node, 'an application must be an object with "name", "provider" and "scopes"');
  }
  if (name === undefined) {
    return document.problem(nameNode ?? node, 'an application needs a "name"');
  }
  if (provider === undefined) {
    return document.problem(providerNode ?? node, `application ${quote(name)} needs a "provider", for example "uipath"`);
  }
  const wrong = scopes?.type === 'array' ? scopes.children?.find((item) => scopeNode(item) === undefined) : scopes ?? node;
  if (scopes === undefined || wrong !== undefined) {
    const expected = 'must be a list of scopes, each a string or an object with "scope"';
    return document.problem(wrong ?? node, `"scopes" of application ${quote(name)} ${expected}`);
  }
  const needs = readNeeds(document, propertyOf(node, 'needs'), name);
  if ('message' in needs) {
    return needs;
  }
  const grantNode = propertyOf(node, 'grant');
  const grantType = GRANT_TYPES.find((type) => type === grantNode?.value);
  if (grantNode !== undefined && grantType === undefined) {
    return document.problem(grantNode, `"grant" of application ${quote(name)} must be ${GRANT_TYPES.map(quote).join(' or ')}`);
  }
  const items = scopes.children ?? [];
  const text = joinTexts(items.map((item) => document.textOf(scopeNode(item) ?? item)), ' ');
  const key = `/applications/${index}/scopes`;
  const declaration: Declaration = {
    provider, kind: 'manifest', ...declaredText(text, document.placeOf(scopes)), key, environment: null,
  };
  return { name, node, declaration, reasons: readReasons(items), needs, ...(grantType === undefined ? {} : { grantType }) };
}

const GRANT_TYPES: readonly OAuthGrantType[] = ['authorization_code', 'client_credentials'];

/** The node of the name of a scope: a string, or "scope" of an object. */
export function scopeNode(item: Node): Node | undefined {
  const node = item.type === 'object' ? propertyOf(item, 'scope') : item;
  return node?.type === 'string' ? node : undefined;
}

/** A name may hold anything, and a message is one line. */
export function quote(name: string): string {
  return JSON.stringify(name);
}

export function filledText(node: Node | undefined): string | undefined {
  return node?.type === 'string' && String(node.value).trim() !== '' ? String(node.value) : undefined;
}

function readReasons(items: readonly Node[]): ManifestApplication['reasons'] {
  return items.flatMap((item) => {
    const reason = filledText(propertyOf(item, 'usedFor')) ?? filledText(propertyOf(item, 'rationale'));
    const scope = scopeNode(item);
    return reason === undefined || scope === undefined ? [] : [{ scope: String(scope.value), reason }];
  });
}

function readNeeds(document: JsonDocument, node: Node | undefined, name: string): readonly PackageNeeds[] | FileProblem {
  const properties = node?.type === 'object' ? (node.children ?? []) : [];
  const wrong = node?.type === 'object' ? properties.find(({ children = [] }) => !isTextList(children[1])) : node;
  if (wrong !== undefined) {
    const expected = 'must name packages, each with a list of scopes: { "some-widgets": ["OR.Tasks"] }';
    return document.problem(wrong, `"needs" of application ${quote(name)} ${expected}`);
  }
  return properties.map(({ children: [key, scopes] = [] }) => ({
    package: String(key?.value),
    scopes: (scopes?.children ?? []).map((scope) => String(scope.value)),
  }));
}

function isTextList(node: Node | undefined): boolean {
  return node?.type === 'array' && (node.children ?? []).every(({ type }) => type === 'string');
}
