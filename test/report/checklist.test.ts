import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { refusalChecklist, type ChecklistItem, type RefusalStatus } from '../../src/report/explain/checklist.ts';
import { explain } from '../../src/report/explain/explanation.ts';
import { findSubjects } from '../../src/report/explain/subject.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';

const indexes = providers().flatMap((name) => builtInCatalog(name) ?? []).map(indexCatalog);

function report(provider: string, scopes: readonly string[]): ApplicationReport {
  const place = { file: '/oauth-scopes.json', line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    name: 'desk', provider, declared: [{ scopes, place, kind: 'manifest', effective: true }], needed: [],
    minimal: { scopes: [], complete: true, provenLeast: true, reasons: {}, newestUsedFor: [] },
    findings: [], undecided: [], coverage: { calls: 0, resolved: 0, unmapped: 0, untyped: 0 },
  };
}

/** @param scopes declared by the application at hand; `undefined`: there is none */
function ask(call: string, provider: string, scopes?: readonly string[], status: RefusalStatus = '403'): readonly ChecklistItem[] {
  const subject = findSubjects(call, indexes).find(({ index }) => index.catalog.provider === provider);
  if (subject === undefined) {
    throw new Error(`${provider} does not know ${call}`);
  }
  const reports = scopes === undefined ? [] : [report(provider, scopes)];
  return refusalChecklist(explain(subject, reports, indexes), reports, subject.index, status);
}

const scopeItem = (items: readonly ChecklistItem[]): string => items.filter(({ topic }) => topic === 'scope').map(({ state, text }) => `${state}: ${text}`).join();

describe('why a call gets 403 (lines 365 to 412 of the guide)', () => {
  it('goes through token, scope, permission, and both', () => {
    expect(ask('POST /api/v2/users', 'genesys', ['users:readonly']).map(({ topic, state }) => `${topic} ${state}`)).toEqual([
      'token fine', 'scope cause', 'permission look', 'both look',
    ]);
  });

  it('finds the scope that is lacking: the first example of the guide', () => {
    expect(scopeItem(ask('POST /api/v2/users', 'genesys-guide', ['users:readonly']))).toBe(
      'cause: desk lacks users:manage: register it with the provider, then declare it, then get a new token',
    );
  });

  it('finds the scope in order, which leaves the role: the second example', () => {
    expect(scopeItem(ask('GET /api/v2/conversations', 'genesys-guide', ['conversations:readonly']))).toMatch(/^fine: desk declares what it needs, conversations:readonly/);
  });

  it('names the permission that the role must have', () => {
    expect(ask('POST /api/v2/users', 'genesys').find(({ topic }) => topic === 'permission')?.text).toContain('must have directory:user:add');
  });

  it.each([
    ['where there is no application', 'GET /api/v2/users', 'genesys', undefined, 'look: the token must hold users or users:readonly'],
    ['where sources differ', 'POST /api/v2/conversations', 'genesys-guide', ['conversations:readonly'], 'is not certain: sources differ'],
    ['where a scope stands for what a role allows', 'Jobs.getAll', 'uipath', ['OR.Default'], 'look: desk declares OR.Default'],
    ['where nothing is declared', 'Jobs.getAll', 'uipath', [], 'cause: desk lacks OR.Jobs or OR.Jobs.Read'],
  ])('%s', (_, call, provider, scopes, text) => {
    expect(scopeItem(ask(call, provider, scopes))).toContain(text);
  });
});

describe('why a call gets 401', () => {
  it('looks at the token, and at scopes that take minutes where the provider says so', () => {
    expect(ask('GET /api/v2/users', 'genesys', ['users'], '401').map(({ topic }) => topic)).toEqual(['token']);
    expect(ask('GET /users', 'talkdesk', ['users:read'], '401').map(({ topic }) => topic)).toEqual(['token', 'scope']);
  });
});
