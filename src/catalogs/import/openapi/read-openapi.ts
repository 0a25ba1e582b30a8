import type { Scope } from '../../../scopes/requirement.ts';
import { joinAddress } from '../addresses.ts';
import { type LocatedDocument, own, textOf } from '../documents/located-document.ts';
import type { ImportedEndpoint, ImportedFacts, ImportedScope, SeveralMeaning, Statement } from '../facts.ts';
import { sameRequirement } from '../../requirement-algebra.ts';
import { type DescribedScopes, readDescribedScopes } from './described-scopes.ts';
import { createRemarkCollector, type RemarkCollector } from './open-remarks.ts';
import { others, remarkDoubledIds, remarkScopes } from './operation-remarks.ts';
import { type Operation, readOperations } from './operations.ts';
import { hasAlternatives, readSecurity, type Security, type SecurityRules } from './security-requirement.ts';
import { readSecuritySchemes } from './security-schemes.ts';
import { readHost, readServers, type Servers, tokenEndpoint } from './servers.ts';

export interface OpenApiOptions {
  readonly several?: SeveralMeaning | undefined;
  readonly baseUrl?: string | undefined;
  readonly acceptsUndeclared?: boolean | undefined;
}

/** `openapi: 3.x` or `swagger: 2.0` stands at the top. */
export function isOpenApi({ value }: LocatedDocument): boolean {
  const version = own(value, 'openapi') ?? own(value, 'swagger');
  return (typeof version === 'string' || typeof version === 'number') && /^[23]\b/.test(String(version));
}

/**
 * The facts of an OpenAPI definition, 2.0 or 3.x. Schemas are not looked at, so that it does not matter whether they refer in circles.
 * @throws ImportError where there is no operation, or a reference to a path or a security scheme cannot be followed
 */
export function readOpenApi(document: LocatedDocument, options: OpenApiOptions): ImportedFacts {
  const { value: root } = document;
  const title = textOf(own(own(root, 'info'), 'title'))?.trim();
  const operations = readOperations(document);
  const schemes = readSecuritySchemes(document);
  const saysOr = operations.some(({ security, description }) => hasAlternatives(security) || describesAlternatives(description));
  const rules: SecurityRules = { schemes, several: options.several, saysOr, acceptsUndeclared: options.acceptsUndeclared === true };
  const remarks = createRemarkCollector();
  const scopes = new Map<Scope, ImportedScope>();
  const hosts = new Set<string>();
  const cached = cachedBy((security: object) => readSecurity(security, rules));
  const serversOf = serverReader(root, options.baseUrl);
  const endpoints = operations.flatMap((operation): ImportedEndpoint[] => {
    const servers = serversOf(operation, remarks);
    servers.hosts.forEach((host) => hosts.add(host));
    const security = isObject(operation.security) ? cached(operation.security) : readSecurity(operation.security, rules);
    const described = readDescribedScopes(operation.description, rules);
    remarkScopes(operation, security, described, remarks);
    const statements = statementsOf(operation, security, described, remarks);
    const undeclared = new Set(security.kind === 'requirement' ? security.undeclared : []);
    const category = nonEmpty(operation.tag) ?? nonEmpty(title) ?? 'Scopes';
    for (const name of statements.flatMap(({ requires }) => (requires ?? []).flat())) {
      if (!scopes.has(name)) {
        scopes.set(name, { name, category, ...(undeclared.has(name) ? { undeclared: true } : {}) });
      }
    }
    const address = operation.path.includes('?') ? undefined : joinAddress(options.baseUrl ?? servers.paths[0], operation.path);
    if (address === undefined) {
      const shown = JSON.stringify(operation.path.slice(0, 80));
      remarks.single(operation.line, `has a path that is no template, ${shown}; the operation is passed over`);
      return [];
    }
    const { verb, operationId, tag } = operation;
    return [
      {
        verb,
        path: address.path,
        statements,
        ...(described.refusesOAuth ? { refusesOAuth: true } : {}),
        ...(operationId === undefined || tag === undefined ? {} : { member: { group: tag, name: operationId } }),
      },
    ];
  });
  remarkDoubledIds(operations, remarks);
  addDeclared(scopes, schemes, nonEmpty(title) ?? 'Scopes');
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    methods: [],
    endpoints,
    apis: [],
    scopes: [...scopes.values()],
    hosts: [...hosts],
    tokenEndpoints: [...new Set([...schemes.values()].flatMap(({ tokenUrls }) => tokenUrls.flatMap((url) => tokenEndpoint(url) ?? [])))],
    remarks: remarks.all(),
  };
}

/** What an operation says of itself goes before what the definition says of all. Where its security and its words differ, both count. */
function statementsOf(operation: Operation, security: Security, described: DescribedScopes, remarks: RemarkCollector): Statement[] {
  const { line, hasOwnSecurity } = operation;
  const inWords = described.reading?.kind === 'requirement' ? described.reading : undefined;
  const accounts = [inWords !== undefined && !hasOwnSecurity ? undefined : security, inWords];
  const [first, second] = accounts.flatMap((part): Statement[] =>
    part?.kind === 'requirement' ? [{ requires: part.requires, certain: part.certain, line }] : [],
  );
  if (described.refusesOAuth || first === undefined) {
    return [{ requires: null, certain: true, line }];
  }
  if (second === undefined || sameRequirement(first.requires, second.requires)) {
    return [first];
  }
  const what = 'asks in "security" for other scopes than its description names';
  remarks.add('accounts differ', line, (count) => `${what}${others(count)}; both are kept, and a call that meets one only is undecided`);
  return [first, second];
}

function addDeclared(scopes: Map<Scope, ImportedScope>, schemes: SecurityRules['schemes'], category: string): void {
  for (const name of [...schemes.values()].flatMap(({ declared }) => [...(declared ?? [])])) {
    if (!scopes.has(name)) {
      scopes.set(name, { name, category });
    }
  }
}

function describesAlternatives(description: string | undefined): boolean {
  const { reading } = readDescribedScopes(description, { several: undefined, saysOr: false });
  return reading?.kind === 'requirement' && reading.requires.some((clause) => clause.length > 1);
}

/** Where an operation stands; one remark where its servers have several paths, of which an endpoint can have one. */
function serverReader(root: unknown, baseUrl: string | undefined): (operation: Operation, remarks: RemarkCollector) => Servers {
  const fixed = own(root, 'swagger') === undefined ? undefined : readHost(root);
  const given = baseUrl === undefined ? undefined : joinAddress(undefined, `${baseUrl.replace(/\/{1,8}$/, '')}/x`);
  const read = cachedBy((servers: object) => readServers(servers));
  return ({ servers, line }, remarks) => {
    if (baseUrl !== undefined) {
      return { hosts: given?.host === undefined ? [] : [given.host], paths: [baseUrl] };
    }
    const known = fixed ?? (isObject(servers) ? read(servers) : readServers(undefined));
    if (known.paths.length > 1) {
      const paths = known.paths.map((path) => JSON.stringify(path === '' ? '/' : path)).join(', ').slice(0, 200);
      const what = `has servers with several paths (${paths})`;
      remarks.add(`servers ${paths}`, line, (count) => `${what}${others(count)}; the first is taken, another with --base-url`);
    }
    return known;
  };
}

function cachedBy<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text?.trim() === '' ? undefined : text;
}
