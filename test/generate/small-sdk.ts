import ts from 'typescript';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog, CatalogMethod } from '../../src/catalogs/catalog.ts';
import { type GeneratedFile, generateOverlay } from '../../src/generate/overlay.ts';
import { readSdkPackage } from '../../src/generate/sdk-package.ts';

/** A catalog of a provider that does not exist, whose SDK is `@acme/sdk` with the client `Acme`. */
export function acmeCatalog(requirements: Readonly<Record<string, readonly (readonly string[])[] | null>>): Catalog {
  return {
    version: 1,
    provider: 'acme',
    title: 'Acme',
    date: '2026-01-02',
    sources: { manual: { title: 'Manual', locator: 'https://acme.example/' } },
    sdk: { package: '@acme/sdk', testedVersions: ['1.0.0'] },
    grammar: { token: '^[a-z:]+$' },
    alwaysAllowed: ['openid'],
    scopes: [
      { name: 'items', category: 'Items', implies: ['items:read'], sources: ['manual'] },
      { name: 'items:read', category: 'Items', sources: ['manual'] },
      { name: 'everything', category: 'Roles', roleWildcard: true, sources: ['manual'] },
    ],
    methods: Object.entries(requirements).map(([label, requires]) => method(label, requires)),
    permissions: [],
    combinations: [],
    clients: [{ modules: ['@acme/sdk'], className: 'Acme', scopeOption: 'scope', unscopedOptions: ['secret'], tokenMembers: [] }],
    declarations: { files: [], environmentKeys: [] },
    requests: { segments: [], hosts: [], unscopedSegments: [] },
  };
}

function method(label: string, requires: readonly (readonly string[])[] | null): CatalogMethod {
  const [container = '', member = ''] = label.split('.');
  const rows = requires === null ? [] : [{ requires, source: 'manual', confidence: 'exact' as const }];
  return { label, modules: ['@acme/sdk'], container, member, rows };
}

/**
 * The overlay of an SDK that is given as text: module → declarations. `index` is the package itself, names with an
 * underscore are no modules of their own, the others are sub-paths.
 * @returns text of each generated file by path, without its first line
 */
export function overlayOf(modules: Readonly<Record<string, string>>, catalog: Catalog): Readonly<Record<string, string>> {
  const exported = Object.keys(modules).filter((name) => !name.startsWith('_'));
  const conditions = exported.map((name) => [name === 'index' ? '.' : `./${name}`, { import: { types: `./dist/${name}.d.ts` } }] as const);
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ name: '@acme/sdk', version: '1.0.0', exports: Object.fromEntries(conditions) }),
    ...Object.fromEntries(Object.entries(modules).map(([name, text]) => [`dist/${name}.d.ts`, text])),
  };
  const overlay = generateOverlay({
    ts,
    index: indexCatalog(catalog),
    sdk: readSdkPackage((file) => files[file]),
    layout: { specifier: 'types/acme', guards: '../../guard.js', scopes: '../scopes.js', sdk: '../../@acme/sdk' },
    generator: 'a test',
  });
  return byPath(overlay);
}

function byPath(files: readonly GeneratedFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text.replace(/^.*\n/, '')]));
}

/** The lines of a generated file that declare a name, up to the blank line after them, without comments. */
export function declarationOf(text: string | undefined, name: string): string {
  const blocks = (text ?? '').replace(/ *\/\*\*[\s\S]*?\*\/\n/g, '').split('\n\n');
  return blocks.find((block) => new RegExp(`^export (?:declare )?(?:abstract )?\\w+ ${name}\\b`).test(block))?.trim() ?? '';
}
