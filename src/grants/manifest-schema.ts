import type * as Valibot from 'valibot';
import { lastDayOf } from '../catalogs/calendar.ts';
import { valibot } from '../catalogs/lazy-packages.ts';
import { NEED_NAME } from './need-name.ts';

/** The version of the form that this package reads. */
export const MANIFEST_VERSION = 1;

/** The form of a manifest, of which its JSON Schema is made. Messages continue a sentence about the value. */
export function manifestSchema(): ReturnType<typeof makeSchema> {
  schema ??= makeSchema(valibot());
  return schema;
}

/** For the life of the process. */
let schema: ReturnType<typeof makeSchema> | undefined;

const SCOPE_LIST = 'must be a list of scopes, each a string or an object with "scope"';
const SCOPE = 'must be a scope, or an object with "scope"';
const DATE = 'must be a day such as 2026-09-30 or a month such as 2026-09';

function makeSchema(v: typeof Valibot) {
  function text(description: string, example: string) {
    return v.pipe(v.string('must be a text'), v.metadata({ description, examples: [example] }));
  }

  function filledText(description: string, example: string) {
    return v.pipe(v.string('must be a text'), v.regex(/\S/, 'must not be empty'), v.metadata({ description, examples: [example] }));
  }

  function date(description: string, example: string) {
    return v.pipe(
      v.string(DATE),
      v.regex(/^\d{4}-\d{2}(?:-\d{2})?$/, DATE),
      v.check((written) => lastDayOf(written) !== undefined, `${DATE} that the calendar has`),
      v.metadata({ description, examples: [example] }),
    );
  }

  function scope(description: string) {
    return v.pipe(v.string(SCOPE), v.metadata({ description, examples: ['OR.Jobs.Read'] }));
  }

  /** @param kind what the entries are, one and many */
  function list(description: string, [one, many]: readonly [string, string], form: RegExp, example: string) {
    const entry = `must be ${one} such as ${example}`;
    const whole = `must be a list of ${many} such as ${example}`;
    return v.pipe(v.array(v.pipe(v.string(entry), v.regex(form, entry)), whole), v.metadata({ description, examples: [[example]] }));
  }

  const scopeWithReasons = v.pipe(
    v.strictObject(
      {
        scope: scope('The scope, as the provider writes it.'),
        usedFor: v.exactOptional(text('What the application does with it.', 'Display the conversation history')),
        rationale: v.exactOptional(text('Why the application needs it, and nothing less.', 'Agents look up what was said before')),
        methods: v.exactOptional(
          list('The methods of the SDK that need it.', ['a method', 'methods'], /\S/, 'Jobs.getAll'),
        ),
        endpoints: v.exactOptional(
          list('The endpoints that need it, with their verbs.', ['an endpoint', 'endpoints'], /^[A-Z]+ \S/, 'GET /v2/users'),
        ),
        updated: v.exactOptional(date('When this scope was last reviewed: a day (2026-03-31) or a month (2026-03).', '2026-03-31')),
        nextReview: v.exactOptional(
          date('When this scope is to be reviewed again, at the latest: a day (2026-06-30) or a month (2026-06).', '2026-06-30'),
        ),
      },
      SCOPE,
    ),
    v.description('A scope, and why it is held.'),
  );

  function scopes(description: string) {
    return v.pipe(v.array(v.union([scope('A scope that is held.'), scopeWithReasons], SCOPE), SCOPE_LIST), v.description(description));
  }

  const client = filledText(
    'The OAuth client (UiPath: the external application) that has these scopes: its id or its name, never its secret.',
    'Agent desktop (production)',
  );

  const grant = v.pipe(
    v.picklist(['authorization_code', 'client_credentials'], 'must be "authorization_code" or "client_credentials"'),
    v.description(
      'How the application gets its token. With authorization_code users sign in, and are asked again when a scope is added; with '
        + 'client_credentials nobody is asked, and what the provider refuses to it is reported.',
    ),
  );

  const environment = v.pipe(
    v.strictObject(
      {
        client: v.exactOptional(client),
        grant: v.exactOptional(grant),
        scopes: v.exactOptional(scopes('The scopes that are held in this environment, in place of those of the application.')),
      },
      'must be an object with "client", "grant" or "scopes"',
    ),
    v.description('What is different in this environment.'),
  );

  const change = v.pipe(
    v.strictObject(
      {
        date: date('When the scopes changed: a day (2026-03-01) or a month (2026-03).', '2026-03-01'),
        added: v.exactOptional(list('The scopes that were added.', ['a scope', 'scopes'], /\S/, 'conversations:call:control')),
        removed: v.exactOptional(list('The scopes that were removed.', ['a scope', 'scopes'], /\S/, 'conversations:external:contact:add')),
        reason: v.exactOptional(text('Why they changed.', 'New transfer feature')),
      },
      'must be an object with "date", and "added" or "removed"',
    ),
    v.description('A change of the scopes.'),
  );

  const application = v.pipe(
    v.strictObject(
      {
        name: filledText(
          'The name of the application: of several with one provider the one is meant that has the name in package.json, or of '
            + '--application.',
          'agent-desktop',
        ),
        provider: filledText(
          'Whose scopes these are: uipath, genesys, genesys-guide, talkdesk, or that of a catalog of your own.',
          'uipath',
        ),
        client: v.exactOptional(client),
        grant: v.exactOptional(grant),
        scopes: v.exactOptional(scopes('The scopes that the application holds, each a string, or an object that says why.')),
        environments: v.exactOptional(
          v.pipe(
            v.record(v.string(), environment, 'must name environments, each with an object: { "production": { "client": "…" } }'),
            v.description(
              'Environments that differ from what the application says, by their names: production is that of .env.production.',
            ),
          ),
        ),
        needs: v.exactOptional(
          v.pipe(
            v.record(
              v.pipe(v.string(), v.regex(NEED_NAME)),
              list('What it needs.', ['a scope', 'scopes'], /\S/, 'OR.Tasks.Read'),
              'must name packages or files, each with a list of scopes: { "some-widgets": ["OR.Tasks"], "./src/legacy/**": ["OR.Jobs"] }',
            ),
            v.metadata({
              description: 'The scopes that calls need which no one can see: of packages that receive a client, such as widgets, by their '
                + 'names; and of files, by paths from this file that begin with ./ or ../, in which * stands for any part of a name and ** for '
                + 'any directories.',
              examples: [{ 'some-widgets': ['OR.Tasks.Read'], './src/legacy/**': ['OR.Jobs.Read'] }],
            }),
          ),
        ),
        updated: v.exactOptional(date('When the application was last reviewed: a day (2026-03-31) or a month (2026-03).', '2026-03-31')),
        nextReview: v.exactOptional(
          date('When all scopes are to be reviewed again, at the latest: a day (2026-06-30) or a month (2026-06).', '2026-06-30'),
        ),
        changes: v.exactOptional(
          v.pipe(v.array(change, 'must be a list of changes'), v.description('The change log of the scopes.')),
        ),
      },
      'must be an object with "name", "provider" and "scopes"',
    ),
    v.description('An application, and the scopes that it holds with one provider.'),
  );

  const restriction = v.pipe(
    v.strictObject(
      {
        scope: scope('The restricted scope.'),
        reason: v.exactOptional(text('Why it is restricted, or what to do instead; part of the message.', 'the platform team has it')),
        allowWithReason: v.exactOptional(
          v.pipe(v.boolean('must be true or false'), v.description('Allowed where "usedFor" or "rationale" says why the scope is held.')),
        ),
      },
      SCOPE,
    ),
    v.description('A restricted scope, why it is restricted, and whether a reason allows it.'),
  );

  return v.pipe(
    v.strictObject(
      {
        $schema: v.exactOptional(
          text('Where an editor finds this schema.', './node_modules/eslint-plugin-oauth-scopes/schemas/manifest.json'),
        ),
        version: v.exactOptional(
          v.pipe(v.literal(MANIFEST_VERSION, ({ input }) => describeVersion(input)), v.description('The version of this form.')),
        ),
        catalogs: v.exactOptional(
          list('Catalogs of your own: their paths, from this file.', ['a path', 'paths'], /\S/, './catalogs/acme.json'),
        ),
        applications: v.pipe(
          v.array(application, 'must be a list of applications'),
          v.description('The applications, and the scopes that they hold.'),
        ),
        restricted: v.exactOptional(
          v.pipe(
            v.array(v.union([scope('A scope that is forbidden.'), restriction], SCOPE), SCOPE_LIST),
            v.description('Scopes that the policy of the team forbids, or allows only with a reason, for all applications.'),
          ),
        ),
      },
      'must be an object with a list "applications"',
    ),
    v.title('oauth-scopes.json'),
    v.description('The OAuth scopes that applications hold, and why: the contract that a review reads.'),
  );
}

function describeVersion(version: unknown): string {
  return typeof version === 'number' && version > MANIFEST_VERSION
    ? `is ${version}, which this eslint-plugin-oauth-scopes does not know yet: install a newer one`
    : `must be ${MANIFEST_VERSION}`;
}
