/**
 * Catalogs that take packages for SDKs which almost every program calls. They say nothing true: they are there so that whatever follows
 * clients and calls has a lot to follow.
 *
 * @param {typeof import('typescript')} ts
 * @param {(path: string) => string} readDeclarations the text of a path below node_modules
 * @returns {object[]} as they would stand in files
 */
export function syntheticCatalogs(ts, readDeclarations) {
  const catalog = (provider, packageName, ...more) => makeCatalog(provider, packageName, JSON.parse(readDeclarations(`${packageName}/package.json`)).version, ...more);
  return [
    catalog('library', 'typescript', [], 'Map', members(ts, ['typescript/lib/lib.es5.d.ts', 'typescript/lib/lib.es2015.collection.d.ts', 'typescript/lib/lib.es2015.core.d.ts', 'typescript/lib/lib.es2015.promise.d.ts'].map(readDeclarations))),
    catalog('node', '@types/node', ['fs', 'path', 'events', 'http', 'stream', 'child_process', 'util'], 'EventEmitter', members(ts, ['fs', 'events', 'http', 'stream', 'child_process'].map((name) => readDeclarations(`@types/node/${name}.d.ts`)))),
    catalog('react', '@types/react', ['react', 'react-dom'], 'Component', members(ts, [readDeclarations('@types/react/index.d.ts')])),
  ];
}

const SCOPES = ['things', 'things.read', 'things.write', 'others'];

/** A specifier that leads nowhere: a program that has it counts as one whose values without a type may be clients. */
export const UNRESOLVED = 'an-sdk-that-is-not-installed';

function makeCatalog(provider, packageName, version, modules, client, methods) {
  const names = [packageName, ...modules, ...modules.map((name) => `node:${name}`), UNRESOLVED];
  return {
    version: 1,
    provider,
    title: provider,
    date: '2026-11-01',
    sources: { none: { title: 'Nothing', locator: 'https://example.com', date: '2026-11-01' } },
    sdk: { package: packageName, globals: names.slice(1), testedVersions: [version] },
    grammar: { token: '^[a-z.]+$' },
    alwaysAllowed: [],
    scopes: SCOPES.map((name) => ({ name, category: 'Things', sources: ['none'], ...(name === 'things' ? { implies: ['things.read', 'things.write'] } : {}) })),
    methods: methods.map(([container, member], index) => ({
      label: `${container}.${member}`, modules: [packageName], container, member,
      rows: [{ requires: [[SCOPES[index % 4]]], source: 'none', confidence: index % 7 === 0 ? 'inferred' : 'exact' }],
    })),
    permissions: [],
    combinations: [],
    clients: [{ modules: names, className: client, scopeOption: 'scope', scopeForm: 'list', unscopedOptions: ['secret'], tokenMembers: ['toString', 'get'] }],
    declarations: { files: [{ name: `${provider}.json`, pointer: '/scope' }], environmentKeys: ['SCOPE'] },
    requests: { segments: ['api', 'v1'], hosts: ['example.com', 'localhost', 'api.github.com'], unscopedSegments: [], tokenEndpoints: ['example.com/token'] },
  };
}

/** Methods of classes and interfaces, each once. */
function members(ts, texts) {
  const found = new Map();
  const visit = (node) => {
    if ((ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) && node.name !== undefined) {
      for (const member of node.members) {
        const isMethod = ts.isMethodDeclaration(member) || ts.isMethodSignature(member);
        if (isMethod && ts.isIdentifier(member.name)) found.set(`${node.name.text}.${member.name.text}`, [node.name.text, member.name.text]);
      }
    }
    ts.forEachChild(node, visit);
  };
  texts.forEach((text) => visit(ts.createSourceFile('declarations.d.ts', text, ts.ScriptTarget.Latest)));
  return [...found.values()].slice(0, 800);
}
