import { describe, expect, it } from 'vitest';
import { analyseFiles, type Files } from '../usage/virtual-application.ts';
import { application, findingLines, undecidedLines } from './report-lines.ts';

/** The client as the code makes it, which as declared would lack a scope; `more` are files beside. */
function lines(code: string, more: Files): { findings: string[]; undecided: string[] } {
  const made = application('', `${code}\nnew Assets(sdk).getAll(); new Tasks(sdk).getAll();`);
  const files = { 'src/main.ts': made['src/main.ts'] ?? '', ...more };
  const analysis = analyseFiles(files);
  return { findings: findingLines(analysis, files), undecided: undecidedLines(analysis) };
}

const joined = "const sdk = new UiPath({ scope: scopes.join(' ') } as never);";
const list = "const scopes = ['OR.Tasks.Read'];";
const changed = 'which is changed after its declaration';
const set = 'which the code sets at run time';
const overridden = 'which a subclass has, too';
const environment = { '.env': 'UIPATH_SCOPE=OR.Tasks.Read\n' };
const fromEnvironment = 'const sdk = new UiPath({ scope: process.env.UIPATH_SCOPE } as never);';

describe('scopes that change on the way to the client accuse nobody', () => {
  it.each<[string, string, string, Files?]>([
    ['a function of the application', `${list} const add = (all: string[]) => { all.push('OR.Assets'); }; add(scopes); ${joined}`, `scopes, ${changed}`],
    ['a class', `const config = { scope: 'OR.Tasks.Read' }; class Broader { constructor(private readonly one: { scope: string }) { this.one.scope = 'OR.Assets'; } }
new Broader(config); const sdk = new UiPath(config as never);`, `config, ${changed}`],
    ['another name', `${list} let all: string[]; all = scopes; all.push('OR.Assets'); ${joined}`, `scopes, ${changed}`],
    ['a name in a pattern', `const config = { scopes: ['OR.Tasks.Read'] }; const { scopes } = config; scopes.push('OR.Assets');
const sdk = new UiPath({ scope: config.scopes.join(' ') } as never);`, `config, ${changed}`],
    ['a member of an object', `${list} const all = { scopes }; all.scopes.push('OR.Assets'); ${joined}`, `scopes, ${changed}`],
    ['a method that is handed on', `${list} ['OR.Assets'].forEach(scopes.push, scopes); ${joined}`, `scopes, ${changed}`],
    ['a method that is applied', `${list} Array.prototype.push.apply(scopes, ['OR.Assets']); ${joined}`, `scopes, ${changed}`],
    ['a method that is called by call', `${list} scopes.push.call(scopes, 'OR.Assets'); ${joined}`, `scopes, ${changed}`],
    ['another file', `import { scopes } from './scopes'; import './more'; ${joined}`, `scopes, ${changed}`, {
      'src/scopes.ts': `export ${list}\n`, 'src/more.ts': "import { scopes } from './scopes';\nscopes.push('OR.Assets');\n",
    }],
    ['a setter of a private field', `class Session { #scope = 'OR.Tasks.Read'; set scope(value: string) { this.#scope = value; }
make() { return new UiPath({ scope: this.#scope } as never); } } const session = new Session(); session.scope = 'OR.Assets'; const sdk = session.make();`, `#scope, ${set}`],
    ['a method, after the constructor', `class Session { scopes: string[]; constructor() { this.scopes = ['OR.Tasks.Read']; } add() { this.scopes.push('OR.Assets'); }
make() { return new UiPath({ scope: this.scopes.join(' ') } as never); } } const session = new Session(); session.add(); const sdk = session.make();`, `scopes, ${set}`],
    ['a subclass', `class Session { scope = 'OR.Tasks.Read'; make() { return new UiPath({ scope: this.scope } as never); } }
class Broader extends Session { override scope = 'OR.Assets OR.Tasks'; } const sdk = new Broader().make();`, `scope, ${overridden}`],
    ['a subclass of a subclass, as a parameter', `class Session { readonly scope: string = 'OR.Tasks.Read'; make() { return new UiPath({ scope: this.scope } as never); } }
class Middle extends Session {} class Broader extends Middle { constructor(override readonly scope: string) { super(); } } const sdk = new Broader('OR.Assets').make();`, `scope, ${overridden}`],
    ['a static field of a subclass', `class Session { static scope = 'OR.Tasks.Read'; static make() { return new UiPath({ scope: this.scope } as never); } }
class Broader extends Session { static override scope = 'OR.Assets OR.Tasks'; } const sdk = Broader.make();`, `scope, ${overridden}`],
    ['an environment variable that is set', `process.env.UIPATH_SCOPE = 'OR.Assets'; ${fromEnvironment}`, `process.env.UIPATH_SCOPE, ${set}`, environment],
    ['one that is taken away', `delete process.env['UIPATH_SCOPE']; ${fromEnvironment}`, `process.env.UIPATH_SCOPE, ${set}`, environment],
    ['one that another file sets', `import './more'; ${fromEnvironment}`, `process.env.UIPATH_SCOPE, ${set}`, {
      ...environment, 'src/more.ts': "Object.assign(process.env, { UIPATH_SCOPE: 'OR.Assets' });\nexport {};\n",
    }],
  ])('by %s', (_, code, hidden, more = {}) => {
    expect(lines(code, more)).toEqual({ findings: [], undecided: [`src/main.ts: the scopes come from ${hidden}`] });
  });

  const missing = { findings: ['missing OR.Assets or OR.Assets.Read at getAll'], undecided: [] };

  it.each<[string, string, Files?]>([
    ['a function that only reads', `${list} const log = (all: string[]) => all.forEach((one) => one.trim()); log(scopes); ${joined}`],
    ['a copy', `${list} const all = [...scopes]; all.push('OR.Assets'); ${joined}`],
    ['another variable of that name', `${list} { const scopes = ['PIMS']; scopes.push('OR.Assets'); } ${joined}`],
    ['a class that extends another one', `class Session { scope = 'OR.Tasks.Read'; make() { return new UiPath({ scope: this.scope } as never); } }
class Other { scope = 'PIMS'; } class Further extends Other { override scope = 'OR.Assets'; } new Further(); const sdk = new Session().make();`],
    ['a subclass that is not asked', `class Session { static scope = 'OR.Tasks.Read'; } class Broader extends Session { static override scope = 'OR.Assets'; }
new Broader(); const sdk = new UiPath({ scope: Session.scope } as never);`],
    ['a program that reads .env itself', `for (const [key, value] of Object.entries({ some: 'x' })) { process.env[key] = value; } ${fromEnvironment}`, environment],
    ['another variable that is set', `process.env.OTHER = 'UIPATH_SCOPE'; Object.assign(process.env, { OTHER: '' }); ${fromEnvironment}`, environment],
    ['another object that is set', `const settings = { env: { UIPATH_SCOPE: '' } }; settings.env.UIPATH_SCOPE = 'OR.Assets'; ${fromEnvironment}`, environment],
  ])('and %s hides nothing', (_, code, more = {}) => {
    expect(lines(code, more)).toEqual(missing);
  });
});
