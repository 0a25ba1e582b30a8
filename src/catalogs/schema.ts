import type * as Valibot from 'valibot';
import type { CatalogFile } from './catalog.ts';
import { HTTP_VERBS } from './http-verb.ts';
import { valibot } from './lazy-packages.ts';
import { superlinearity } from './linear-pattern.ts';

/** The form of a catalog. What its parts say of one another (names that must be known, or be there once) is checked after it. */
export function catalogSchema(): ReturnType<typeof makeSchema> {
  schema ??= makeSchema(valibot());
  return schema;
}

/** For the life of the process. */
let schema: ReturnType<typeof makeSchema> | undefined;

const ADVICE = ['read-only-first', 'write-only-where-needed', 'one-scope-per-action'] as const;

function makeSchema(v: typeof Valibot) {
  const text = v.pipe(v.string(), v.nonEmpty());

  /** RFC 6749, section 3.3: printable ASCII without the space, the quotation mark and the backslash. */
  const scope = v.pipe(v.string(), v.regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/, 'Expected a scope token (RFC 6749, section 3.3)'));

  const date = v.pipe(v.string(), v.isoDate('Expected a date as YYYY-MM-DD'));

  const provider = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'Expected a short lower-case name'));

  const pointer = v.pipe(v.string(), v.regex(/^(?:\/[^/]*)+$/, 'Expected a JSON pointer such as /scope'));

  const expression = v.pipe(
    v.string(),
    v.check(isRegularExpression, 'Expected a regular expression'),
    v.check((source) => !isRegularExpression(source) || superlinearity(source) === null, ({ input }) => superlinearity(input) ?? ''),
  );

  const flag = v.exactOptional(v.literal(true));

  const requirement = v.array(v.pipe(v.array(scope), v.minLength(1, 'Expected at least one alternative')));

  const row = v.strictObject({
    requires: v.nullable(requirement),
    since: v.exactOptional(date),
    until: v.exactOptional(date),
    source: text,
    line: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    confidence: v.picklist(['exact', 'inferred']),
  });

  /** Each inner list is any-of. */
  const permissions = v.array(v.pipe(v.array(text), v.minLength(1, 'Expected at least one alternative')));

  const grantType = v.picklist(['authorization_code', 'client_credentials']);

  const method = v.strictObject({
    label: text,
    modules: v.pipe(v.array(text), v.minLength(1, 'Expected at least one module')),
    container: text,
    member: text,
    rows: v.array(row),
    local: flag,
    introducedIn: v.exactOptional(text),
    endpoint: v.exactOptional(text),
    permissions: v.exactOptional(permissions),
    refusedTo: v.exactOptional(v.array(grantType)),
  });

  const endpoint = v.strictObject({
    label: v.exactOptional(text),
    verb: v.picklist(HTTP_VERBS),
    service: v.exactOptional(text),
    path: v.pipe(v.string(), v.startsWith('/', 'Expected a path that starts with /')),
    rows: v.array(row),
    permissions: v.exactOptional(permissions),
    refusesOAuth: flag,
    refusedTo: v.exactOptional(v.array(grantType)),
    sdk: v.exactOptional(v.array(v.pipe(v.string(), v.regex(/^[^.]+\.[^.]+$/, 'Expected a container and a member: UsersApi.getUser')))),
  });

  const catalogScope = v.strictObject({
    name: scope,
    category: text,
    implies: v.exactOptional(v.array(scope)),
    replacedBy: v.exactOptional(scope),
    roleWildcard: flag,
    suspect: flag,
    irregular: flag,
    firstPartyOnly: flag,
    sources: v.array(text),
  });

  const stated = { source: text, line: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))) };

  const combination = v.strictObject({ name: text, scopes: v.array(scope), ...stated, until: v.exactOptional(date) });

  const scopeChange = v.strictObject({
    change: v.picklist(['added', 'removed']),
    grantType: v.exactOptional(grantType),
    consentAgain: v.exactOptional(v.boolean()),
    refusedForMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    ...stated,
  });

  const client = v.strictObject({
    modules: v.array(text),
    className: text,
    scopeOption: v.exactOptional(text),
    scopeForm: v.exactOptional(v.literal('list')),
    unscopedOptions: v.array(text),
    tokenMembers: v.array(text),
    grantType: v.exactOptional(grantType),
    tokenSetters: v.exactOptional(v.array(text)),
  });

  return v.strictObject({
    $schema: v.exactOptional(v.string()),
    version: v.literal(1),
    provider,
    title: text,
    accountOf: v.exactOptional(provider),
    date,
    sources: v.record(text, v.strictObject({ title: text, locator: text, date: v.exactOptional(date) })),
    sdk: v.exactOptional(
      v.strictObject({ package: text, testedVersions: v.array(text), everyReleaseIsMajor: flag, globals: v.exactOptional(v.array(text)) }),
    ),
    grammar: v.strictObject({ token: expression, permission: v.exactOptional(expression) }),
    alwaysAllowed: v.array(scope),
    scopes: v.array(catalogScope),
    methods: v.array(method),
    endpoints: v.exactOptional(v.array(endpoint)),
    containerAliases: v.exactOptional(v.record(text, text)),
    permissions: v.array(v.strictObject({ name: text, scopes: v.array(scope), unambiguous: v.boolean() })),
    combinations: v.array(combination),
    apis: v.exactOptional(v.array(v.strictObject({ name: text, scopes: v.array(scope), ...stated }))),
    mistakes: v.exactOptional(v.array(v.strictObject({ wrong: text, right: text, ...stated }))),
    tooPermissive: v.exactOptional(v.array(v.strictObject({ scope, ...stated }))),
    advice: v.exactOptional(v.array(v.strictObject({ rule: v.picklist(ADVICE), ...stated }))),
    scopeChanges: v.exactOptional(v.array(scopeChange)),
    clients: v.array(client),
    declarations: v.strictObject({ files: v.array(v.strictObject({ name: text, pointer })), environmentKeys: v.array(text) }),
    requests: v.strictObject({
      segments: v.array(text),
      hosts: v.array(text),
      unscopedSegments: v.array(text),
      services: v.exactOptional(v.array(v.strictObject({ segment: text, optional: flag }))),
      tokenEndpoints: v.exactOptional(v.array(text)),
    }),
  }) satisfies Valibot.GenericSchema<unknown, CatalogFile>;
}

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
