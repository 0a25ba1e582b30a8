import { describe, expect, it } from 'vitest';
import type { Catalog, CatalogMethod } from '../../src/catalogs/catalog.ts';
import { acmeCatalog, declarationOf, overlayOf } from './small-sdk.ts';

const catalog = acmeCatalog({ 'ItemService.getAll': [['items', 'items:read']], 'ItemService.remove': [['items']], 'ItemService.ping': [] });
const client = `export declare class Acme {
  #private;
  constructor(config?: { scope?: string; secret?: string });
  connect(): Promise<void>;
}
`;
const service = `import { Acme } from './index';
export declare class ItemService {
  constructor(client: Acme, headers?: Record<string, string>);
  /** Text of the SDK. */
  getAll(): Promise<string[]>;
  remove<T extends string>(id: T, options?: { force?: boolean }): Promise<T>;
  ping(): Promise<void>;
  unknown(): Promise<void>;
  readonly name: string;
}
export { ItemService as Items };
`;
const files = overlayOf({ index: client, items: service }, catalog);

describe('a service', () => {
  it('is an interface with a guard at each member that needs scopes', () => {
    expect(declarationOf(files['guarded/items.d.ts'], 'ItemService')).toBe(`export interface ItemService<out G = Granted> extends Documented<Raw.ItemService>, Brand<G> {
  getAll: Guard<G, ['items or items:read'], Raw.ItemService['getAll'], 'ItemService.getAll'>;
  remove: Guard<G, ['items'], Raw.ItemService['remove'], 'ItemService.remove'>;
  ping: Raw.ItemService['ping'];
  unknown: Raw.ItemService['unknown'];
  readonly name: Raw.ItemService['name'];
}
export declare const ItemService: Canary<Raw.ItemService, {
  new <G = Granted>(client: Acme<G> & Brand<G>, headers?: Record<string, string>): ItemService<G>;
  new <C extends Brand<any> | null | undefined, G extends GrantIn<C, Granted>>(client: Acme<G> & C, headers?: Record<string, string>): ItemService<G>;
  new (...args: ConstructorParameters<typeof Raw.ItemService>): ItemService;
}>;`);
  });

  it('says which scopes a member needs, in its own words', () => {
    const text = files['guarded/items.d.ts'] ?? '';
    expect(text).toContain('**Scopes:** items or items:read · {@link Raw.ItemService.getAll | SDK documentation}');
    expect(text).toContain('**Scopes:** none · {@link Raw.ItemService.ping | SDK documentation}');
    expect(text).not.toContain('Text of the SDK');
  });

  it('takes the place of the SDK’s under each of its names', () => {
    expect(files['overlay/items.d.ts']).toBe(`declare module '@acme/sdk/items' {
  export * from 'types/acme/real/items';
  export { ItemService, ItemService as Items } from 'types/acme/guarded/items';
}
`);
    expect(files['real/items.d.ts']).toBe(`export * from '../../@acme/sdk/dist/items.js';\n`);
  });

  it('accepts a missing client where the SDK imports a type of client that it does not deliver', () => {
    const undelivered = overlayOf({ index: client, items: service.replace("'./index'", "'@/index'") }, catalog);
    const signature = 'new <G = Granted>(client: Brand<G> | null | undefined, headers?: Record<string, string>): ItemService<G>;';
    expect(undelivered['guarded/items.d.ts']).toContain(signature);
  });

  it('has the protected members of what it extends, for subclasses of an application', () => {
    const { 'guarded/items.d.ts': text } = overlayOf(
      {
        index: client,
        items: `declare class Base {
  private hidden;
  protected get<T>(path: string, options?: Options): Promise<T>;
  shared(): void;
}
interface Options { timeout?: number }
export declare class ItemService extends Base {
  getAll(): Promise<string[]>;
}
export {};
`,
      },
      catalog,
    );
    expect(declarationOf(text, 'ItemService')).toContain('extends ProtectedBase, Brand<G>');
    expect(declarationOf(text, 'ItemService')).toContain("shared: Raw.ItemService['shared'];");
    expect(declarationOf(text, 'ProtectedBase')).toBe(`export declare abstract class ProtectedBase {
  protected get<T>(path: string, options?: Options): Promise<T>;
}`);
    expect(declarationOf(text, 'Options')).toBe('export interface Options {\n    timeout?: number;\n}');
    expect(text).not.toContain('hidden');
  });
});

