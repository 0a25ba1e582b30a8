import { posix } from 'node:path';
import type { JSONPath, Node } from 'jsonc-parser';
import type { GenericSchema } from 'valibot';
import { jsoncParser, valibot } from '../catalogs/lazy-packages.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';
import { quote } from '../scopes/quote.ts';
import type { Place } from './declaration.ts';
import type { FileProblem } from './file-problem.ts';
import type { FileSystem } from './file-system.ts';
import { propertyOf, type JsonDocument } from './json-document.ts';
import { filledText, itemsOf, keyOf, propertiesOf, scopeNode } from './manifest-application.ts';
import { manifestSchema } from './manifest-schema.ts';
import { nameManifestPart } from './name-manifest-part.ts';
import { faultOfNeedName } from './need-name.ts';

/** Something that is wrong with a manifest. */
export interface ManifestProblem extends FileProblem {
  /** All of what the problem is about; absent where the text is no JSON. */
  readonly place?: Place;
  /** What probably belongs in the place of a misspelt string, without quotes. */
  readonly suggestion?: string;
  /** A scope that is held twice: the rule no-duplicate-scope reports it, and takes it out. */
  readonly isRepeatedScope?: true;
  /** There is no catalog of the provider: only who has all catalogs can tell. */
  readonly isUnknownProvider?: true;
}

/**
 * Everything that is wrong with a manifest, in the order of the text: what has another form than it should, keys that nothing reads, dates
 * that are none, providers that there are not, and what stands twice. Of a thousand errors the first hundred are enough.
 * @param providers those that have a catalog
 * @param fileSystem with it, files that the manifest names have to be there
 */
export function findManifestProblems(
  document: JsonDocument,
  providers: readonly string[],
  fileSystem?: Pick<FileSystem, 'list'>,
): readonly ManifestProblem[] {
  const { root } = document;
  const { file } = document.placeOf(root);
  const directory = posix.dirname(file);
  const applications = itemsOf(propertyOf(root, 'applications'));
  const faults = [
    ...faultsOfForm(manifestSchema(), root, []),
    ...applications.flatMap((node, index) => [
      ...faultsOfApplication(node, ['applications', index], providers),
      ...faultsOfNeeds(propertyOf(node, 'needs'), ['applications', index, 'needs'], directory, fileSystem),
    ]),
    ...repeatedApplications(applications),
    ...repeatedTexts(namesOf(propertyOf(root, 'restricted')), ['restricted']),
  ];
  const inOrder = faults.toSorted((left, right) => left.node.offset - right.node.offset).slice(0, MAXIMUM_PROBLEMS);
  return inOrder.map(({ node, path, message, ...rest }) => ({
    ...document.problem(node, `${nameManifestPart(path, root)} ${message}`.trimStart()),
    place: document.placeOf(node),
    ...rest,
  }));
}

const MAXIMUM_PROBLEMS = 100;

interface Fault extends Pick<ManifestProblem, 'suggestion' | 'isRepeatedScope' | 'isUnknownProvider'> {
  readonly node: Node;
  /** What the sentence is about. */
  readonly path: JSONPath;
  /** The rest of the sentence. */
  readonly message: string;
}

/** What is looked at of a schema. */
interface Shape {
  readonly type: string;
  /** What a value must be, where it has another form altogether. */
  readonly message?: unknown;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly options?: readonly (Shape | string)[];
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly value?: Shape;
}

/** Of objects and lists the parts are looked at one by one: the library ends with the first key that it does not know. */
function faultsOfForm(schema: Shape | undefined, node: Node, path: JSONPath): readonly Fault[] {
  if (schema === undefined) {
    return [];
  }
  const isObject = node.type === 'object';
  const wrongForm: readonly Fault[] = [{ node, path, message: String(schema.message) }];
  switch (schema.type) {
    case 'exact_optional':
      return faultsOfForm(schema.wrapped, node, path);
    case 'strict_object':
      return isObject ? faultsOfObject(schema.entries ?? {}, node, path) : wrongForm;
    case 'record':
      return isObject ? propertiesOf(node).flatMap(([key, inner]) => faultsOfForm(schema.value, inner, [...path, key])) : wrongForm;
    case 'array':
      return node.type === 'array' ? itemsOf(node).flatMap((item, index) => faultsOfForm(schema.item, item, [...path, index])) : wrongForm;
    case 'union': {
      const wanted = isObject ? 'strict_object' : node.type;
      const option = schema.options?.find((one): one is Shape => typeof one === 'object' && one.type === wanted);
      return option === undefined ? wrongForm : faultsOfForm(option, node, path);
    }
    default: {
      const [issue] = valibot().safeParse(schema as GenericSchema, jsoncParser().getNodeValue(node)).issues ?? [];
      return issue === undefined ? [] : [{ node, path, message: issue.message }];
    }
  }
}

