import type ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/grants/declaration.ts';
import type { FileSystem } from '../../src/grants/file-system.ts';
import { NO_STATEMENTS, type ManifestStatements } from '../../src/grants/manifest.ts';
import type { DeclarationReading } from '../../src/grants/read-declarations.ts';
import type { ClientSite, UsageFacts } from '../../src/usage/facts.ts';
import { concludeAnalysis, findRegistrations, type ApplicationAnalysis, type ConclusionOptions } from '../../src/verdict/analyse.ts';
import { catalogOf, client, clientWith, declaration, exact, facts, placeAt, use } from './example.ts';

const index = catalogOf(
  { read: [exact(['things', 'things:read'])], moved: [{ ...exact(['audit']), until: '2026-05-01' }, { ...exact(['other']), since: '2026-05-01' }] },
  { endpoints: [{ label: 'GET /me', verb: 'GET', path: '/me', rows: [exact()], refusedTo: ['client_credentials'] }] },
);

function files(texts: Readonly<Record<string, string>>): FileSystem {
  return { readFile: (path) => texts[path], exists: () => false, realpath: (path) => path, list: () => [] };
}

function reading(declarations: readonly Declaration[], statements: Partial<ManifestStatements> = {}): DeclarationReading {
  return { declarations, problems: [], undecided: [], environmentFiles: [], statements: { ...NO_STATEMENTS, ...statements } };
}

interface Circumstances extends Partial<ConclusionOptions> {
  readonly declared?: readonly Declaration[];
  readonly statements?: Partial<ManifestStatements>;
  readonly stale?: true;
}

function conclude(usage: Partial<UsageFacts>, { declared = [], statements = {}, stale, ...options }: Circumstances = {}): ApplicationAnalysis {
  const registrations = stale === undefined ? [] : [{ file: '/app/oauth-scopes.gen.d.ts', text: 'export {};\n' }];
  return concludeAnalysis({ index, directory: '/app', fileSystem: files({}), ...options }, reading(declared, statements), [facts(usage)], registrations);
}

const kinds = ({ report }: ApplicationAnalysis): string[] => report.findings.map(({ kind, scope }) => `${kind} ${scope}`.trim());

describe('the name of an application', () => {
  it.each([
    ['the one that the user gives it', 'mine', '/home/ada/apps/web', '{ "name": "web-application" }', 'mine'],
    ['that of its package', undefined, '/home/ada/apps/web', '{ "name": "web-application" }', 'web-application'],
    ['that of its directory, where the package has none', undefined, '/home/ada/apps/web', '{ "name": "" }', 'web'],
    ['that of its directory, where the name is no text', undefined, '/home/ada/apps/web', '{ "name": 7 }', 'web'],
    ['that of its directory, however the path is written', undefined, 'C:\\ada\\apps\\web', '{}', 'web'],
    ['that of its directory, with a slash at the end', undefined, '/home/ada/apps/web/', '', 'web'],
    ['"application", where the directory has none', undefined, '/', '', 'application'],
  ])('is %s', (_, application, directory, text, name) => {
    const given = application === undefined ? {} : { application };
    expect(conclude({}, { directory, fileSystem: files({ [`${directory}/package.json`]: text }), ...given }).report.name).toBe(name);
  });
});

describe('which clients say what an application holds', () => {
  const [configuration, other] = [declaration('things:read', 1), declaration('audit', 2)];
  const stating = clientWith(2, ['other']);
  const held = (clients: readonly ClientSite[], declared: readonly Declaration[] = [configuration]) => {
    const { alternatives, effective } = conclude({ clients }, { declared }).grant;
    return { alternatives: alternatives.map(({ text }) => text), effective: effective?.text };
  };

  it.each([
    ['none: what is declared', [], ['things:read'], 'things:read'],
    ['one that leaves it open: what is declared', [client(1)], ['things:read'], 'things:read'],
    ['one that states its scopes: these', [stating], ['other'], 'other'],
    ['of several those that leave it open', [stating, client(1), clientWith(3, ['either'])], ['things:read'], 'things:read'],
    ['all, where each states its own', [stating, clientWith(3, ['either'])], ['other', 'either'], undefined],
    ['those outside of tests', [stating, client(1, { inTest: true })], ['other'], 'other'],
    ['those outside of tests, which may be none', [clientWith(2, ['other'], { inTest: true })], ['things:read'], 'things:read'],
  ])('%s', (_, clients, alternatives, effective) => {
    expect(held(clients)).toEqual({ alternatives, effective });
  });

  it('what is declared twice leaves it open', () => {
    expect(held([client(1)], [configuration, other])).toEqual({ alternatives: ['things:read', 'audit'], effective: undefined });
  });

  it('are listed with what is declared outside of the code, each once, without tests', () => {
    const shared = declaration('either', 9, { kind: 'code', place: placeAt(9) });
    const sharing = (line: number): ClientSite => client(line, { stated: { kind: 'scopes', alternatives: [shared, configuration], effective: null, orDeclared: false } });
    const { report } = conclude({ clients: [sharing(1), client(2), sharing(3), clientWith(4, ['audit'], { inTest: true })] }, { declared: [configuration] });
    expect(report.declared.map(({ scopes, kind }) => [kind, ...scopes])).toEqual([['configuration', 'things:read'], ['code', 'either']]);
  });
});

