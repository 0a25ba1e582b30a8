import type ts from 'typescript';
import type { HttpVerb } from '../../catalogs/http-verb.ts';
import type { ExpressionReader, Frame } from '../../grants/expression-reader.ts';
import { unwrap, OUTERMOST } from '../../grants/expression-reader.ts';
import { findProperty, objectsOf } from '../../grants/find-property.ts';
import type { Found } from '../../grants/found.ts';
import { placeOfNode } from '../../grants/place-of-node.ts';
import { readFound, readScopeExpression } from '../../grants/scope-expression.ts';
import type { ScopeValue } from '../../grants/scope-value.ts';
import type { ProgramView } from '../program-view.ts';
import { syntacticFacts } from '../syntactic-facts.ts';
import { addressesOf, joinAddress, type Address } from './address.ts';
import { originOf } from './callee-origin.ts';
import { clientBehind, type ClientOptions, type HttpClient } from './http-client.ts';
import { BASE_OPTIONS, isRequestMember, LIBRARIES, verbNamed, type HttpLibrary } from './http-libraries.ts';

/** A call that makes an HTTP request. */
export interface HttpCall {
  readonly node: ts.CallExpression;
  readonly library: HttpLibrary;
  /** The verb that the name of the called member says. */
  readonly verb: HttpVerb | undefined;
  /** The argument that holds the address, or all options. */
  readonly target: ts.Expression;
  /** Arguments behind it that hold options. */
  readonly options: readonly ts.Expression[];
  /** The argument that holds the body. */
  readonly body: ts.Expression | undefined;
  readonly client: HttpClient;
}

/** Recognises a call by what the called function is, not by its name. */
export function readHttpCall(view: ProgramView, reader: ExpressionReader, node: ts.CallExpression): HttpCall | undefined {
  const { ts } = view;
  const callee = unwrap(view, node.expression);
  const [target] = node.arguments;
  if (target === undefined || ts.isSpreadElement(target)) {
    return undefined;
  }
  const isPlatform = (ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : '') === 'fetch';
  if (!isPlatform && !importsLibrary(view)) {
    return undefined;
  }
  const origin = originOf(view, callee);
  const library = origin === undefined ? undefined : libraryOf(origin);
  if (origin !== undefined && library !== undefined) {
    const [member] = origin.path;
    return isRequest(library, member) ? callOf(view, node, target, member, { library, options: [] }) : undefined;
  }
  if (origin !== undefined) {
    return undefined;
  }
  if (ts.isPropertyAccessExpression(callee)) {
    const { text: member } = callee.name;
    const client = isRequestMember(member) ? clientBehind(view, reader, callee.expression, OUTERMOST) : undefined;
    return client === undefined || !isRequest(client.library, member) ? undefined : callOf(view, node, target, member, client);
  }
  const client = ts.isIdentifier(callee) && mayBeClient(view, callee) ? clientBehind(view, reader, callee, OUTERMOST) : undefined;
  return client === undefined || !CALLABLE.has(client.library) ? undefined : callOf(view, node, target, undefined, client);
}

/** Libraries whose clients are functions. */
const CALLABLE: ReadonlySet<HttpLibrary> = new Set(['axios', 'got', 'ky', 'fetch']);

/** Without a library there are no clients, and nothing needs to be followed to one. */
function importsLibrary(view: ProgramView): boolean {
  const known = importing.get(view)
    ?? view.files.some((file) => syntacticFacts(view.ts, view.index, file).modules.some(({ text }) => LIBRARIES.has(text)));
  importing.set(view, known);
  return known;
}

const importing = new WeakMap<ProgramView, boolean>();

/** A function of the application's own is none. */
function mayBeClient({ ts, questions }: ProgramView, name: ts.Identifier): boolean {
  const declaration = questions.symbolOf(name)?.valueDeclaration;
  return declaration !== undefined
    && [ts.isVariableDeclaration, ts.isParameter, ts.isBindingElement, ts.isExportAssignment].some((isKind) => isKind(declaration));
}

function libraryOf({ module, path }: { readonly module: string | null; readonly path: readonly string[] }): HttpLibrary | undefined {
  if (module === null) {
    return path.length === 1 && path[0] === 'fetch' ? 'fetch' : undefined;
  }
  return path.length <= 1 ? LIBRARIES.get(module) : undefined;
}

function isRequest(library: HttpLibrary, member: string | undefined): boolean {
  switch (library) {
    case 'fetch':
      return member === undefined || member === 'fetch';
    case 'undici':
      return member === 'fetch' || member === 'request';
    case 'node':
      return member === 'get' || member === 'request';
    case 'openapi-fetch':
      return member !== undefined && member === member.toUpperCase() && verbNamed(member) !== undefined;
    case 'axios': case 'got': case 'ky':
      return member === undefined || member === 'request' || verbNamed(member) !== undefined;
  }
}

function callOf(
  { ts }: ProgramView,
  node: ts.CallExpression,
  target: ts.Expression,
  member: string | undefined,
  client: HttpClient,
): HttpCall {
  const [, second, third] = node.arguments;
  const verb = member === undefined ? undefined : verbNamed(member);
  const takesBody = client.library === 'axios' && (verb === 'POST' || verb === 'PUT' || verb === 'PATCH');
  const behind = takesBody ? third : second;
  const options = behind === undefined || ts.isFunctionLike(behind) ? [] : [behind];
  return { node, library: client.library, verb, target, options, body: takesBody ? second : undefined, client };
}

/** What a call sends where, read with the parameters that a frame binds. */
export interface ReadRequest {
  readonly verbs: readonly (HttpVerb | null)[];
  readonly addresses: readonly Address[];
}

