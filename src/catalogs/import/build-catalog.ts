import type { CatalogFile, CatalogMethod, EndpointEntry, RequirementRow } from '../catalog.ts';
import type { ImportedEndpoint, ImportedFacts, ImportedMethod, Statement } from './facts.ts';
import { ImportError, type ImportProblem } from './import-error.ts';
import type { ImportOptions } from './import-options.ts';
import { sameRequirement } from '../requirement-algebra.ts';

/** A catalog of nothing but what one source says. */
export interface BuiltCatalog {
  readonly catalog: CatalogFile;
  readonly remarks: readonly ImportProblem[];
}

/**
 * The facts as a catalog. An operation that the source names twice has both statements, unless they are the same.
 * @throws ImportError where methods are named and the package is not that has them
 */
export function buildCatalog(facts: ImportedFacts, options: ImportOptions): BuiltCatalog {
  const { provider, title = facts.title ?? provider, source, today, sdk } = options;
  const [method] = facts.methods;
  if (method !== undefined && sdk === undefined) {
    throw new ImportError({ line: method.statement.line, message: 'names methods; say which package has them: --sdk <package>' });
  }
  const remarks: ImportProblem[] = [];
  const catalog: CatalogFile = {
    version: 1,
    provider,
    title,
    date: source.date ?? today,
    sources: {
      [source.key]: {
        title: source.title ?? facts.title ?? title,
        locator: source.locator,
        ...(source.date === undefined ? {} : { date: source.date }),
      },
    },
    ...(sdk === undefined ? {} : { sdk: { package: sdk, testedVersions: [] } }),
    grammar: { token: RFC_6749_TOKEN },
    alwaysAllowed: OPENID_CONNECT,
    scopes: facts.scopes.map(({ name, category, undeclared }) => ({
      name,
      category,
      ...(undeclared === undefined ? {} : { suspect: undeclared }),
      sources: [source.key],
    })),
    methods: sdk === undefined ? [] : methods(facts.methods, sdk, options, remarks),
    endpoints: endpoints(facts.endpoints, options, remarks),
    permissions: [],
    combinations: [],
    ...(facts.apis.length === 0 ? {} : { apis: facts.apis.map((api) => ({ ...api, source: source.key })) }),
    clients: [],
    declarations: { files: [], environmentKeys: [] },
    requests: {
      segments: [],
      hosts: facts.hosts,
      unscopedSegments: [],
      ...(facts.tokenEndpoints.length === 0 ? {} : { tokenEndpoints: facts.tokenEndpoints }),
    },
  };
  return { catalog, remarks };
}

/** Appendix A.4 of RFC 6749: any token, because no source that is imported states the provider's own form. */
const RFC_6749_TOKEN = '^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$';

/** Scopes of OpenID Connect Core 1.0 (section 5.4 and 11), which no API of a provider asks for. */
const OPENID_CONNECT = ['openid', 'profile', 'email', 'offline_access'];

function methods(imported: readonly ImportedMethod[], sdk: string, options: ImportOptions, remarks: ImportProblem[]): CatalogMethod[] {
  const named = new Map<string, { readonly container: string; readonly member: string; readonly statements: Statement[] }>();
  for (const { group, member, statement } of imported) {
    const container = containerOf(group, options.classes);
    const key = `${container}.${member}`;
    const known = named.get(key);
    if (known === undefined) {
      named.set(key, { container, member, statements: [statement] });
    } else {
      known.statements.push(statement);
    }
  }
  return [...named].map(([label, { container, member, statements }]) => ({
    label,
    modules: [sdk],
    container,
    member,
    rows: rows(label, statements, options.source.key, remarks),
  }));
}

/** `Maestro Processes` as `MaestroProcesses`; a name that has no letter or digit stays as it is. */
function containerOf(group: string, classes: ImportOptions['classes']): string {
  const given = classes?.get(group);
  if (given !== undefined) {
    return given;
  }
  const words = group.match(/[\p{L}\p{N}_$]+/gu) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || group;
}

function endpoints(imported: readonly ImportedEndpoint[], options: ImportOptions, remarks: ImportProblem[]): EndpointEntry[] {
  const members = new Set<string>();
  const named = new Map<string, { readonly first: ImportedEndpoint; readonly statements: Statement[] }>();
  for (const endpoint of imported) {
    const label = `${endpoint.verb} ${endpoint.path}`;
    const known = named.get(label);
    if (known === undefined) {
      named.set(label, { first: endpoint, statements: [...endpoint.statements] });
    } else {
      known.statements.push(...endpoint.statements);
    }
  }
  return [...named].map(([label, { first, statements }]) => {
    const { verb, path, refusesOAuth } = first;
    const member = sdkMember(first, options);
    const isNew = member !== undefined && !members.has(member);
    if (isNew) {
      members.add(member);
    }
    return {
      verb,
      path,
      rows: rows(label, statements, options.source.key, remarks),
      ...(refusesOAuth === undefined ? {} : { refusesOAuth }),
      ...(isNew ? { sdk: [member] } : {}),
    };
  });
}

/** Only where the user names the class: how a generator called it cannot be told from the definition. */
function sdkMember({ member }: ImportedEndpoint, { sdk, classes }: ImportOptions): string | undefined {
  const container = sdk === undefined || member === undefined ? undefined : classes?.get(member.group);
  return container === undefined || member === undefined || !/^[A-Za-z_$][\w$]*$/.test(member.name) ? undefined : `${container}.${member.name}`;
}

/** One row for each requirement that is stated; silence beside a statement says nothing. */
function rows(label: string, statements: readonly Statement[], source: string, remarks: ImportProblem[]): RequirementRow[] {
  const spoken = statements.filter(({ requires }) => requires !== null);
  const distinct: Statement[] = [];
  for (const statement of spoken.length > 0 ? spoken : statements.slice(0, 1)) {
    if (!distinct.some(({ requires }) => sameRequirement(requires, statement.requires))) {
      distinct.push(statement);
    }
  }
  const [first, second] = distinct;
  if (first !== undefined && second !== undefined && first.line !== second.line) {
    remarks.push({
      line: second.line,
      message: `says of ${label} what differs from line ${first.line}; both are kept, and a call that meets only one of them is undecided`,
    });
  }
  return distinct.map(({ requires, certain, line }) => ({ requires, source, line, confidence: certain ? 'exact' : 'inferred' }));
}