describe('what follows besides', () => {
  it('calls that the stated grant type is refused, and requirements of the day that is asked for', () => {
    const uses = [use('me', 1, { method: 'GET /me' }), use('moved', 2)];
    const declared = [declaration('audit')];
    expect(kinds(conclude({ uses }, { declared }))).toEqual([]);
    expect(kinds(conclude({ uses }, { declared, statements: { grantType: 'client_credentials' } }))).toEqual(['refused']);
    expect(kinds(conclude({ uses }, { declared, asOf: '2026-04-30' }))).toEqual([]);
    expect(kinds(conclude({ uses }, { declared, asOf: '2026-05-01' }))).toEqual(['unused audit', 'missing other']);
  });

  it('what is stated of packages, in settings before the manifest', () => {
    const escapes = [{ place: placeAt(3), reason: 'the client is passed to widgets', package: 'widgets' }];
    const missing = (needs: Readonly<Record<string, readonly string[]>>): readonly string[] => {
      const statements = { needs: [{ name: 'widgets', scopes: ['audit'], place: placeAt(4, '/app/oauth-scopes.json') }] };
      return conclude({ escapes, uses: [use('read', 1)] }, { declared: [declaration('things:read')], statements, needs })
        .report.findings.map(({ message }) => message);
    };
    expect(missing({})).toEqual([
      'widgets needs audit, which the client does not hold. Declare audit. Source: "needs" in oauth-scopes.json, line 4.',
    ]);
    expect(missing({ widgets: ['other'] })).toEqual([
      'widgets needs other, which the client does not hold. Declare other. Source: the setting "needs".',
    ]);
    expect(missing({ widgets: ['things:read'] })).toEqual([]);
    expect(missing({ './main.ts': ['other'] })).toHaveLength(1);
    expect(conclude({ uses: [use('read', 1)] }, { declared: [declaration('things:read')], needs: { widgets: ['other'] } }).report.undecided).toEqual([]);
    expect(missing({ widgets: ['unheard:of', 'other'] })).toEqual([
      'widgets needs other, which the client does not hold. Declare other. Source: the setting "needs".',
    ]);
  });

  it('that the answer is not complete as long as what is stated cannot be believed', () => {
    const complete = (...needs: ManifestStatements['needs']) =>
      conclude({ uses: [use('read', 1)] }, { declared: [declaration('things:read')], statements: { needs } }).report.minimal.complete;
    const stated = (scope: string) => ({ name: 'widgets', scopes: [scope], place: placeAt(4, '/app/oauth-scopes.json') });
    expect([complete(), complete(stated('audit')), complete(stated('unheard:of'))]).toEqual([true, false, false]);
  });

  it('that other programs may call what is made here', () => {
    const usedElsewhere = [{ directory: '/app', by: 'apps/web' }];
    const usage = { clients: [client(1)], uses: [use('read', 2)] };
    expect(kinds(conclude(usage, { declared: [declaration('things:read audit')] }))).toEqual(['unused audit']);
    const analysis = conclude(usage, { declared: [declaration('things:read audit')], usedElsewhere });
    expect(kinds(analysis)).toEqual([]);
    expect(analysis.usage.escapes.map(({ place }) => place)).toEqual([placeAt(1)]);
  });

  it('that a registration is stale, unless clients of programs that are not at hand may say otherwise', () => {
    const declared = [declaration('things:read')];
    const stale = (clients: readonly ClientSite[], isPartial?: true): boolean =>
      conclude({ clients }, { declared, stale: true, ...(isPartial === undefined ? {} : { isPartial }) })
        .report.findings.some(({ place }) => place.file === '/app/oauth-scopes.gen.d.ts');
    const inTest = clientWith(2, ['other'], { inTest: true });
    expect([stale([client(1)]), stale([clientWith(1, ['other'])])]).toEqual([true, true]);
    expect([stale([], true), stale([client(1)], true), stale([client(1), inTest], true)]).toEqual([true, true, true]);
    expect([stale([clientWith(1, ['other'])], true), stale([client(1), clientWith(3, ['other'])], true)]).toEqual([false, false]);
  });
});

it('registrations are read as they are on disk, each once, whichever of the programs has them', () => {
  const program = (...names: readonly string[]): ts.Program =>
    ({ getSourceFiles: () => names.map((fileName) => ({ fileName })) }) as unknown as ts.Program;
  const programs = [program('/app/main.ts', '/app/oauth-scopes.gen.d.ts'), program('/app/oauth-scopes.gen.d.ts', '/app/gone/oauth-scopes.gen.d.ts')];
  const onDisk = files({ '/app/oauth-scopes.gen.d.ts': 'as it is', '/app/main.ts': 'no registration' });
  expect(findRegistrations(programs, onDisk)).toEqual([{ file: '/app/oauth-scopes.gen.d.ts', text: 'as it is' }]);
});