describe('a client', () => {
  it('has the grant of the scopes that it is made with, and none to check with a secret', () => {
    expect(declarationOf(files['guarded/root.d.ts'], 'Acme')).toBe(`export interface Acme<out G = Granted> extends Brand<G> {
  connect: Raw.Acme['connect'];
}
export declare const Acme: Canary<Raw.Acme, {
  new <K extends string>(config: NonNullable<ConstructorParameters<typeof Raw.Acme>[0]> & { secret: K; scope?: undefined }): Acme<any>;
  new <const S extends string = string>(config?: NonNullable<ConstructorParameters<typeof Raw.Acme>[0]> & { scope?: S }): Acme<GrantOf<S>>;
}>;`);
  });

  it('is struck out in an editor where the SDK wants that', () => {
    const { 'guarded/root.d.ts': text } = overlayOf({ index: `/**\n * Text of the SDK.\n * @deprecated Take another.\n */\n${client}` }, catalog);
    expect(text).toContain('/** @deprecated */\nexport declare const Acme: Canary<Raw.Acme, {');
    expect(files['guarded/root.d.ts']).not.toContain('@deprecated');
  });

  it('is reached through by services that the SDK does not export', () => {
    const { 'guarded/root.d.ts': text } = overlayOf(
      {
        index: `declare class ItemService {
  /** Text. */
  getAll(): Promise<string[]>;
  getOne(): Promise<Item>;
}
interface Item { remove(): void }
export declare class Acme {
  get shop(): { items: ItemService & { extra: string } };
}
export {};
`,
      },
      catalog,
    );
    expect(declarationOf(text, 'Acme')).toContain('readonly shop: { items: ItemService<G> & { extra: string; }; };');
    expect(declarationOf(text, 'ItemService')).toBe(`export interface ItemService<out G = Granted> extends Documented<Raw.Acme['shop']['items'], 'getAll' | 'getOne'>, Brand<G> {
  getAll: Guard<G, ['items or items:read'], Raw.Acme['shop']['items']['getAll'], 'ItemService.getAll'>;
  getOne: Raw.Acme['shop']['items']['getOne'];
}`);
  });
});

describe('what mentions a guarded type', () => {
  const guarded = 'export declare class ItemService { getAll(): Promise<string[]> }\n';
  const mentioning = (declarations: string): string =>
    overlayOf({ index: `${client}${guarded}${declarations}` }, catalog)['guarded/root.d.ts'] ?? '';

  it.each([
    ['an alias', 'export type Pair = [ItemService, string];', 'Pair', 'export type Pair<G = Granted> = [ItemService<G>, string];'],
    [
      'a generic alias and a reference that leaves its argument out',
      'export type Box<T = string> = { item: ItemService; value: T };\nexport type Named = Box;',
      'Named',
      'export type Named<G = Granted> = Box<string, G>;',
    ],
    [
      'a function',
      'export declare function wrap<T>(item: ItemService, value: T): T;',
      'wrap',
      'export declare function wrap<T, G = Granted>(item: ItemService<G>, value: T): T;',
    ],
    ['a variable', 'export declare const shared: ItemService;', 'shared', 'export declare const shared: ItemService<Granted>;'],
    [
      'an interface that extends one',
      'export interface Special extends ItemService {\n  /** Text. */\n  more(): void\n}',
      'Special',
      "export interface Special<out G = Granted> extends ItemService<G>, Documented<Raw.Special, 'more'>, Brand<G> {\n  more: Raw.Special['more'];\n}",
    ],
    [
      'an intersection of objects',
      'export interface RawItem { id: string }\nexport type Item = RawItem & ItemService;',
      'Item',
      'export interface Item<out G = Granted> extends Raw.RawItem, ItemService<G> {}',
    ],
    [
      'an intersection in which two say different things of one member',
      'export interface RawItem { getAll: string }\nexport type Item = RawItem & ItemService;',
      'Item',
      'export type Item<G = Granted> = Raw.RawItem & ItemService<G>;',
    ],
    [
      'overloads, optional and generic methods',
      'export interface Shop { find(id: string): ItemService; find(id: number): ItemService[]; maybe?<T extends string>(id: T): ItemService | T }',
      'Shop',
      `export interface Shop<out G = Granted> extends Brand<G> {
  find: { m(id: string): ItemService<G>; m(id: number): ItemService<G>[] }['m'];
  maybe?: { m<T extends string>(id: T): ItemService<G> | T }['m'];
}`,
    ],
    [
      'index signatures and names that need quotes',
      "export interface Shop { [name: string]: ItemService; 'first-item': ItemService }",
      'Shop',
      "export interface Shop<out G = Granted> extends Brand<G> {\n  'first-item': ItemService<G>;\n  [name: string]: ItemService<G>;\n}",
    ],
    [
      'type parameters with names of our own',
      'export interface Shop { find<G extends ItemService, Raw = Other<G>>(id: G): Raw | G }\nexport interface Other<T> { value: T }',
      'Shop',
      `export interface Shop<out G = Granted> extends Brand<G> {
  find: { m<G_ extends ItemService<G>, Raw_ = Raw.Other<G_>>(id: G_): Raw_ | G_ }['m'];
}`,
    ],
    [
      'a declaration with a name of our own',
      'export interface Guard { item: ItemService }',
      'Guard_',
      'export interface Guard_<out G = Granted> extends Brand<G> { item: ItemService<G>; }',
    ],
    [
      'a writable accessor',
      'export declare class Shop { get item(): ItemService; set item(value: ItemService); get fixed(): ItemService }',
      'Shop',
      `export interface Shop<out G = Granted> extends Brand<G> {
  item: ItemService<G>;
  readonly fixed: ItemService<G>;
}
export declare const Shop: Canary<Raw.Shop, {
  new (...args: ConstructorParameters<typeof Raw.Shop>): Shop;
}>;`,
    ],
    [
      'a class that only the SDK makes, with a static member',
      'export declare class Shop { private constructor(); static open(): Shop; item: ItemService }',
      'Shop',
      `export interface Shop<out G = Granted> extends Brand<G> {
  item: ItemService<G>;
}
export declare const Shop: Canary<Raw.Shop, {
  open: { m(): Shop<Granted> }['m'];
}>;`,
    ],
  ])('%s', (_, declarations, name, expected) => {
    expect(declarationOf(mentioning(declarations), name).replace(/\s+/g, ' ')).toBe(expected.replace(/\s+/g, ' '));
  });

  it('and nothing else is declared again', () => {
    expect(mentioning('export interface Other { value: string }\nexport declare enum Kind { One }')).not.toMatch(/Other|Kind/);
  });
});

