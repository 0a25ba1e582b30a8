import type { Node } from 'jsonc-parser';
import type { Declaration } from './declaration.ts';
import type { FileProblem } from './file-problem.ts';
import { parseJson, propertyOf, type JsonDocument } from './json-document.ts';
import { declaredText, joinTexts } from './located-text.ts';

/** The file in which a team writes down what its applications hold, for a review. */
export const MANIFEST_NAME = 'oauth-scopes.json';

/** Which application of the manifest is meant. */
export interface ManifestChoice {
  readonly provider: string;
  /** The user's choice by name. */
  readonly application?: string;
  /** Taken where the user chose none, if an application has that name: the name in package.json. */
  readonly packageName?: string;
}

export interface ManifestReading {
  readonly declaration?: Declaration;
  /** If there is one, there is no declaration. */
  readonly problems: readonly FileProblem[];
}

/**
 * Reads what a manifest grants to one application of a provider. Its least form is
 * `{ "applications": [{ "name": "app", "provider": "uipath", "scopes": ["OR.Jobs", { "scope": "OR.Tasks", "usedFor": "…" }] }] }`;
 * other properties are passed over. Everything is checked before anything is taken, applications of other providers included.
 */
export function readManifest(text: string, file: string, choice: ManifestChoice): ManifestReading {
  const document = parseJson(text, file);
  if ('message' in document) {
    return { problems: [document] };
  }
  const list = propertyOf(document.root, 'applications');
  if (list?.type !== 'array') {
    return { problems: [document.problem(list ?? document.root, 'has no list "applications"')] };
  }
  const applications = (list.children ?? []).map((node, index) => readApplication(document, node, index));
  const problems = applications.filter((application) => 'message' in application);
  if (problems.length > 0) {
    return { problems };
  }
  return choose(document, list, applications.filter((application) => 'scopes' in application), choice);
}

interface Application {
  readonly name: string;
  readonly provider: string;
  readonly pointer: string;
  readonly node: Node;
  readonly scopes: Node;
}

function readApplication(document: JsonDocument, node: Node, index: number): Application | FileProblem {
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
  return { name, provider, pointer: `/applications/${index}/scopes`, node, scopes };
}

function choose(document: JsonDocument, list: Node, applications: readonly Application[], choice: ManifestChoice): ManifestReading {
  const candidates = applications.filter(({ provider }) => provider === choice.provider);
  const names = candidates.map(({ name }) => quote(name)).join(', ');
  const named = (wanted: string): readonly Application[] => candidates.filter(({ name }) => name === wanted);
  if (choice.application !== undefined && candidates.length > 0 && named(choice.application).length !== 1) {
    const message = `has no single application ${quote(choice.application)} of provider ${quote(choice.provider)}, only ${names}`;
    return { problems: [document.problem(list, message)] };
  }
  const wanted = choice.application ?? choice.packageName;
  const [application, second] = candidates.length > 1 && wanted !== undefined && named(wanted).length === 1 ? named(wanted) : candidates;
  if (application === undefined) {
    return { problems: [] };
  }
  if (second !== undefined) {
    const message = `has ${candidates.length} applications of provider ${quote(choice.provider)} (${names}): `
      + 'choose one by its name, or give the one that is meant the name in package.json';
    return { problems: [document.problem(second.node, message)] };
  }
  return { declaration: declare(document, application), problems: [] };
}

function declare(document: JsonDocument, { provider, pointer, scopes }: Application): Declaration {
  const texts = (scopes.children ?? []).map((item) => document.textOf(scopeNode(item) ?? item));
  return { provider, kind: 'manifest', ...declaredText(joinTexts(texts, ' '), document.placeOf(scopes)), key: pointer, environment: null };
}

function scopeNode(item: Node): Node | undefined {
  const node = item.type === 'object' ? propertyOf(item, 'scope') : item;
  return node?.type === 'string' ? node : undefined;
}

function filledText(node: Node | undefined): string | undefined {
  return node?.type === 'string' && node.value !== '' ? String(node.value) : undefined;
}

/** A name may hold anything, and a message is one line. */
function quote(name: string): string {
  return JSON.stringify(name);
}