/** Reads verb and address of a recognised call. */
export function readRequest(view: ProgramView, reader: ExpressionReader, call: HttpCall, frame: Frame): ReadRequest {
  const [url = call.target, ...settings] = requestArguments(view, call) ?? [call.target];
  const options = [...call.options, ...settings];
  const inOptions = optionsIn(view, reader, url, frame);
  const holders = inOptions ? [url, ...options] : options;
  const paths = inOptions ? addressOfOptions(reader, call, url, frame) : addressesOf(readAddress(reader, call, url, frame));
  const bases = basesOf(reader, call, holders, frame);
  return {
    verbs: call.verb === undefined ? verbsOf(reader, holders, frame) : [call.verb],
    addresses: bases.flatMap((base) => paths.map((path) => joinAddress(base, path))),
  };
}

/** The options of a call among which headers and body are looked for; of a client those that it was made with. */
export function optionHolders(view: ProgramView, reader: ExpressionReader, call: HttpCall, frame: Frame): readonly ClientOptions[] {
  const [, ...settings] = requestArguments(view, call) ?? [];
  const own = optionsIn(view, reader, call.target, frame) ? [call.target, ...call.options] : [...call.options, ...settings];
  return [...own.map((node) => ({ node, frame })), ...call.client.options.filter((one) => one !== null)];
}

/** Those of `new Request(url, options)`, if one is sent. */
function requestArguments(view: ProgramView, call: HttpCall): readonly ts.Expression[] | undefined {
  const target = unwrap(view, call.target);
  return view.ts.isNewExpression(target) && target.expression.getText() === 'Request' ? target.arguments : undefined;
}

/** `axios({ url })`, `https.request({ hostname, path })`. */
function optionsIn(view: ProgramView, reader: ExpressionReader, node: ts.Expression, frame: Frame): boolean {
  const inner = unwrap(view, node);
  if (view.ts.isStringLiteralLike(inner) || view.ts.isTemplateExpression(inner) || view.ts.isNewExpression(inner)) {
    return false;
  }
  return objectsOf(reader, inner, frame).some(({ kind }) => kind === 'object');
}

function readAddress(reader: ExpressionReader, { library }: HttpCall, node: ts.Expression, frame: Frame): ScopeValue {
  const value = readScopeExpression(reader, node, frame);
  return library === 'openapi-fetch' ? withParameters(value) : value;
}

/** `/jobs/{id}`: what stands in braces is filled in by the library. */
function withParameters(value: ScopeValue): ScopeValue {
  switch (value.kind) {
    case 'text': {
      const { place } = value;
      const parts = value.text.text.split(/(\{[^{}/]*\})/).map((text): ScopeValue => (/^\{[^{}]*\}$/.test(text)
        ? { kind: 'unknown', reason: `the address comes from the parameter ${text.slice(1, -1)}`, place, names: [text.slice(1, -1)] }
        : { kind: 'text', text: { text, stretches: [] }, place }));
      return { kind: 'concatenation', parts, place };
    }
    case 'choice':
      return { ...value, options: value.options.map(withParameters) };
    default:
      return value;
  }
}

function addressOfOptions(reader: ExpressionReader, { library }: HttpCall, node: ts.Expression, frame: Frame): readonly Address[] {
  const read = (name: string): readonly Address[] => addressesOf(readOption(reader, node, name, frame));
  if (library !== 'node') {
    return read('url');
  }
  const hosts = [...read('hostname'), ...read('host')].filter((host) => host.length > 0);
  return hosts.flatMap((host) => read('path').map((path) => ['https://', ...host, ...path]));
}

function readOption(reader: ExpressionReader, node: ts.Expression, name: string, frame: Frame): ScopeValue {
  const found = findProperty(reader, node, name, frame);
  return found.every(({ kind }) => kind === 'absent') ? { kind: 'absent', place: placeOfNode(node) } : readFound(reader, found, node);
}

/** What the address is put behind: an option of the call goes before one of the client. */
function basesOf(reader: ExpressionReader, { client }: HttpCall, own: readonly ts.Expression[], frame: Frame): readonly Address[] {
  const names = BASE_OPTIONS[client.library];
  const holders: readonly (ClientOptions | null)[] = [...own.map((node) => ({ node, frame })), ...client.options];
  for (const holder of names.length === 0 ? [] : holders) {
    if (holder === null) {
      return [[UNSEEN]];
    }
    const values = names.map((name) => readOption(reader, holder.node, name, holder.frame));
    const given = values.find(({ kind }) => kind !== 'absent');
    if (given !== undefined) {
      return addressesOf(given);
    }
  }
  return [[]];
}

const UNSEEN = {
  reason: 'the address comes from a client of which it is not to be seen how it was made',
  place: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 },
  names: [],
};

/** `GET` where nothing is said, as in all of the libraries. */
function verbsOf(reader: ExpressionReader, holders: readonly ts.Expression[], frame: Frame): readonly (HttpVerb | null)[] {
  for (const holder of holders) {
    const found = findProperty(reader, holder, 'method', frame);
    if (found.some(({ kind }) => kind !== 'absent')) {
      return [...new Set(found.flatMap((one) => verbsIn(reader, one, holder)))];
    }
  }
  return ['GET'];
}

function verbsIn(reader: ExpressionReader, found: Found, node: ts.Expression): readonly (HttpVerb | null)[] {
  if (found.kind === 'absent') {
    return ['GET'];
  }
  return addressesOf(readFound(reader, [found], node)).map((pieces) => {
    const [text, ...others] = pieces;
    if (text === undefined) {
      return 'GET';
    }
    return typeof text === 'string' && others.length === 0 ? (verbNamed(text) ?? null) : null;
  });
}
