import { expect, it } from 'vitest';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { catalogOf, client, clientWith, exact, located, placeAt, reportOf, use } from './example.ts';

const index = catalogOf(
  {
    read: [exact(['things', 'things:read'])],
    write: [exact(['things', 'things:write'], ['audit'])],
    other: [exact(['other'])],
    free: [exact()],
    moved: [{ ...exact(['audit']), until: '2026-05-01' }, { ...exact(['other']), since: '2026-05-01' }],
  },
  {
    endpoints: [{
      label: 'GET /me', verb: 'GET', path: '/me', rows: [exact(['either'])], permissions: [['Me.View', 'Me.Edit']], refusedTo: ['client_credentials'],
    }],
    scopeChanges: [{ change: 'added', refusedForMinutes: 401, source: 's' }],
  },
);

const remarks = 'Once added: takes minutes, until then a token request is refused with 401. Source: Page, 2026-05-31.';
const at = (line: number, from: number, to: number, file = '/app/config.json') => ({ file, line, column: from, endLine: line, endColumn: to });

it('an application with everything that can be said of calls, declarations and what is stated besides', () => {
  const configuration = located('things other offline_access');
  const manifest = located('things:read audit', 1, { kind: 'manifest', place: placeAt(1, '/app/oauth-scopes.json') });
  const save = { name: 'save', place: placeAt(9) };
  const uses = [
    use('read', 3), use('write', 4, { chain: [save] }), use('read', 5, { inTest: true }), use('me', 6, { method: 'GET /me' }), use('moved', 7),
    use('other', 8, { grant: { kind: 'unscoped' } }), use('read', 10, { typed: false, inTest: true }),
  ];
  const secret = { grant: { kind: 'unscoped' }, stated: { kind: 'unscoped', option: 'secret', place: placeAt(2) } } as const;
  const stated = [{ scope: 'audit', usedFor: 'what was done' }];
  const report = reportOf(index, [configuration, manifest], { uses, clients: [client(1), client(2, secret), client(11, { ...secret, inTest: true })] }, {
    policy: { restricted: [{ scope: 'things:write', reason: 'robots do that.' }], reasons: [], stated },
    grantType: 'client_credentials',
    registrations: [{ file: '/app/oauth-scopes.gen.d.ts', text: 'export {};\n' }],
  });
  expect(report).toStrictEqual({
    name: 'app',
    provider: 'example',
    declared: [
      { scopes: ['things', 'other', 'offline_access'], place: configuration.place, kind: 'configuration', effective: true },
      { scopes: ['things:read', 'audit'], place: manifest.place, kind: 'manifest', effective: false },
    ],
    stated,
    needed: [
      { anyOf: ['things', 'things:read'], by: [{ place: placeAt(3), call: 'Things.read' }] },
      { anyOf: ['things', 'things:write'], by: [{ place: placeAt(4), call: 'Things.write' }] },
      { anyOf: ['audit'], by: [{ place: placeAt(4), call: 'Things.write' }] },
      { anyOf: ['other'], by: [{ place: placeAt(7), call: 'Things.moved' }] },
      { anyOf: ['either'], by: [{ place: placeAt(6), call: 'GET /me' }] },
    ],
    permissions: [{ anyOf: ['Me.View', 'Me.Edit'], by: [{ place: placeAt(6), call: 'GET /me' }] }],
    minimal: {
      scopes: ['things:read', 'things:write', 'audit', 'other', 'either', 'offline_access'],
      complete: true,
      provenLeast: true,
      reasons: {
        'things:read': ['Things.read'],
        'things:write': ['Things.write'],
        audit: ['Things.write'],
        other: ['Things.moved'],
        either: ['GET /me'],
        offline_access: [],
      },
      newestUsedFor: ['Things.moved: other (since 2026-05-01) instead of audit (until 2026-05-01)'],
    },
    findings: [
      {
        rule: 'no-restricted-scope', kind: 'restricted', scope: 'things', place: at(1, 1, 7),
        message: 'things covers things:write, which is not allowed here: robots do that.',
      },
      {
        rule: 'no-missing-scope', kind: 'missing', scope: 'audit', suggestion: 'audit', place: placeAt(4), call: 'Things.write', chain: [save],
        message: `Things.write, called through save (main.ts:9), needs audit, which the client does not hold. Declare audit. ${remarks}`,
      },
      {
        rule: 'no-missing-scope', kind: 'missing', scope: 'either', suggestion: 'either', place: placeAt(6), call: 'GET /me',
        message: `GET /me needs either, which the client does not hold. Declare either. ${remarks}`,
      },
      {
        rule: 'no-missing-scope', kind: 'refused', scope: '', place: placeAt(6), call: 'GET /me',
        message: 'The provider refuses GET /me to the grant type client_credentials, which oauth-scopes.json states, whatever the scopes. '
          + 'Make the call for a user who signed in, or leave it out.',
      },
      {
        rule: 'consistent-scopes', kind: 'conflict', scope: 'things other offline_access', place: at(1, 1, 1, '/app/oauth-scopes.gen.d.ts'),
        message: 'This registration is stale, so that the compiler checks other scopes than are declared: '
          + 'it registers nothing, and things other offline_access can be registered. Run oauth-scopes sync.',
      },
      {
        rule: 'consistent-scopes', kind: 'conflict', scope: 'things:read audit things other', place: manifest.place,
        message: 'oauth-scopes.json:1 and config.json:1 declare different scopes: '
          + 'only oauth-scopes.json:1 has things:read and audit, only config.json:1 has things and other. Declare the same in both.',
      },
    ],
    undecided: [
      {
        place: placeAt(2), holdsBack: [],
        reason: 'this client is made with a secret or an access token, which has no scopes: its calls are not checked',
      },
      {
        place: placeAt(7), holdsBack: ['audit'],
        reason: 'sources differ about Things.moved: the declared scopes satisfy other (since 2026-05-01), and not audit (until 2026-05-01)',
      },
    ],
    coverage: { calls: 5, resolved: 5, unmapped: 0, untyped: 0 },
  });
});

