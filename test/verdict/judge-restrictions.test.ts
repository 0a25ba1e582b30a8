import { describe, expect, it } from 'vitest';
import type { RestrictedScope } from '../../src/grants/restricted-scope.ts';
import { describeRestriction, judgeRestrictions } from '../../src/verdict/judge-restrictions.ts';
import { catalogOf, located } from './example.ts';

const index = catalogOf({});
const reason = (scope: string) => ({ scope, reason: 'the inbox' });

function described(scope: string, restricted: readonly RestrictedScope[], reasoned: readonly string[] = []): string | null {
  return describeRestriction(scope, { restricted, reasons: reasoned.map(reason) }, index.vocabulary);
}

describe('what a policy says of a scope', () => {
  const [read, whole, withReason] = [{ scope: 'things:read' }, { scope: 'things' }, { scope: 'things:read', allowWithReason: true }] as const;
  const asks = 'things:read is only allowed with a reason. Say in oauth-scopes.json what things:read is used for ("usedFor").';

  it.each<[string, string, readonly RestrictedScope[], readonly string[], string | null]>([
    ['it is not restricted', 'audit', [read], [], null],
    ['a broader one is', 'things:read', [whole], [], null],
    ['it is', 'things:read', [{ scope: 'audit' }, read], [], 'things:read is not allowed here.'],
    ['one that it covers is', 'things', [read], [], 'things covers things:read, which is not allowed here.'],
    ['it is itself, and covers another one', 'things', [read, whole], [], 'things is not allowed here.'],
    ['it is, whatever it is used for', 'things:read', [read], ['things:read'], 'things:read is not allowed here.'],
    ['it needs a reason', 'things:read', [withReason], [], asks],
    ['it needs a reason, and another one has it', 'things:read', [withReason], ['audit'], asks],
    ['it needs a reason and has it', 'things:read', [withReason], ['audit', 'things:read'], null],
    ['it needs a reason for one and is not allowed for another', 'things', [withReason, { scope: 'things:write' }], ['things'], 'things covers things:write, which is not allowed here.'],
  ])('%s', (_, scope, restricted, reasoned, expected) => {
    expect(described(scope, restricted, reasoned)).toBe(expected);
  });

  it('is a finding at the scope, in each declaration', () => {
    const policy = { restricted: [read], reasons: [] };
    expect(judgeRestrictions([located('audit things:read'), located('things:write', 2)], policy, index)).toStrictEqual([{
      rule: 'no-restricted-scope', kind: 'restricted', scope: 'things:read', message: 'things:read is not allowed here.',
      place: { file: '/app/config.json', line: 1, column: 7, endLine: 1, endColumn: 18 },
    }]);
  });
});
