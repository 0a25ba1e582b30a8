import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { inspectScopeString } from '../../src/scopes/inspect.ts';
import type { Inspection, Problem, TextEdit } from '../../src/scopes/inspection.ts';
import { splitScopes } from '../../src/scopes/scope-string.ts';
import { createVocabulary } from '../../src/scopes/vocabulary.ts';
import { runs } from '../support/property-runs.ts';

const { vocabulary, grammar } = indexCatalog(builtInCatalog('uipath') as Catalog);
const inspect = (text: string): Inspection => inspectScopeString(text, vocabulary, grammar);
const scopes = (text: string): string[] => inspect(text).tokens.map((token) => token.text);
const apply = (text: string, edit: TextEdit): string => text.slice(0, edit.start) + edit.text + text.slice(edit.end);

/** One line a problem: reason, what it is about, `fix:` or `or:` and the string that results. */
function summary(text: string): string[] {
  return inspect(text).problems.map(({ reason, start, end, fix, suggestions }) =>
    [
      `${reason} «${text.slice(start, end)}»`,
      ...(fix === undefined ? [] : [`fix: ${apply(text, fix)}`]),
      ...suggestions.map((suggestion) => `or: ${apply(text, suggestion)}`),
    ].join(' | '),
  );
}

describe('inspectScopeString', () => {
  it('finds nothing in a well-formed string', () => {
    expect(inspect('OR.Jobs.Read PIMS offline_access')).toEqual({
      tokens: [
        { text: 'OR.Jobs.Read', start: 0, end: 12 },
        { text: 'PIMS', start: 13, end: 17 },
        { text: 'offline_access', start: 18, end: 32 },
      ],
      problems: [],
    });
  });

  it('case 41: finds nothing in scopes for signing in', () => {
    expect(inspect('openid profile email offline_access').problems).toEqual([]);
  });

  it('case 45: suggests a close scope for an unknown one', () => {
    expect(summary('OR.Machine PIMS')).toEqual(['unknown «OR.Machine» | or: OR.Machines PIMS']);
    expect(summary('OR.Machines PIMS')).toEqual([]);
  });

  it.each(['OR.Entities', 'OR.Maestro', 'DataFabric.Default', 'OR.Releases.Read', 'OR.Processes', 'OR.Triggers', 'AC.Tasks', 'OR.AuthAPI'])(
    'case 45, from real applications: %s is unknown, and no scope is close',
    (name) => {
      expect(summary(`${name} PIMS`)).toEqual([`unknown «${name}»`]);
    },
  );

  it('case 46: tells a role permission apart and suggests the scopes for it', () => {
    expect(summary('Jobs.Edit')).toEqual(['permission «Jobs.Edit» | or: OR.Jobs.Write']);
    expect(summary('Processes.View PIMS')).toEqual([
      'permission «Processes.View» | or: OR.Execution.Read PIMS | or: OR.Robots.Read PIMS',
    ]);
    expect(summary('Jobs.Create')[0]).toMatch(/^permission «Jobs\.Create» \| or: OR\.Jobs\.Write \| or: /);
    expect(summary('Unheard.View')).toEqual(['permission «Unheard.View»']);
  });

  describe('case 47: fixes commas, white space and exact repeats', () => {
    it.each([
      ['OR.Jobs,PIMS', ['comma «,» | fix: OR.Jobs PIMS']],
      ['OR.Jobs, PIMS', ['comma «, » | fix: OR.Jobs PIMS']],
      ['OR.Jobs , PIMS,', ['comma « , » | fix: OR.Jobs PIMS,', 'comma «,» | fix: OR.Jobs , PIMS']],
      ['OR.Jobs  PIMS', ['surplus-space «  » | fix: OR.Jobs PIMS']],
      [' PIMS\n\tOR.Jobs', ['surplus-space « » | fix: PIMS\n\tOR.Jobs', 'surplus-space «\n\t» | fix:  PIMS OR.Jobs']],
      ['PIMS ', ['surplus-space « » | fix: PIMS']],
      ['PIMS OR.Jobs PIMS', ['repeated «PIMS» | fix: PIMS OR.Jobs']],
      ['PIMS,PIMS OR.Jobs', ['comma «,» | fix: PIMS PIMS OR.Jobs', 'repeated «PIMS» | fix: PIMS OR.Jobs']],
    ])('%j', (text, expected) => {
      expect(summary(text)).toEqual(expected);
    });

    it('near miss: only suggests while any resulting token is not in the vocabulary', () => {
      expect(summary('OR.Jobs,Who.Knows')).toEqual(['comma «,» | or: OR.Jobs Who.Knows', 'unknown «Who.Knows»']);
      expect(summary('PIMS PIMS Who.Knows')).toEqual(['repeated «PIMS» | or: PIMS Who.Knows', 'unknown «Who.Knows»']);
    });
  });

  describe('case 47b: only suggests where the spelling is wrong', () => {
    it.each([
      ['Traces.API PIMS', ['wrong-case «Traces.API» | or: Traces.Api PIMS'], ['Traces.Api', 'PIMS']],
      ['openId', ['wrong-case «openId» | or: openid'], ['openid']],
      ['OR-Jobs', ['wrong-separator «OR-Jobs» | or: OR.Jobs'], ['OR.Jobs']],
      ['OR,Jobs', ['wrong-separator «OR,Jobs» | or: OR.Jobs'], ['OR.Jobs']],
      ['OR. Jobs PIMS', ['space-inside «OR. Jobs» | or: OR.Jobs PIMS'], ['OR.Jobs', 'PIMS']],
      ['OR.Jobs .Read', ['space-inside «OR.Jobs .Read» | or: OR.Jobs.Read'], ['OR.Jobs.Read']],
      ['Data Fabric.Schema.Read', ['space-inside «Data Fabric.Schema.Read» | or: DataFabric.Schema.Read'], ['DataFabric.Schema.Read']],
      ['OR.Jobs.', ['forbidden-character «OR.Jobs.» | or: OR.Jobs'], ['OR.Jobs']],
      ['["OR.Jobs"]', ['forbidden-character «["OR.Jobs"]» | or: OR.Jobs'], ['OR.Jobs']],
      ['OR.Jobs;PIMS', ['wrong-separator «OR.Jobs;PIMS» | or: OR.Jobs PIMS'], ['OR.Jobs', 'PIMS']],
      ['openid+PIMS%20email', ['wrong-separator «openid+PIMS%20email» | or: openid PIMS email'], ['openid', 'PIMS', 'email']],
      ['OR.Jöbs', ['forbidden-character «OR.Jöbs»'], ['OR.Jöbs']],
      ['OR..Jobs.Read.All', ['wrong-form «OR..Jobs.Read.All»'], ['OR..Jobs.Read.All']],
    ])('%s', (text, expected, meant) => {
      expect(summary(text)).toEqual(expected);
      expect(scopes(text)).toEqual(meant);
    });

    it('a dash for a colon, and a space before one, in another provider', () => {
      const guide = createVocabulary([{ name: 'users' }, { name: 'users:manage' }, { name: 'users:readonly' }]);
      const read = (text: string): Problem | undefined => inspectScopeString(text, guide, { token: /^[a-z]+(?::[a-z]+)*$/ }).problems[0];
      expect(read('users-manage')).toMatchObject({ reason: 'wrong-separator', suggestions: [{ text: 'users:manage' }] });
      expect(read('users :manage')).toMatchObject({ reason: 'space-inside', start: 0, end: 13, suggestions: [{ text: 'users:manage' }] });
      expect(read('users users:manage')).toBeUndefined();
    });

    it('reads each element of a list that was meant for JSON', () => {
      expect(scopes('["OR.Jobs", "PIMS"]')).toEqual(['OR.Jobs', 'PIMS']);
      expect(summary('["OR.Jobs", "PIMS"]')).toEqual([
        'forbidden-character «["OR.Jobs"» | or: OR.Jobs, "PIMS"]',
        'comma «, » | or: ["OR.Jobs" "PIMS"]',
        'forbidden-character «"PIMS"]» | or: ["OR.Jobs", PIMS',
      ]);
    });
  });

  describe('case 47c: neither fixes nor suggests where nobody knows what was meant', () => {
    it.each([
      ['', ['empty «»'], []],
      [' , ', ['empty « , »'], []],
      ['  \t ', ['empty «  \t »'], []],
      ['your-scopes', ['placeholder «your-scopes»'], []],
      ['<your scopes>', ['placeholder «<your scopes>»'], []],
      ['${SCOPES} PIMS', ['placeholder «${SCOPES}»'], ['PIMS']],
      ['YOUR_SCOPES_HERE', ['placeholder «YOUR_SCOPES_HERE»'], []],
      ['OR.Execution OR.Folders...', ['placeholder «OR.Folders...»'], ['OR.Execution', 'OR.Folders']],
      ['PIMS ...', ['placeholder «...»'], ['PIMS']],
      ['VITE_UIPATH_SCOPE=PIMS OR.Jobs', ['doubled-key «VITE_UIPATH_SCOPE=»'], ['PIMS', 'OR.Jobs']],
      ['SCOPE=SCOPE=PIMS', ['doubled-key «SCOPE=SCOPE=»'], ['PIMS']],
      ['SCOPE=', ['doubled-key «SCOPE=»'], []],
      ['SCOPE=your-scopes', ['doubled-key «SCOPE=»', 'placeholder «your-scopes»'], []],
    ])('%j', (text, expected, meant) => {
      expect(summary(text)).toEqual(expected);
      expect(scopes(text)).toEqual(meant);
    });

    it('holds every fix of such a string back', () => {
      expect(inspect('SCOPE=PIMS,PIMS  OR.Jobs').problems.filter((problem) => problem.fix !== undefined)).toEqual([]);
    });
  });

  it('only suggests to take out what another scope implies, and names that one', () => {
    expect(summary('OR.Tasks OR.Tasks.Write')).toEqual(['implied «OR.Tasks.Write» | or: OR.Tasks']);
    expect(summary('OR.Tasks.Write OR.Tasks')).toEqual(['implied «OR.Tasks.Write» | or: OR.Tasks']);
    expect(inspect('OR.Tasks OR.Tasks.Write').problems[0]?.impliedBy).toBe('OR.Tasks');
    expect(summary('OR.Tasks.Read OR.Tasks.Write')).toEqual([]);
  });

  it('says once of a scope that it is implied, and of its repeat that it is one', () => {
    expect(summary('OR.Tasks OR.Tasks.Read OR.Tasks.Read')).toEqual([
      'implied «OR.Tasks.Read» | or: OR.Tasks OR.Tasks.Read',
      'repeated «OR.Tasks.Read» | fix: OR.Tasks OR.Tasks.Read',
    ]);
  });

  it('suggests the scope that takes the place of a retired one', () => {
    const retired = createVocabulary([{ name: 'Old', replacedBy: 'New' }, { name: 'New' }]);
    expect(inspectScopeString('Old', retired, grammar)).toMatchObject({
      tokens: [{ text: 'Old' }],
      problems: [{ kind: 'unknown', reason: 'deprecated', suggestions: [{ text: 'New', scope: 'New' }] }],
    });
  });

  it('knows suspect scopes and those of the provider itself', () => {
    expect(summary('OR.DataService StudioWebBackend OR.Default')).toEqual([]);
  });

  it.each([
    [' ', 'malformed', 'empty', ''],
    ['<scopes>', 'malformed', 'placeholder', ''],
    ['OR.Jobs...', 'malformed', 'placeholder', 'OR.Jobs'],
    ['K=OR.Jobs', 'malformed', 'doubled-key', ''],
    ['OR.Jobs;PIMS', 'malformed', 'wrong-separator', ''],
    ['or.jobs', 'malformed', 'wrong-case', 'OR.Jobs'],
    ['OR-Jobs', 'malformed', 'wrong-separator', 'OR.Jobs'],
    ['OR. Jobs', 'malformed', 'space-inside', 'OR.Jobs'],
    ['OR.Jobs.', 'malformed', 'forbidden-character', 'OR.Jobs'],
    ['OR.Jöbs', 'malformed', 'forbidden-character', 'OR.Jöbs'],
    ['OR..Jobs', 'malformed', 'wrong-separator', 'OR.Jobs'],
    ['OR..Jobs.Read.All', 'malformed', 'wrong-form', 'OR..Jobs.Read.All'],
    ['PIMS,OR.Jobs', 'malformed', 'comma', ''],
    ['PIMS  OR.Jobs', 'malformed', 'surplus-space', ''],
    ['Jobs.Edit', 'unknown', 'permission', 'Jobs.Edit'],
    ['OR.Machine', 'unknown', 'unknown', 'OR.Machine'],
    ['PIMS PIMS', 'duplicate', 'repeated', 'PIMS'],
    ['OR.Jobs OR.Jobs.Read', 'duplicate', 'implied', 'OR.Jobs.Read'],
  ])('%j is %s: %s', (text, kind, reason, scope) => {
    expect(inspect(text).problems.map((problem) => [problem.kind, problem.reason, problem.scope])).toEqual([[kind, reason, scope]]);
  });

  it.each([
    ['${UIPATH SCOPES} PIMS', ['placeholder «${UIPATH SCOPES}»']],
    ['{{ scopes here }} PIMS', ['placeholder «{{ scopes here }}»']],
    ['<your scopes here> PIMS', ['placeholder «<your scopes here>»']],
  ])('takes what a template leaves open for one word: %s', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it('places the scopes of a list with another separator, and takes nothing for a list whose parts it does not know', () => {
    expect(inspect('PIMS OR.Jobs;OR.Jobs.Read').tokens).toEqual([
      { text: 'PIMS', start: 0, end: 4 },
      { text: 'OR.Jobs', start: 5, end: 12 },
      { text: 'OR.Jobs.Read', start: 13, end: 25 },
    ]);
    expect(summary('OR.Jobs;PIMS;')).toEqual(['wrong-separator «OR.Jobs;PIMS;» | or: OR.Jobs PIMS']);
    expect(summary('OR.Jobs;Who.Knows')).toEqual(['wrong-form «OR.Jobs;Who.Knows»']);
    expect(summary('OR.Jobs;').map((line) => line.split(' ')[0])).toEqual(['forbidden-character']);
  });

  it('an implied scope between others, wherever it stands', () => {
    expect(summary('OR.Tasks.Write PIMS OR.Tasks')).toEqual(['implied «OR.Tasks.Write» | or: PIMS OR.Tasks']);
    expect(summary('PIMS OR.Tasks OR.Tasks.Read OR.Tasks.Write')).toEqual([
      'implied «OR.Tasks.Read» | or: PIMS OR.Tasks OR.Tasks.Write',
      'implied «OR.Tasks.Write» | or: PIMS OR.Tasks OR.Tasks.Read',
    ]);
  });

  it('does not take names of the prototype for scopes', () => {
    expect(summary('constructor __proto__')).toEqual(['wrong-form «constructor»', 'wrong-form «__proto__»']);
  });

  describe('for any string', () => {
    const known = fc.constantFrom('OR.Jobs', 'OR.Jobs.Read', 'OR.Tasks', 'PIMS', 'openid');
    const broken = fc.constantFrom('or.jobs', 'Who.Knows', 'Jobs.Edit', 'OR', 'Jobs', '...', 'K=', '"', '<x y>', ';');
    const part = fc.oneof(known, broken);
    const separator = fc.constantFrom(' ', ' ', '  ', ',', ', ', '\n', '\t', '');
    const between = (words: fc.Arbitrary<string>): fc.Arbitrary<string> =>
      fc.array(fc.tuple(words, separator), { maxLength: 8 }).map((pairs) => pairs.flat().join(''));
    const anyText = fc.oneof(between(known), between(part), fc.string());

    /** What makes two problems the same although one of them has moved. */
    const describeProblem = ({ kind, reason, scope }: Problem): string => `${kind} ${reason} ${scope}`;
    const isContained = (inner: readonly string[], outer: readonly string[]): boolean => {
      const rest = [...outer];
      return inner.every((entry) => rest.includes(entry) && rest.splice(rest.indexOf(entry), 1).length === 1);
    };

    it('a fix brings no new problem, takes its own away, and keeps every scope', () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const before = inspect(text);
          for (const { fix } of before.problems) {
            if (fix !== undefined) {
              const after = inspect(apply(text, fix));
              expect(isContained(after.problems.map(describeProblem), before.problems.map(describeProblem))).toBe(true);
              expect(after.problems.length).toBeLessThan(before.problems.length);
              expect(new Set(after.tokens.map((token) => token.text))).toEqual(new Set(before.tokens.map((token) => token.text)));
            }
          }
        }),
        { numRuns: runs(3000) },
      );
    });

    it('fixes that do not overlap may be applied together; the result is stable', () => {
      fc.assert(
        fc.property(between(known), (start) => {
          const fixOnce = (text: string): string => {
            let limit = Infinity;
            return inspect(text)
              .problems.flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
              .reverse()
              .reduce((result, fix) => {
                if (fix.end >= limit) {
                  return result;
                }
                limit = fix.start;
                return apply(result, fix);
              }, text);
          };
          const rounds = Array.from({ length: 10 }).reduce<string>(fixOnce, start);
          expect(inspect(rounds).problems.filter((problem) => problem.fix !== undefined)).toEqual([]);
          expect(fixOnce(rounds)).toBe(rounds);
          expect(new Set(scopes(rounds))).toEqual(new Set(scopes(start)));
        }),
        { numRuns: runs(1000) },
      );
    });

    it('every range lies in the string, in order, and tokens do not overlap', () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const { tokens, problems } = inspect(text);
          const edits = problems.flatMap(({ fix, suggestions }) => [...suggestions, ...(fix === undefined ? [] : [fix])]);
          for (const { start, end } of [...problems, ...edits]) {
            expect(start >= 0 && start <= end && end <= text.length).toBe(true);
          }
          for (const [position, token] of tokens.entries()) {
            expect(token.start).toBeGreaterThanOrEqual(tokens[position - 1]?.end ?? 0);
            expect(token.end).toBeGreaterThan(token.start);
          }
        }),
        { numRuns: runs(3000) },
      );
    });

    it('what is printed reads back as the same scopes, without a problem but that they imply each other', () => {
      fc.assert(
        fc.property(fc.uniqueArray(fc.constantFrom(...vocabulary.names), { minLength: 1, maxLength: 30 }), (list) => {
          const { tokens, problems } = inspect(list.join(' '));
          expect(tokens.map((token) => token.text)).toEqual(list);
          expect(splitScopes(list.join(' '))).toEqual(list);
          expect(problems.filter(({ reason }) => reason !== 'implied')).toEqual([]);
        }),
      );
    });
  });

  it.each([
    ['x ', 5000, 5001],
    ['OR.Jobss ', 1111, 1112],
    ['<', 1, 1],
    ['${', 1, 1],
    ['{{', 1, 1],
    ['a=', 0, 1],
    ['OR ', 3333, 3334],
    [',', 0, 1],
    ['.', 0, 1],
    ['OR.Jobs,', 1250, 2499],
  ])('reads ten thousand characters of «%s»: %i scopes, %i problems', (unit, scopeCount, problemCount) => {
    const { tokens, problems } = inspect(unit.repeat(10_000 / unit.length));
    expect([tokens.length, problems.length]).toEqual([scopeCount, problemCount]);
  });
});
