import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';

const catalog = builtInCatalog('uipath') as Catalog;
const index = indexCatalog(catalog);

describe('indexCatalog', () => {
  it('is made once for each catalog', () => {
    expect(indexCatalog(catalog)).toBe(index);
    expect(builtInCatalog('uipath')).toBe(catalog);
  });

  it('finds a method by its declaration, and by the interface that the class implements', () => {
    expect(index.method('JobService', 'getAll')?.label).toBe('Jobs.getAll');
    expect(index.method('JobServiceModel', 'getAll')?.label).toBe('Jobs.getAll');
    expect(index.method('JobMethods', 'stop')?.label).toBe('job.stop');
    expect(index.method('ConversationExchangeServiceModel', 'createFeedback')?.label).toBe('conversation.exchanges.createFeedback');
    expect(index.method('UiPath$1', 'getToken')?.label).toBe('UiPath.getToken');
    expect(index.methodByLabel('ConversationalAgent.conversations.startSession')?.container).toBe('ConversationService');
  });

  it('does not take names of the prototype for methods or containers', () => {
    expect(index.method('constructor', 'name')).toBeUndefined();
    expect(index.method('JobService', 'constructor')).toBeUndefined();
    expect(index.method('__proto__', 'toString')).toBeUndefined();
    expect(index.permission('__proto__')).toBeUndefined();
    expect(index.hasMemberNamed('hasOwnProperty')).toBe(false);
    expect(index.grammar.permissionScopes('constructor')).toEqual([]);
  });

  it('case 46: suggests the narrowest scopes of a role permission, the best match first', () => {
    expect(index.grammar.permissionScopes('Processes.View')).toEqual(['OR.Execution.Read', 'OR.Robots.Read']);
    expect(index.grammar.permissionScopes('Jobs.Create')[0]).toBe('OR.Jobs.Write');
    expect(index.grammar.permissionScopes('Nothing.View')).toEqual([]);
  });
});

describe('builtInCatalog', () => {
  it('knows its providers and no others', () => {
    expect(providers()).toContain('uipath');
    expect(builtInCatalog('nobody')).toBeUndefined();
    expect(builtInCatalog('../../package')).toBeUndefined();
  });
});