describe('modules', () => {
  it('that share a file which is no module of its own agree on its types', () => {
    const { 'guarded/more.d.ts': more, 'guarded/items.d.ts': items } = overlayOf(
      {
        index: client,
        _shared: 'export declare class ItemService { getAll(): Promise<Options[]> }\nexport interface Options { a: string }\n',
        items: "export * from './_shared';\n",
        more: "import { ItemService as Service } from './_shared.js';\nexport interface More { items: Service }\nexport { Service };\n",
      },
      catalog,
    );
    expect(declarationOf(items, 'ItemService')).toContain("getAll: Guard<G, ['items or items:read'], Raw.ItemService['getAll'], 'ItemService.getAll'>;");
    expect(declarationOf(more, 'More')).toContain('items: ItemService<G>;');
  });

  it('without a type that depends on a grant have no overlay', () => {
    const plain = overlayOf({ index: client, plain: 'export interface Plain { a: string }\n' }, catalog);
    expect(Object.keys(plain).filter((path) => path.includes('plain'))).toEqual(['real/plain.d.ts']);
  });

  it('repeat what they share, and the generated ones have it once', () => {
    const base = 'interface Options { a: string }\ndeclare class Base { protected get(options: Options): void }\n';
    const shared = overlayOf(
      {
        index: client,
        one: `${base}export declare class ItemService extends Base { getAll(): void }\n`,
        two: `${base}export declare class ItemService extends Base { getAll(): void; more(): void }\n`,
      },
      catalog,
    );
    expect(shared['guarded/one.d.ts']).toContain("import type { ProtectedBase } from './shared.js';");
    expect(shared['guarded/two.d.ts']).toContain("import type { ProtectedBase } from './shared.js';");
    expect(declarationOf(shared['guarded/shared.d.ts'], 'ProtectedBase')).toContain('protected get(options: Options): void;');
  });

  it('of which there is much have a file for each declaration', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `read${'Something'.repeat(10)}${index}(): void;`).join('\n');
    const files = overlayOf(
      {
        index: client,
        one: 'export declare class Base { protected own(): void }\n',
        items: `import { Base } from './one.js';
export declare class ItemService extends Base { getAll(): void; many(): Many; }
interface Many { service: itemservice; ${many} }
export declare class itemservice { constructor(items: ItemService); getAll(): void }
`,
      },
      acmeCatalog({ 'ItemService.getAll': [['items']], 'itemservice.getAll': [['items']] }),
    );
    expect(Object.keys(files).filter((path) => path.startsWith('guarded/items'))).toEqual([
      'guarded/items.d.ts',
      'guarded/items/ItemService.d.ts',
      'guarded/items/itemservice_.d.ts',
      'guarded/items/Many.d.ts',
    ]);
    expect(files['guarded/items.d.ts']).toBe(
      "export { ItemService } from './items/ItemService.js';\nexport { itemservice } from './items/itemservice_.js';\nexport { Many } from './items/Many.js';\n",
    );
    expect(files['guarded/items/ItemService.d.ts']?.split('\n\n')[0]).toBe(`import type { Brand, Canary, Documented, GrantIn, Guard } from '../../../guard.js';
import type { Granted, GrantOf } from '../../scopes.js';
import type * as Raw from '../../real/items.js';
import type { ProtectedBase } from '../shared.js';
import type { Many } from './Many.js';`);
  });

  it('pass a default export on', () => {
    const items = 'interface Items { a: string }\nexport { Items as default };\n';
    const { 'real/items.d.ts': real } = overlayOf({ index: client, items }, catalog);
    expect(real).toBe("export * from '../../@acme/sdk/dist/items.js';\nexport { default } from '../../@acme/sdk/dist/items.js';\n");
  });
});

