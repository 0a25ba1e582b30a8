import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/verdict/finding.ts';
import { heldScopes, inspectDeclaration, inspectDeclarations, sparedDuplicates } from '../../src/verdict/inspect-declarations.ts';
import { catalogOf, declaration, located, placeAt } from './example.ts';

const index = catalogOf({});
const at = (from: number, to: number, line = 1) => ({ file: '/app/config.json', line, column: from, endLine: line, endColumn: to });

describe('what is wrong with the strings of declarations', () => {
  it('is told whole, in their order, with what may be meant', () => {
    expect(inspectDeclarations([located('audits other, things things:read', 2), located('')], index)).toStrictEqual([
      {
        rule: 'no-unknown-scope', kind: 'unknown', scope: 'audits', suggestion: 'audit', place: at(1, 7, 2),
        message: "Example has no scope 'audits'. Did you mean audit?",
      },
      {
        rule: 'no-malformed-scope', kind: 'malformed', scope: '', place: at(13, 15, 2),
        message: 'A comma stands after other. Separate scopes by single spaces.',
      },
      {
        rule: 'no-duplicate-scope', kind: 'duplicate', scope: 'things:read', place: at(22, 33, 2),
        message: 'things:read is implied by things, which stands in the same string. One of them is enough.',
      },
      {
        rule: 'no-malformed-scope', kind: 'malformed', scope: '', place: at(1, 1),
        message: 'The scope string is empty. Name the scopes that the application needs.',
      },
    ]);
  });

  it('is nothing where a template is to be filled in, but for what would be wrong in the copy, too', () => {
    const template = (text: string) => inspectDeclarations([declaration(text, 1, { kind: 'configuration-example' })], index).map(({ scope }) => scope);
    expect([template('<your-scopes>'), template(''), template('<your-scopes> audits')]).toEqual([[], [], ['audits']]);
    expect(inspectDeclarations([declaration('<your-scopes>')], index).map(({ kind }) => kind)).toEqual(['malformed']);
  });

  it('is nothing where the manifest lists nothing', () => {
    expect(inspectDeclaration(declaration('', 1, { kind: 'manifest' }), index)).toStrictEqual({ tokens: [], problems: [] });
    expect(inspectDeclarations([declaration(' ', 1, { kind: 'manifest' })], index)).toHaveLength(1);
  });

  it('is that one scope implies another, unless the calls say more of it', () => {
    const text = 'things things:read things:write audit audit';
    const finding = (kind: Finding['kind'], scope: string, suggestion?: string): Finding =>
      ({ rule: '', kind, scope, place: placeAt(1), message: '', ...(suggestion === undefined ? {} : { suggestion }) });
    const told = (...findings: readonly Finding[]) => inspectDeclarations([declaration(text)], index, sparedDuplicates(findings)).map(({ scope }) => scope);
    expect(told()).toEqual(['things:read', 'things:write', 'audit']);
    expect(told(finding('narrow', 'things', 'things:read'))).toEqual(['things:write', 'audit']);
    expect(told(finding('unused', 'things:write'), finding('unused', 'audit'))).toEqual(['things:read', 'audit']);
    expect(told(finding('missing', 'things:read', 'things:read'), finding('redundant', 'things:write'))).toEqual(['things:read', 'things:write', 'audit']);
  });
});

it('a declaration holds what it means, each scope once, in its order', () => {
  expect(heldScopes(declaration('other Audit,audit  other things'), index)).toEqual(['other', 'audit', 'things']);
});
