import { describe, expect, it } from 'vitest';
import { grantOf, textsOf, told } from './read-client.ts';

const map = "const SCOPES = { 'OR.Jobs': true, PIMS: true, 'OR.Tasks': false } as const;\n";
const on = '* sdk.ts:2:19-26 OR.Jobs; sdk.ts:2:35-39 PIMS';
const all = `${on}; sdk.ts:2:48-56 OR.Tasks`;

describe('case 40: the scopes of a map with flags, at its keys', () => {
  it.each([
    ["Object.entries(SCOPES).filter(([, isOn]) => isOn).map(([scope]) => scope).join(' ')", on],
    ["Object.entries(SCOPES).filter((entry) => entry[1]).map((entry) => entry[0]).join(' ')", on],
    ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? [scope] : [])).join(' ')", on],
    ["Object.keys(SCOPES).filter((scope) => SCOPES[scope as keyof typeof SCOPES]).join(' ')", on],
    ["[...Object.keys(SCOPES)].join(' ')", all],
    ["Object.entries(SCOPES).map(([scope]) => scope).join(' ')", all],
  ])('%s', (expression, scopes) => {
    expect(told(grantOf(`${map}new UiPath({ scope: ${expression} });`))).toEqual([scopes]);
  });

  it('a flag that is decided at run time leaves both open', () => {
    const code = "declare const admin: boolean;\nconst S = { 'OR.Jobs': true, PIMS: admin };\n";
    const filtered = "Object.entries(S).filter(([, isOn]) => isOn).map(([scope]) => scope).join(' ')";
    expect(textsOf(grantOf(`${code}new UiPath({ scope: ${filtered} });`))).toEqual(['OR.Jobs PIMS', 'OR.Jobs']);
  });

  it.each([
    ['another condition', "Object.entries(SCOPES).filter(([scope, isOn]) => !isOn).map(([scope]) => scope).join(' ')"],
    ['another result', "Object.entries(SCOPES).filter(([, isOn]) => isOn).map(([scope]) => scope + '.Read').join(' ')"],
    ['the flags', "Object.entries(SCOPES).map(([, isOn]) => isOn).join(' ')"],
    ['another object', "Object.keys(SCOPES).filter((scope) => OTHERS[scope]).join(' ')"],
    ['a block', "Object.entries(SCOPES).map(([scope]) => { return scope; }).join(' ')"],
    ['properties that are not seen', "Object.keys({ ...given }).join(' ')"],
    ['an object that is not seen', "Object.keys(given).join(' ')"],
  ])('is undecided: %s', (_title, expression) => {
    const declared = 'declare const given: Record<string, boolean>; declare const OTHERS: Record<string, boolean>;\n';
    expect(told(grantOf(`${declared}${map}new UiPath({ scope: ${expression} });`))).toMatch(/^undecided at /);
  });
});