describe('what the catalog says', () => {
  const withRows = (rows: CatalogMethod['rows']): Catalog => {
    const one = acmeCatalog({ 'ItemService.getAll': null });
    return { ...one, methods: one.methods.map((method) => ({ ...method, rows })) };
  };

  it('guards nothing where it does not know, and nothing where all that it knows is inferred', () => {
    const inferred = withRows([{ requires: [['items']], source: 'manual', confidence: 'inferred' }]);
    for (const one of [acmeCatalog({ 'ItemService.getAll': null }), inferred]) {
      expect(overlayOf({ index: client, items: service }, one)['guarded/items.d.ts']).not.toContain('Guard<');
    }
  });

  it('reaches an interface through the class that implements it', () => {
    const items = 'export interface Model { getAll(): void }\nexport declare class ItemService implements Model { getAll(): void }\n';
    const { 'guarded/items.d.ts': text } = overlayOf({ index: client, items }, catalog);
    expect(declarationOf(text, 'Model')).toContain("getAll: Guard<G, ['items or items:read'], Raw.Model['getAll'], 'ItemService.getAll'>;");
  });

  it('accepts a grant that satisfies any of the dated rows (case 56)', () => {
    const dated = withRows([
      { requires: [['items']], source: 'manual', confidence: 'exact', until: '2026-01-01' },
      { requires: [['items:read']], source: 'manual', confidence: 'exact', since: '2026-01-01' },
    ]);
    const { 'guarded/items.d.ts': text } = overlayOf({ index: client, items: service }, dated);
    expect(text).toContain("Guard<G, ['items:read or items'], Raw.ItemService['getAll'], 'ItemService.getAll'>");
  });
});

it('is the same for the same input', () => {
  expect(overlayOf({ index: client, items: service }, catalog)).toEqual(files);
});

describe('an SDK whose grants stand nowhere in the code', () => {
  const generated = overlayOf(
    {
      index: `import acme = require('@acme/sdk');
declare module '@acme/sdk' { export const Client: ClientClass }
declare class ClientClass { callApi(path: string): Promise<any>; }
declare class ItemService {
  constructor(client?: ClientClass);
  getAll(options?: ItemService.getAllOptions): Promise<Models.Item[]>;
}
declare namespace ItemService {
  export interface getAllOptions { size?: number }
  export type Page<T> = T[];
}
declare namespace Models { export interface Item { id: string } }
`,
    },
    { ...catalog, clients: [] },
  );

  it('has its services guarded: a declaration file that exports nothing by name exports all', () => {
    expect(generated['overlay/root.d.ts']).toContain("export { ItemService } from 'types/acme/guarded/root';");
    expect(Object.keys(generated).sort()).toEqual(['guarded/root.d.ts', 'overlay/root.d.ts', 'real/root.d.ts']);
  });

  it('gives them the registered grant, whatever they are assigned to, or one that is named', () => {
    expect(declarationOf(generated['guarded/root.d.ts'], 'ItemService')).toContain(`export declare const ItemService: Canary<Raw.ItemService, {
  new <G = Granted>(...args: ConstructorParameters<typeof Raw.ItemService>): ItemService<NoInfer<G>>;
  new (...args: ConstructorParameters<typeof Raw.ItemService>): ItemService;
}>;`);
  });

  it('keeps the types of the namespace that a class shares its name with, and takes them for no part of the class', () => {
    const text = declarationOf(generated['guarded/root.d.ts'], 'ItemService');
    expect(text).toContain("getAll: Guard<G, ['items or items:read'], Raw.ItemService['getAll'], 'ItemService.getAll'>;");
    expect(text).toContain(`export declare namespace ItemService {
  type getAllOptions = Raw.ItemService.getAllOptions;
  type Page<T> = Raw.ItemService.Page<T>;
}`);
  });
});

