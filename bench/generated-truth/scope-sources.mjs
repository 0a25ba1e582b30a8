/**
 * Ways to state the scopes of a client in code. Each writes what it needs into the module of the client, and returns what stands between
 * the parentheses of `new UiPath(…)`.
 *
 * @type {Record<string, (given: { writer: object, scopes: string[], resume: () => string, files: Record<string, string> }) => string>}
 */
export const codeSources = {
  literal: ({ scopes }) => options(`'${scopes.join(' ')}'`),
  template: ({ scopes }) => options(`\`${scopes.join(' ')}\``),
  constant: ({ writer, scopes }) => options(declare(writer, (name) => `const ${name} = '${scopes.join(' ')}';`)),
  shorthand: ({ writer, scopes }) => {
    writer.line(`const scope = '${scopes.join(' ')}';`);
    return `{ ${SETTINGS}, scope }`;
  },
  concatenated: ({ scopes: [first, ...others] }) => options([`'${first}'`, ...others.map((scope) => `' ${scope}'`)].join(' + ')),
  templateOfConstants: ({ writer, scopes }) => {
    const names = scopes.map((scope) => declare(writer, (name) => `const ${name} = '${scope}';`));
    return options(`\`${names.map((name) => `\${${name}}`).join(' ')}\``);
  },
  joined: ({ scopes }) => options(`[${quoted(scopes)}].join(' ')`),
  joinedConstant: ({ writer, scopes }) => options(`${declare(writer, (name) => `const ${name} = [${quoted(scopes)}] as const;`)}.join(' ')`),
  joinedSpread: ({ writer, scopes: [first, ...others] }) => {
    const list = declare(writer, (name) => `const ${name} = [${quoted(others)}] as const;`);
    return options(`['${first}', ...${list}].join(' ')`);
  },
  concatenatedLists: ({ scopes: [first, ...others] }) => options(`['${first}'].concat([${quoted(others)}]).join(' ')`),
  settings: ({ writer, scopes }) => options(`${declare(writer, (name) => `const ${name} = { oauth: { scope: '${scopes.join(' ')}' } } as const;`)}.oauth.scope`),
  mutableSettings: ({ writer, scopes }) => options(`${declare(writer, (name) => `const ${name} = { scope: '${scopes.join(' ')}' };`)}.scope`),
  enumeration: ({ writer, scopes }) => {
    const name = declare(writer, (one) => `enum ${one} { ${scopes.map((scope, index) => `S${index} = '${scope}'`).join(', ')} }`);
    return options(`[${scopes.map((_, index) => `${name}.S${index}`).join(', ')}].join(' ')`);
  },
  imported: ({ writer, scopes, resume }) => {
    const from = writer.module;
    const module = resume();
    writer.start(module);
    writer.line(`export const SCOPES = '${scopes.join(' ')}';`);
    writer.start(from);
    writer.importing(`import { SCOPES } from './${module}';`);
    return options('SCOPES');
  },
  importedList: ({ writer, scopes, resume }) => {
    const from = writer.module;
    const module = resume();
    writer.start(module);
    writer.line(`const scopes = [${quoted(scopes)}]; export default scopes;`);
    writer.start(from);
    writer.importing(`import scopeList from './${module}';`);
    return options("scopeList.join(' ')");
  },
  returned: ({ writer, scopes }) => options(`${declare(writer, (name) => `function ${name}() { return '${scopes.join(' ')}'; }`)}()`),
  fallback: ({ scopes }) => options(`undefined ?? '${scopes.join(' ')}'`),
  optionsConstant: ({ writer, scopes }) => declare(writer, (name) => `const ${name} = { ${SETTINGS}, scope: '${scopes.join(' ')}' };`),
  optionsSpread: ({ writer, scopes }) => `{ ...${declare(writer, (name) => `const ${name} = { ${SETTINGS}, scope: 'PIMS' };`)}, scope: '${scopes.join(' ')}' }`,
  optionsReturned: ({ writer, scopes }) => `${declare(writer, (name) => `const ${name} = () => ({ ${SETTINGS}, scope: '${scopes.join(' ')}' });`)}()`,
  frozenOptions: ({ writer, scopes }) => `${declare(writer, (name) => `const ${name} = Object.freeze({ ${SETTINGS}, scope: '${scopes.join(' ')}' });`)}`,
  staticField: ({ writer, scopes }) => options(`${declare(writer, (name) => `class ${name} { static readonly SCOPES = '${scopes.join(' ')}'; }`)}.SCOPES`),
  sameEitherWay: ({ scopes }) => options(`Math.random() > 0.5 ? '${scopes.join(' ')}' : '${scopes.join(' ')}'`),
  environment: ({ scopes, files }) => {
    files['.env'] = `OTHER=1\nUIPATH_SCOPE="${scopes.join(' ')}"\n`;
    return options('process.env.UIPATH_SCOPE');
  },
  viteEnvironment: ({ scopes, files }) => {
    files['.env'] = `VITE_UIPATH_SCOPE=${scopes.join(' ')}\n`;
    return options('import.meta.env.VITE_UIPATH_SCOPE');
  },
  environmentOfAnother: ({ scopes, files }) => {
    files['.env'] = `${files['.env'] ?? ''}UIPATH_AUTH_SCOPE=${scopes.join(' ')}\n`;
    return options('process.env.UIPATH_AUTH_SCOPE!');
  },
  environmentThroughSettings: ({ writer, scopes, files }) => {
    files['.env.local'] = `UIPATH_SCOPES='${scopes.join(' ')}'\n`;
    return options(`${declare(writer, (name) => `const ${name} = { scope: process.env['UIPATH_SCOPES'] };`)}.scope`);
  },
};

/** Those that write a file: two clients of a program do not share one. */
for (const name of ['environment', 'viteEnvironment', 'environmentOfAnother', 'environmentThroughSettings']) codeSources[name].isInFile = true;

/** Ways to declare them outside of the code: the constructor says nothing. Only one client of a program can have them. */
export const fileSources = {
  configuration: ({ scopes, files }) => {
    files['uipath.json'] = JSON.stringify({ clientId: 'id', scope: scopes.join(' ') });
    return '';
  },
  configurationWithOptions: ({ scopes, files }) => {
    files['uipath.json'] = `\uFEFF{\n  "scope": "${scopes.join(' ')}"\n}\n`;
    return `{ ${SETTINGS} }`;
  },
  manifest: ({ scopes, files }) => {
    files['oauth-scopes.json'] = JSON.stringify({ applications: [{ name: 'app', provider: 'uipath', scopes }] });
    return '';
  },
  environmentFile: ({ scopes, files }) => {
    files['.env'] = `VITE_UIPATH_SCOPE=${scopes.join(' ')}\n`;
    return '';
  },
};

const SETTINGS = "baseUrl: 'https://cloud.uipath.com', orgName: 'o', tenantName: 't', clientId: 'id', redirectUri: 'http://localhost'";

function options(scope) {
  return `{ ${SETTINGS}, scope: ${scope} }`;
}

function quoted(scopes) {
  return scopes.map((scope) => `'${scope}'`).join(', ');
}

function declare(writer, line) {
  const name = writer.name('setting');
  writer.line(line(name));
  return name;
}