function faultsOfObject(entries: Readonly<Record<string, Shape>>, node: Node, path: JSONPath): readonly Fault[] {
  const keys = (node.children ?? []).flatMap(({ children: [key] = [] }) => key ?? []);
  const names = new Set(keys.map((key) => String(key.value)));
  const seen = new Set<string>();
  const surplus = keys.flatMap((key): Fault[] => {
    const name = String(key.value);
    if (!Object.hasOwn(entries, name)) {
      const nearest = didYouMean(name, Object.keys(entries).filter((candidate) => !names.has(candidate)));
      return [{ node: key, path: [...path, name], ...misspelling('is not known', nearest, Object.keys(entries)) }];
    }
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated ? [{ node: key, path: [...path, name], message: 'stands twice' }] : [];
  });
  const missing = Object.entries(entries)
    .filter(([name, { type }]) => type !== 'exact_optional' && !names.has(name))
    .map(([name, schema]) => ({ node, path, message: `needs ${quote(name)}${exampleOf(schema)}` }));
  const inner = propertiesOf(node).flatMap(([name, value]) =>
    faultsOfForm(Object.hasOwn(entries, name) ? entries[name] : undefined, value, [...path, name]));
  return [...surplus, ...missing, ...inner];
}

function exampleOf(schema: Shape): string {
  const { examples = [] } = valibot().getMetadata(schema as GenericSchema) as { readonly examples?: readonly unknown[] };
  return examples[0] === undefined ? '' : `, for example ${JSON.stringify(examples[0])}`;
}

function faultsOfApplication(node: Node, path: JSONPath, providers: readonly string[]): readonly Fault[] {
  const environments = propertiesOf(propertyOf(node, 'environments'));
  return [
    ...faultsOfProvider(node, path, providers),
    ...repeatedScopes(propertyOf(node, 'scopes'), [...path, 'scopes']),
    ...environments.flatMap(([name, value]) => repeatedScopes(propertyOf(value, 'scopes'), [...path, 'environments', name, 'scopes'])),
    ...itemsOf(propertyOf(node, 'changes')).flatMap((change, index) => {
      const says = change.type !== 'object' || ['added', 'removed'].some((name) => propertyOf(change, name) !== undefined);
      return says ? [] : [{ node: change, path: [...path, 'changes', index], message: 'says neither "added" nor "removed"' }];
    }),
  ];
}

/** What a misspelt name says would count for nothing. */
function faultsOfNeeds(needs: Node | undefined, path: JSONPath, directory: string, fileSystem?: Pick<FileSystem, 'list'>): readonly Fault[] {
  return propertiesOf(needs).flatMap(([name, list]) => {
    const fault = faultOfNeedName(name, directory, fileSystem);
    return [
      ...(fault === undefined ? [] : [{ node: keyOf(list), path: [...path, name], ...fault }]),
      ...repeatedTexts(itemsOf(list), [...path, name]),
    ];
  });
}

/** A misspelt provider would leave its application unchecked, and nobody would know. */
function faultsOfProvider(application: Node, path: JSONPath, providers: readonly string[]): readonly Fault[] {
  const node = propertyOf(application, 'provider');
  const provider = filledText(node);
  if (node === undefined || provider === undefined || providers.includes(provider)) {
    return [];
  }
  const message = `names the provider ${quote(provider)}, of which there is no catalog`;
  return [{ node, path, ...misspelling(message, didYouMean(provider, providers), providers), isUnknownProvider: true }];
}

function misspelling(message: string, nearest: string | undefined, known: readonly string[]): Pick<Fault, 'message' | 'suggestion'> {
  return nearest === undefined
    ? { message: `${message}; there are ${known.join(', ')}` }
    : { message: `${message}; did you mean ${quote(nearest)}?`, suggestion: nearest };
}

function repeatedApplications(applications: readonly Node[]): readonly Fault[] {
  const seen = new Set<string>();
  return applications.flatMap((application, index) => {
    const [name, provider] = ['name', 'provider'].map((key) => propertyOf(application, key));
    const key = JSON.stringify([filledText(name), filledText(provider)]);
    if (name === undefined || provider === undefined || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `stands twice with the provider ${quote(String(provider.value))}`;
    return [{ node: name, path: ['applications', index], message }];
  });
}

function repeatedScopes(list: Node | undefined, path: JSONPath): readonly Fault[] {
  return repeatedTexts(namesOf(list), path).map((fault) => ({ ...fault, isRepeatedScope: true }));
}

function namesOf(list: Node | undefined): readonly Node[] {
  return itemsOf(list).flatMap((item) => scopeNode(item) ?? []);
}

function repeatedTexts(nodes: readonly Node[], path: JSONPath): readonly Fault[] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    const text = String(node.value);
    if (node.type !== 'string' || !seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [{ node, path, message: `has the scope ${quote(text)} twice` }];
  });
}