describe('files that are no bundles', () => {
  const files = (root: string, others: Readonly<Record<string, string>>) => overlayOf({ index: root, ...others }, catalog)['guarded/root.d.ts'];
  const items = 'export declare class ItemService { getAll(): Promise<string[]> }\n';

  it('name each other’s types through a namespace', () => {
    const text = files("import * as api from './_api';\nexport declare class Acme { readonly items: api.ItemService; constructor(config?: {}) }\n", {
      _api: "export * from './_items';\n",
      _items: items,
    });
    expect(declarationOf(text, 'Acme')).toContain('  readonly items: ItemService<G>;\n');
    expect(declarationOf(text, 'ItemService')).toContain("getAll: Guard<G, ['items or items:read'], ");
  });

  it('have default exports, and name no extension', () => {
    const text = files("import Items from './_items.js';\nexport declare class Acme { readonly items: Items; constructor(config?: {}) }\nexport { Items };\n", {
      _items: 'export default class ItemService { getAll(): Promise<string[]> }\n',
    });
    expect(declarationOf(text, 'Acme')).toContain('  readonly items: ItemService<G>;\n');
  });

  it('are the index of a folder', () => {
    const text = files("export * from './_services';\n", { '_services/index': items });
    expect(declarationOf(text, 'ItemService')).toContain('Guard<G, ');
  });

  it('have imports of CommonJS, of which nothing is known', () => {
    const text = files("import Page = require('./_page');\nexport declare class ItemService { getAll(): Page; next(after: ItemService): Page }\n", {});
    expect(declarationOf(text, 'ItemService')).toContain('next: { m(after: ItemService<G>): any }');
  });

  it('name a namespace that the SDK does not deliver: that is any, as for a compiler', () => {
    const text = files("import * as http from 'http';\nexport declare class ItemService { getAll(): http.Agent; with(other: ItemService, agent: http.Agent): void }\n", {});
    expect(declarationOf(text, 'ItemService')).toContain('with: { m(other: ItemService<G>, agent: any): void }');
  });
});

describe('a client', () => {
  const [acme] = catalog.clients;
  const constructors = (change: object, declaration: string) => {
    const one = { ...catalog, clients: acme === undefined ? [] : [{ ...acme, ...change }] } as Catalog;
    return declarationOf(overlayOf({ index: declaration, items: service }, one)['guarded/root.d.ts'], 'Acme');
  };

  it('takes a list of scopes', () => {
    const text = constructors({ scopeOption: 'scopes', scopeForm: 'list', unscopedOptions: [] }, 'export declare class Acme { constructor(config?: { scopes?: string[] }) }\n');
    expect(text).toContain('& { scopes?: readonly S[] }): Acme<GrantOfList<S>>;');
  });

  it('takes more than its options', () => {
    const text = constructors({}, 'export declare class Acme { constructor(config: { scope?: string }, agent: Agent, retries?: number) }\nexport interface Agent {}\n');
    expect(text).toContain('& { scope?: S }, agent: Raw.Agent, retries?: number): Acme<GrantOf<S>>;');
    expect(text).toContain('new <const S extends string = string>(config: ');
  });

  it('has a grant of its own by a type argument, where its scopes stand in no option', () => {
    const text = constructors({ scopeOption: undefined }, 'export declare class Acme { constructor(token: string) }\n');
    expect(text).toContain('new <G = Granted>(...args: ConstructorParameters<typeof Raw.Acme>): Acme<NoInfer<G>>;');
  });
});
