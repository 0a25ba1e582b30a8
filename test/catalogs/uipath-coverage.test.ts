import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { catalogCoverage } from '../../src/catalogs/coverage.ts';
import { declaredMembers, installedVersion } from './uipath-sdk.ts';

const catalog = builtInCatalog('uipath') as Catalog;
const index = indexCatalog(catalog);
const declared = declaredMembers();
const coverage = catalogCoverage(index, declared);

describe('the UiPath catalog and the installed SDK', () => {
  it('is held against a version that the catalog says it was tested with', () => {
    expect(catalog.sdk?.testedVersions).toContain(installedVersion);
  });

  it('knows every public method of the services and of the objects that they return', () => {
    const ofServices = declared.filter(({ container }) => index.hasContainer(container));
    expect(ofServices.filter(({ container, member }) => index.method(container, member) === undefined)).toEqual([]);
    expect(ofServices.length).toBeGreaterThan(300);
  });

  it('has no containers to learn but the helpers of realtime sessions, which make no request', () => {
    expect(coverage.unknownContainers.filter((name) => !/^\w+EventHelper(?:Impl|Base|Manager|ManagerImpl)?$/.test(name))).toEqual([]);
  });

  it('knows under which modules each container is reached', () => {
    const isListed = (modules: readonly string[] | undefined, module: string): boolean => modules?.includes(module) !== false;
    expect(declared.filter(({ container, member, module }) => !isListed(index.method(container, member)?.modules, module))).toEqual([]);
  });

  it('does not know what these members need, by name', () => {
    expect(coverage.unmapped).toEqual([
      'ConversationalAgent.getFeatureFlags',
      'ConversationalAgent.conversations.getAttachmentUploadUri',
      'ProcessIncidents.getAll',
    ]);
  });

  it('has one method that no version of the SDK has, from the documentation', () => {
    expect(coverage.absent).toEqual(['Tasks.getFormTaskById']);
  });

  it('keeps members of newer versions apart from those of the installed one', () => {
    const present = new Set(declared.map(({ container, member }) => `${index.containerOf(container)}.${member}`));
    const newer = catalog.methods.filter((method) => method.introducedIn !== undefined);
    expect(newer.filter((method) => present.has(`${method.container}.${method.member}`))).toEqual([]);
    expect(coverage.newer).toEqual(newer.map((method) => method.label));
  });

  it('calls local only what makes no request of its own: the client, subscriptions and streams of a session', () => {
    const services = coverage.local.filter((label) => !/^UiPath\.|^\w+Stream\./.test(label));
    expect(services).toEqual([
      'ConversationalAgent.onConnectionStatusChanged',
      'ConversationalAgent.conversations.getSession',
      'ConversationalAgent.conversations.endSession',
      'ConversationalAgent.conversations.onConnectionStatusChanged',
      'ConversationalAgent.conversations.disconnect',
      'conversation.getSession',
      'conversation.endSession',
    ]);
  });

  it('adds up', () => {
    const { mapped, unmapped, local, newer, absent } = coverage;
    expect([...mapped, ...unmapped, ...local, ...newer, ...absent].sort()).toEqual(catalog.methods.map((method) => method.label).sort());
  });
});

describe('catalogCoverage', () => {
  it('counts a method of a known container that the catalog does not list as unmapped', () => {
    const fresh = { container: 'JobServiceModel', member: 'teleport', module: '@uipath/uipath-typescript/jobs' };
    expect(catalogCoverage(index, [...declared, fresh]).unmapped).toContain('JobService.teleport');
  });

  it('finds everything absent where nothing is declared, but for what newer versions have', () => {
    const everything = catalog.methods.filter(({ introducedIn }) => introducedIn === undefined).map(({ label }) => label);
    expect(everything.length).toBeGreaterThan(200);
    expect(catalogCoverage(index, [])).toMatchObject({ mapped: [], unmapped: [], local: [], unknownContainers: [], absent: everything });
  });
});
