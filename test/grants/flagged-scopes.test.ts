import { describe, expect, it } from 'vitest';
import { grantOf, grantsOfEach, reasonOf, textsOf, told } from './read-client.ts';

const map = "const SCOPES = { 'OR.Jobs': true, PIMS: true, 'OR.Tasks': false } as const;\n";
const on = '* sdk.ts:2:19-26 OR.Jobs; sdk.ts:2:35-39 PIMS';
const all = `${on}; sdk.ts:2:48-56 OR.Tasks`;

/** Of each expression that makes the scopes. */
function grantsOfExpressions(declared: string, expressions: readonly string[]): ReturnType<typeof grantsOfEach> {
  return grantsOfEach(expressions.map((expression) => `${declared}new UiPath({ scope: ${expression} });`));
}

describe('case 40: the scopes of a map with flags, at its keys', () => {
  it('are read in the ways in which a map is made a list', () => {
    const ways = [
      ["Object.entries(SCOPES).filter(([, isOn]) => isOn).map(([scope]) => scope).join(' ')", on],
      ["Object.entries(SCOPES).filter((entry) => entry[1]).map((entry) => entry[0]).join(' ')", on],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? [scope] : [])).join(' ')", on],
      ["Object.keys(SCOPES).filter((scope) => SCOPES[scope as keyof typeof SCOPES]).join(' ')", on],
      ["(Object.keys(SCOPES)).filter((scope) => (SCOPES as Record<string, boolean>)[scope!]).join(' ')", on],
      ["[...Object.keys(SCOPES)].join(' ')", all],
      ["Object.entries(SCOPES).map(([scope]) => scope).join(' ')", all],
      ["Object.keys({ 'OR.J\\u006fbs': 0, PIMS: '' }).join(' ')", '* sdk.ts:3:36-48 OR.Jobs; sdk.ts:3:54-58 PIMS'],
    ] as const;
    expect(grantsOfExpressions(map, ways.map(([expression]) => expression)).map(told)).toEqual(ways.map(([, scopes]) => [scopes]));
  });

  it('a flag that is decided at run time leaves both open', () => {
    const code = "declare const admin: boolean;\nconst S = { 'OR.Jobs': true, PIMS: admin };\n";
    const filtered = "Object.entries(S).filter(([, isOn]) => isOn).map(([scope]) => scope).join(' ')";
    expect(textsOf(grantOf(`${code}new UiPath({ scope: ${filtered} });`))).toEqual(['OR.Jobs PIMS', 'OR.Jobs']);
  });

  it('are undecided in any other way, and where the map is not in sight', () => {
    const declared = `declare const given: Record<string, boolean>; declare const OTHERS: Record<string, boolean>; declare const c: boolean;
declare const list: [string, boolean][]; declare const names: string[]; declare const lib: any; declare const isOn: boolean;
declare function keys(of: object): string[]; declare function filter(how: unknown): [string, boolean][];
${map}`;
    const unfollowed = 'the scopes come from a call that is not followed';
    const unseen = 'the scopes are the names of an object that is not followed';
    const ways = [
      // Another condition.
      ["Object.entries(SCOPES).filter(([scope, isOn]) => !isOn).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter(([scope]) => scope).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter(() => isOn).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter(([, isOn], index) => isOn).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter(([, isOn = true]) => isOn).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter((entry) => entry[0]).map((entry) => entry[0]).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter((entry) => list[1]).map((entry) => entry[0]).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter((entry) => entry.length).map((entry) => entry[0]).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter(({ 1: isOn }) => isOn).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter(function ([, isOn]) { return isOn; }).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter().map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.keys(SCOPES).filter((scope) => OTHERS[scope]).join(' ')", unfollowed],
      ["Object.keys(SCOPES).filter((scope) => SCOPES[names[0]]).join(' ')", unfollowed],
      ["Object.keys(SCOPES).filter((scope, index) => SCOPES[scope]).join(' ')", unfollowed],
      ["Object.keys(SCOPES).filter(([scope]) => SCOPES[scope]).join(' ')", unfollowed],
      ["Object.keys(SCOPES).filter((scope) => scope.length).join(' ')", unfollowed],
      ["Object.keys(SCOPES).filter(() => SCOPES['PIMS']).join(' ')", unfollowed],
      ["Object.keys(SCOPES).filter(Number).join(' ')", unfollowed],
      // Another result.
      ["Object.entries(SCOPES).filter(([, isOn]) => isOn).map(([scope]) => scope + '.Read').join(' ')", unfollowed],
      ["Object.entries(SCOPES).filter(([, isOn]) => isOn).map(([scope]) => { return scope; }).join(' ')", unfollowed],
      ["Object.entries(SCOPES).map(([, isOn]) => isOn).join(' ')", unfollowed],
      ["Object.entries(SCOPES).map(([scope]) => { return scope; }).join(' ')", unfollowed],
      ["Object.entries(SCOPES).map(([]) => names[0]).join(' ')", unfollowed],
      ["Object.entries(SCOPES).map(() => 'PIMS').join(' ')", unfollowed],
      ["Object.entries(SCOPES).map(([scope], index) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).find(([scope]) => scope)", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? [scope, 'OR.Assets'] : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? [scope] : ['OR.Assets'])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? [scope] : null)).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? scope : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? [] : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? [isOn] : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (scope ? [scope] : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn]) => (!isOn ? [scope] : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn = c]) => (isOn ? [scope] : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope]) => (isOn ? [scope] : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap((entry) => (entry[1] ? [entry[0]] : [])).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope]) => [scope]).join(' ')", unfollowed],
      ["Object.entries(SCOPES).flatMap(([scope, isOn], index) => (isOn ? [scope] : [])).join(' ')", unfollowed],
      // A list of something else.
      ["names.filter((scope) => names[scope]).join(' ')", unfollowed],
      ["list.flatMap(([scope, isOn]) => (isOn ? [scope] : [])).join(' ')", unfollowed],
      ["list.map(([scope]) => scope).join(' ')", unfollowed],
      ["list.filter(([, isOn]) => isOn).map(([scope]) => scope).join(' ')", unfollowed],
      ["filter(([, isOn]) => isOn).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.entries(SCOPES).sort(([, isOn]) => isOn).map(([scope]) => scope).join(' ')", unfollowed],
      ["Object.values(SCOPES).map(([scope]) => scope).join(' ')", unfollowed],
      ["keys(SCOPES).join(' ')", unfollowed],
      ["lib.keys(SCOPES).join(' ')", unfollowed],
      ["lib.Object.keys(SCOPES).join(' ')", unfollowed],
      ["Object.keys(SCOPES, names).join(' ')", unfollowed],
      ["Object.keys().join(' ')", unfollowed],
      // A map that is not in sight.
      ["Object.keys({ ...given }).join(' ')", unseen],
      ["Object.keys({ [names[0]]: true }).join(' ')", unseen],
      ["Object.keys({ 1: true }).join(' ')", unseen],
      ["Object.keys({ PIMS() {} }).join(' ')", unseen],
      ["Object.keys({ isOn }).join(' ')", unseen],
      ["Object.keys(given).join(' ')", unseen],
      ["Object.keys(undefined).join(' ')", unseen],
      ["Object.keys(c ? SCOPES : { PIMS: true }).join(' ')", unseen],
    ] as const;
    const told = grantsOfExpressions(declared, ways.map(([expression]) => expression)).map(reasonOf);
    expect(ways.map(([expression], index) => [expression, told[index]])).toEqual(ways);
  });
});