it('an application of which much is not known', () => {
  const configuration = located('things audit other either');
  const unknown = { grant: { kind: 'undecided', reason: 'nobody knows' } } as const;
  const untyped = { grant: { kind: 'undecided', reason: 'the receiver has no type' }, typed: false } as const;
  const report = reportOf(index, [configuration], {
    uses: [
      use('read', 3), use('nothing-known', 4), use('other', 5, untyped), use('moved', 5, untyped), use('write', 6, unknown),
      use('read', 7, unknown), use('other', 8, { typed: false, inTest: true }), use('nothing-known', 9, { inTest: true }), use('read', 10, { ...unknown, inTest: true }),
    ],
    unmapped: [{ provider: 'example', call: 'Things.newest', place: placeAt(2) }],
    escapes: [{ place: placeAt(1), reason: 'the token is read' }],
  });
  const uncheckedBecause = (call: string) => ({
    rule: 'no-unmapped-call', kind: 'unmapped', message: `The catalog (Example, 2026-06-01) does not say which scopes ${call} needs. The call is not checked.`,
  });
  expect(report.findings).toStrictEqual([]);
  expect(report.undecided).toStrictEqual([
    { place: placeAt(1), reason: 'the token is read', holdsBack: ['things', 'audit', 'other', 'either'] },
    {
      place: placeAt(2), reason: 'the catalog does not say which scopes Things.newest needs', holdsBack: ['things', 'audit', 'other', 'either'],
      reported: uncheckedBecause('Things.newest'),
    },
    {
      place: placeAt(4), reason: 'the catalog does not say which scopes Things.nothing-known needs', holdsBack: ['things', 'audit', 'other', 'either'],
      reported: uncheckedBecause('Things.nothing-known'),
    },
    { place: placeAt(5), reason: 'the receiver has no type: this may be Things.other or Things.moved', holdsBack: ['audit', 'other'] },
    {
      place: placeAt(6), reason: 'nobody knows', holdsBack: ['things', 'audit'],
      reported: { rule: 'no-unresolved-scope', kind: 'unresolved', message: 'It cannot be known which scopes the client holds: nobody knows. Its calls are not checked.' },
    },
  ]);
  expect(report.coverage).toStrictEqual({ calls: 6, resolved: 3, unmapped: 2, untyped: 1 });
  expect(report.minimal.complete).toBe(false);
  expect(report).not.toHaveProperty('permissions');
});

