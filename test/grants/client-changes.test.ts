import { describe, expect, it } from 'vitest';
import { reasonsOfEach } from './read-client.ts';

const declared = `declare function load(...all: any[]): string; declare const list: string[]; declare let key: string;
declare function assign(...all: any[]): void; declare function push(...all: any[]): void; declare const lib: any;
`;

describe('what is changed after its declaration is not known', () => {
  it('a variable', () => {
    const changed = 'the scopes come from scope, which is changed after its declaration';
    const ways = [
      ["scope = 'OR.Jobs';", changed],
      ["scope ||= 'OR.Jobs';", changed],
      ['scope ^= 1;', changed],
      ['scope++;', changed],
      ['--scope;', changed],
      ['scope--;', changed],
      ['++scope;', changed],
      ['delete scope;', changed],
      ["[scope] = ['OR.Jobs'];", changed],
      ["[...scope] = ['OR.Jobs'];", changed],
      ["({ scope } = { scope: 'OR.Jobs' });", changed],
      ["({ a: scope } = { a: 'OR.Jobs' });", changed],
      ["({ a: [scope] } = { a: ['OR.Jobs'] });", changed],
      ["[{ scope }] = [{ scope: 'OR.Jobs' }];", changed],
      ['for (scope of list) {}', changed],
      ["(scope) = 'OR.Jobs';", changed],
      ["scope! = 'OR.Jobs';", changed],
      ['(scope as any).a.b = 1;', changed],
      ["scope[0] = 'x';", changed],
      ['for (scope in {}) {}', changed],
      // Reads.
      ['load(scope);', ['PIMS']],
      ['-scope;', ['PIMS']],
      ['!scope;', ['PIMS']],
      ['list[0] = scope;', ['PIMS']],
      ['for (const one of scope) {}', ['PIMS']],
      ['({ [scope]: key } = {} as any);', ['PIMS']],
      ['const copy = [scope];', ['PIMS']],
      ['const other = { scope };', ['PIMS']],
      ["scope === 'OR.Jobs';", ['PIMS']],
      ['scope in {};', ['PIMS']],
      ['scope.length;', ['PIMS']],
      ['key = scope;', ['PIMS']],
      ["const inner = (scope: string) => { scope = 'OR.Jobs'; };", ['PIMS']],
    ] as const;
    expect(reasonsOfEach(ways, (change) => `${declared}let scope: any = 'PIMS';\n${change}\nnew UiPath({ scope });`)).toEqual(ways);
  });

  it('what a variable holds', () => {
    const changed = 'the scopes come from scopes, which is changed after its declaration';
    const ways = [
      ["scopes.push('OR.Jobs');", changed],
      ["scopes?.unshift('OR.Jobs');", changed],
      ['scopes.splice(0);', changed],
      ['scopes.pop();', changed],
      ['scopes.shift();', changed],
      ["scopes.fill('OR.Jobs');", changed],
      ['scopes.copyWithin(0, 1);', changed],
      ["scopes!.push('OR.Jobs');", changed],
      ["(scopes as any).push('OR.Jobs');", changed],
      ["scopes.inner.add('OR.Jobs');", changed],
      ["scopes['inner'].clear();", changed],
      ['scopes.length = 0;', changed],
      ['delete scopes[0];', changed],
      ["Object.assign(scopes, ['OR.Jobs']);", changed],
      ["Object.defineProperty(scopes, '0', {});", changed],
      ['Object.defineProperties(scopes.inner, {});', changed],
      ["lib.set(scopes, '0', 'OR.Jobs');", changed],
      ["scopes['push']('OR.Jobs');", changed],
      ["scopes.append('OR.Jobs');", changed],
      // Under another name.
      ["const fill1 = (all: string[]) => { all.push('OR.Jobs'); };\nfill1(scopes);", changed],
      ["function fill2(_: number, ...all: any[]) { all[0].push('OR.Jobs'); }\nfill2(1, 2, scopes);", changed],
      ["class Fill3 { constructor(all: string[]) { all[0] = 'OR.Jobs'; } }\nnew Fill3(scopes);", changed],
      ["function fill4(all: string[]) { hand4(all); }\nfunction hand4(all: string[]) { const same = all; same.push('OR.Jobs'); }\nfill4(scopes);", changed],
      ["const other5 = scopes; other5.push('OR.Jobs');", changed],
      // Reads.
      ["const fill6 = (all: string[]) => { all = [...all, 'OR.Jobs']; return all; };\nfill6(scopes);", ['PIMS']],
      ["const fill7 = (key: number, all: string[]) => { all.push('OR.Jobs'); };\nfill7(scopes, []);", ['PIMS']],
      ["const fill8 = (all: string[]) => all.includes('PIMS');\nfill8(scopes);", ['PIMS']],
      ["const fill9 = (all: string[]) => { all.push('OR.Jobs'); };\nfill9([...scopes]);", ['PIMS']],
      ["const fill10 = ({ length }: string[]) => { length += 1; };\nfill10(scopes);", ['PIMS']],
      ["function fill11(this: unknown) { list.push('OR.Jobs'); }\n(fill11 as any)(scopes);", ['PIMS']],
      ["let other12 = scopes; other12 = ['OR.Jobs'];", ['PIMS']],
      ["function circle13(all: string[]) { circle13(all); }\ncircle13(scopes);", ['PIMS']],
      ["const text14: string = scopes[0]; let other14 = text14; other14 += 'x';", ['PIMS']],
      ['Object.assign([], scopes);', ['PIMS']],
      ["assign(scopes, ['OR.Jobs']);", ['PIMS']],
      ['push(scopes);', ['PIMS']],
      ['list.push(scopes);', ['PIMS']],
      ['scopes.push;', ['PIMS']],
      ["scopes.slice(0).push('OR.Jobs');", ['PIMS']],
      ["scopes.includes('OR.Jobs');", ['PIMS']],
      ['Object.keys(scopes);', ['PIMS']],
      ["lib[scopes] = 'OR.Jobs';", ['PIMS']],
      ['lib.push(list, scopes);', ['PIMS']],
    ] as const;
    const codeOf = (change = ''): string => `${declared}const scopes: any = ['PIMS'];\n${change}\nnew UiPath({ scope: scopes.join(' ') });`;
    expect(reasonsOfEach(ways, codeOf)).toEqual(ways);
  });

  it('in another file', () => {
    const ways = [
      ["import { SCOPES0 } from './scopes'; SCOPES0.push('OR.Jobs');", 'SCOPES0', 'SCOPES0, which is changed after its declaration'],
      ["import { SCOPES1 as all } from './scopes'; all[0] = 'OR.Jobs';", 'SCOPES1', 'SCOPES1, which is changed after its declaration'],
      ["import * as all from './scopes'; all.SCOPES2.pop();", 'SCOPES2', 'SCOPES2, which is changed after its declaration'],
      ["import { SCOPES3 } from './scopes'; const fill = (all: string[]) => all.push('OR.Jobs'); fill(SCOPES3);", 'SCOPES3', 'SCOPES3, which is changed after its declaration'],
      ["import { Settings } from './scopes'; Settings.scopes4.push('OR.Jobs');", 'Settings.scopes4', 'scopes4, which the code sets at run time'],
      ["import { SCOPES5 } from './scopes'; [...SCOPES5].push('OR.Jobs');", 'SCOPES5', undefined],
      ["const SCOPES6 = ['OR.Jobs']; SCOPES6.push('OR.Tasks'); export {};", 'SCOPES6', undefined],
      ["import { Settings } from './scopes'; Settings.scopes7.join(' ');", 'Settings.scopes7', undefined],
    ] as const;
    const lists = ways.map((_, index) => `export const SCOPES${index} = ['PIMS'];`).join('\n');
    const fields = ways.map((_, index) => `static scopes${index} = ['PIMS'];`).join(' ');
    const files = {
      '/app/scopes.ts': `${lists}\nexport class Settings { ${fields} }`,
      ...Object.fromEntries(ways.map(([change], index) => [`/app/change${index}.ts`, change])),
    };
    const told = ways.map(([, scopes, reason]) => [scopes, reason === undefined ? ['PIMS'] : `the scopes come from ${reason}`] as const);
    const codeOf = (scopes = ''): string => `import { Settings, ${ways.map((_, index) => `SCOPES${index}`).join(', ')} } from './scopes';\nnew UiPath({ scope: ${scopes}.join(' ') });`;
    expect(reasonsOfEach(told, codeOf, files, true)).toEqual(told);
  });
});