it('a call that several clients reach is one place, whatever it needs, and whether or not the facts were written to a file', () => {
  const me = use('me', 1, { method: 'GET /me' });
  const uses = [me, use('read', 2), me, use('read', 2), { ...me, place: placeAt(3) }, { ...me, place: placeAt(1) }];
  const { needed, permissions, findings } = reportOf(index, [located('things:read either')], { uses }, { grantType: 'client_credentials' });
  const by = [{ place: placeAt(1), call: 'GET /me' }, { place: placeAt(3), call: 'GET /me' }];
  expect(needed).toStrictEqual([{ anyOf: ['things', 'things:read'], by: [{ place: placeAt(2), call: 'Things.read' }] }, { anyOf: ['either'], by }]);
  expect(permissions).toStrictEqual([{ anyOf: ['Me.View', 'Me.Edit'], by }]);
  expect(findings.map(({ kind, place }) => [kind, place.line])).toEqual([['refused', 1], ['refused', 3]]);
});

it('an application with calls of which the method or the client is not known, one by one', () => {
  const elsewhere = placeAt(1, '/app/other.ts');
  const unknown = (reason: string) => ({ grant: { kind: 'undecided', reason } }) as const;
  const untyped = { ...unknown('no type'), typed: false } as const;
  const { undecided, minimal } = reportOf(index, [located('things other')], {
    uses: [
      use('read', 1), use('other', 2, untyped), use('write', 3, untyped),
      use('read', 4, unknown('one')), use('read', 5, unknown('two')), use('read', 6, unknown('one')), use('read', 1, { ...unknown('one'), place: elsewhere }),
    ],
  });
  expect(undecided.map(({ place, reason, holdsBack }) => [place.file, place.line, reason, ...holdsBack])).toEqual([
    ['/app/main.ts', 2, 'no type: this may be Things.other', 'other'],
    ['/app/main.ts', 3, 'no type: this may be Things.write', 'things'],
    ['/app/main.ts', 4, 'one'],
    ['/app/main.ts', 5, 'two'],
    ['/app/other.ts', 1, 'one'],
  ]);
  expect(minimal.complete).toBe(false);
  expect(reportOf(index, [located('things')], { uses: [use('read', 1, unknown('one'))] }).minimal.complete).toBe(true);
});

it('an application with two clients, each with scopes of its own: a type that a client of the other may stand behind', () => {
  const clients = [clientWith(1, ['things audit other either']), clientWith(2, ['other either'])];
  const told = (followed: { readonly followed?: true }): Pick<ApplicationReport, 'findings' | 'undecided'> => {
    const { findings, undecided } = reportOf(index, [], {
      clients,
      uses: [
        use('read', 3, { grant: { kind: 'literal', alternatives: [['things', 'audit', 'other', 'either']] } }),
        use('other', 4, { grant: { kind: 'literal', alternatives: [['other', 'either']], ...followed } }),
        use('me', 5, { method: 'GET /me', grant: { kind: 'literal', alternatives: [['other', 'either']], ...followed }, inTest: true }),
      ],
    });
    return { findings, undecided };
  };
  const narrow = {
    rule: 'prefer-narrow-scope', kind: 'narrow', scope: 'things', suggestion: 'things:read', place: at(1, 10, 16, '/app/main.ts'),
    message: 'things:read covers every call that things is there for (Things.read). '
      + `Register things:read with the provider first, then declare it in place of things. ${remarks}`,
  };
  const unused = { rule: 'no-unused-scope', kind: 'unused', scope: 'audit', place: at(1, 17, 22, '/app/main.ts'), message: 'No call needs audit. Remove it.' };
  const alsoUnused = { ...unused, scope: 'other', place: at(1, 23, 28, '/app/main.ts'), message: 'No call needs other. Remove it.' };
  const unusedHere = { ...unused, scope: 'either', place: at(1, 29, 35, '/app/main.ts'), message: 'No call needs either. Remove it.' };
  const onlyTests = {
    rule: 'no-unused-scope', kind: 'unused', scope: 'either', place: at(2, 16, 22, '/app/main.ts'),
    message: 'Only tests use either (GET /me). Remove it here, and give the tests a grant of their own.',
  };
  expect(told({})).toStrictEqual({
    findings: [narrow, unused, unusedHere, onlyTests],
    undecided: [{ place: placeAt(4), reason: 'Things.other may be called with a client that holds more than its type says', holdsBack: ['other'] }],
  });
  expect(told({ followed: true })).toStrictEqual({ findings: [narrow, unused, alsoUnused, unusedHere, onlyTests], undecided: [] });
});
