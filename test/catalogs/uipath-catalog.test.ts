import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog, CatalogMethod } from '../../src/catalogs/catalog.ts';
import { newestRow, rowsInForce } from '../../src/catalogs/rows-in-force.ts';

interface TableRow {
  readonly section: string;
  readonly method: string;
  readonly aliases: readonly string[];
  readonly requires: readonly (readonly string[])[];
}

const catalog = builtInCatalog('uipath') as Catalog;
const index = indexCatalog(catalog);
const method = (label: string): CatalogMethod => {
  const found = index.methodByLabel(label);
  if (found === undefined) {
    throw new Error(`The catalog has no ${label}`);
  }
  return found;
};
const newest = (label: string): unknown => newestRow(method(label))?.requires;
const readRows = (name: string): unknown =>
  (JSON.parse(readFileSync(new URL(`../fixtures/seeds/${name}`, import.meta.url), 'utf8')) as { rows: unknown }).rows;
const seed = readRows('uipath-methods.json') as (TableRow & { readonly line: number })[];
const docs = readRows('uipath-docs.json') as TableRow[];

/** Sections of the tables that are not called as the service whose methods they list. */
const SERVICES: Readonly<Record<string, string>> = {
  'Maestro Processes': 'MaestroProcesses',
  'Maestro Process Instances': 'ProcessInstances',
  'Maestro Cases': 'Cases',
  'Maestro Case Instances': 'CaseInstances',
  'Agent Traces': 'AgentTraces',
  'Conversational Agent / Agents': 'ConversationalAgent',
  'Conversational Agent / Connections': 'ConversationalAgent',
  'Conversational Agent / Conversations': 'ConversationalAgent.conversations',
  'Conversational Agent / Exchanges': 'Exchanges',
  'Conversational Agent / Messages': 'Messages',
  'Conversational Agent / User Settings': 'UserSettings',
  'Conversational Agent / Feedback': 'Feedback',
  'Conversational Agent / Agent Memory': 'AgentMemory',
};

/** The saved table has lost which section is inside which. */
const INSIDE_CONVERSATIONAL_AGENT = ['Agents', 'Conversations', 'Exchanges', 'Messages'];

/** Labels of the methods of a row: the service's, and those of the returned object that the row names beside it. */
function labels({ section, method: member, aliases }: TableRow): string[] {
  const object = { Entities: 'entity', Queues: 'queue' }[section];
  return [`${SERVICES[section] ?? section}.${member}`, ...aliases.map((alias) => `${object}.${alias}`)];
}

describe('the seed table', () => {
  it('has 67 rows', () => {
    expect(seed).toHaveLength(67);
  });

  it.each(seed.map((row) => ({ ...row, name: `line ${row.line}: ${row.section} ${row.method}` })))('$name', (row) => {
    const section = INSIDE_CONVERSATIONAL_AGENT.includes(row.section) ? `Conversational Agent / ${row.section}` : row.section;
    for (const label of labels({ ...row, section })) {
      const stated = rowsInForce(method(label)).filter(({ source, line }) => source === 'seed' && line === row.line);
      expect(stated.map(({ requires, confidence }) => [requires, confidence])).toEqual([[row.requires, 'exact']]);
    }
  });
});

describe('the current documentation', () => {
  it('has 173 rows', () => {
    expect(docs).toHaveLength(173);
  });

  it.each(docs.map((row) => ({ ...row, name: `${row.section} ${row.method}` })))('$name', (row) => {
    for (const label of labels(row)) {
      expect(newestRow(method(label))).toMatchObject({ requires: row.requires, confidence: 'exact' });
    }
  });

  it('lists every member of a service that the catalog has an exact row for', () => {
    const documented = new Set(docs.flatMap(labels));
    const ofServices = catalog.methods.filter(({ label, rows }) => /^[A-Z]/.test(label) && rows.at(-1)?.confidence === 'exact');
    const others = ofServices.filter(({ label }) => !documented.has(label));
    expect(others.map((entry) => entry.label)).toEqual([
      'UiPath.initialize',
      'UiPath.completeOAuth',
      'Entities.getRecordsById',
      'Entities.insertById',
      'Entities.batchInsertById',
    ]);
  });
});

describe('rows that changed', () => {
  it.each([
    ['Buckets.getAll', [['OR.Administration', 'OR.Administration.Read']], [['OR.Buckets', 'OR.Buckets.Read']], '2026-05-13'],
    ['Buckets.uploadFile', [['OR.Administration', 'OR.Administration.Read']], [['OR.Buckets']], '2026-05-13'],
    ['ProcessInstances.getExecutionHistory', [['PIMS']], [['PIMS'], ['Traces.Api']], '2026-06-04'],
    ['processInstance.getExecutionHistory', [['PIMS']], [['PIMS'], ['Traces.Api']], '2026-06-04'],
    ['ProcessInstances.getVariables', [['PIMS']], [['PIMS'], ['OR.Execution.Read']], '2026-08-03'],
    ['Jobs.getOutput', [['OR.Jobs', 'OR.Jobs.Read']], [['OR.Jobs', 'OR.Jobs.Read'], ['OR.Folders', 'OR.Folders.Read']], '2026-04-16'],
    ['job.getOutput', [['OR.Jobs', 'OR.Jobs.Read']], [['OR.Jobs', 'OR.Jobs.Read'], ['OR.Folders', 'OR.Folders.Read']], '2026-04-16'],
  ])('case 56: %s', (label, before, after, day) => {
    expect(rowsInForce(method(label)).map(({ requires, since, until }) => ({ requires, since, until }))).toEqual([
      { requires: before, since: undefined, until: day },
      { requires: after, since: day, until: undefined },
    ]);
  });

  it('are these and no others', () => {
    const changed = catalog.methods.filter((entry) => entry.rows.length > 1).map((entry) => entry.label);
    expect(changed).toEqual([
      'Jobs.getOutput',
      'Buckets.getAll',
      'Buckets.getById',
      'Buckets.getFileMetaData',
      'Buckets.getReadUri',
      'Buckets.uploadFile',
      'ProcessInstances.getExecutionHistory',
      'ProcessInstances.getVariables',
      'job.getOutput',
      'processInstance.getExecutionHistory',
      'processInstance.getVariables',
    ]);
  });

  it('never state the same requirement twice', () => {
    for (const { label, rows } of catalog.methods) {
      expect({ label, distinct: new Set(rows.map((row) => JSON.stringify(row.requires))).size }).toEqual({ label, distinct: rows.length });
    }
  });
});

describe('methods', () => {
  it('keeps "needs none" and "unknown" apart', () => {
    expect(newest('ConversationalAgent.downloadCitationSource')).toEqual([]);
    expect(newest('contentPart.getData')).toEqual([]);
    expect(method('ProcessIncidents.getAll').rows).toEqual([]);
    expect(method('conversation.getSession')).toMatchObject({ rows: [], local: true });
  });

  it('knows returned objects, also those inside others', () => {
    expect(newest('conversation.exchanges.createFeedback')).toEqual([['OR.Execution'], ['OR.Jobs'], ['Traces.Api']]);
    expect(newest('agent.conversations.create')).toEqual([['OR.Execution'], ['OR.Folders'], ['OR.Jobs']]);
    expect(newest('caseInstance.getActionTasks')).toEqual([['OR.Tasks', 'OR.Tasks.Read']]);
    expect(newest('queue.insertItem')).toEqual(newest('Queues.insertItemByName'));
    expect(method('task.complete').modules).toContain('@uipath/uipath-typescript/cases');
  });

  it('gives a deprecated name the requirement of what replaced it', () => {
    expect(method('Entities.getRecordsById').rows).toEqual(method('Entities.getAllRecords').rows);
    expect(method('Entities.batchInsertById').rows).toEqual(method('Entities.insertRecordsById').rows);
    expect(method('entity.insert').rows).toEqual(method('Entities.insertRecordById').rows);
  });

  it('case 57: marks what was only seen in comments of tests as inferred', () => {
    const inferred = catalog.methods.filter((entry) => entry.rows.some((row) => row.confidence === 'inferred'));
    expect(inferred.filter((entry) => entry.introducedIn === undefined).map((entry) => entry.label)).toEqual([
      'Entities.create',
      'Entities.deleteById',
      'Entities.updateById',
      'entity.delete',
      'entity.update',
    ]);
    expect(new Set(inferred.flatMap((entry) => entry.rows.map((row) => row.source)))).toEqual(new Set(['sdk-tests']));
  });

  it('says in which version a member of a newer SDK appeared', () => {
    expect(method('Jobs.linkAttachment').introducedIn).toBe('1.6.2');
    expect(method('Functions.invoke').introducedIn).toBe('1.6.2');
    expect(newest('Functions.invoke')).toEqual([['OR.Default'], ['OR.Folders', 'OR.Folders.Read']]);
    expect(method('Jobs.restart').introducedIn).toBeUndefined();
  });

  it('REST calls of the Conversational Agent work without its own scope, the realtime session does not', () => {
    expect(JSON.stringify(newest('ConversationalAgent.conversations.create'))).not.toContain('ConversationalAgents');
    expect(newest('ConversationalAgent.conversations.startSession')).toContainEqual(['ConversationalAgents']);
    expect(newest('conversation.startSession')).toContainEqual(['ConversationalAgents']);
    expect(catalog.combinations.map(({ name, source, scopes }) => [name, source, scopes.length])).toEqual([
      ['Conversational Agent', 'seed', 5],
      ['Conversational Agent', 'sdk-docs', 8],
    ]);
  });
});

describe('scopes and permissions', () => {
  it('has 195 scopes and 122 role permissions', () => {
    expect(catalog.scopes).toHaveLength(195);
    expect(catalog.permissions).toHaveLength(122);
  });

  it('every scope has the form that the grammar states, and no permission is a scope', () => {
    expect(catalog.scopes.filter(({ name }) => !index.grammar.token.test(name))).toEqual([]);
    expect(catalog.permissions.filter(({ name }) => index.grammar.permission?.test(name) !== true)).toEqual([]);
    expect(catalog.permissions.filter(({ name }) => index.vocabulary.has(name))).toEqual([]);
    expect(catalog.permissions.filter(({ scopes }) => scopes.length === 0)).toEqual([]);
  });

  it('lets a broad scope stand before what it implies', () => {
    for (const { name, implies = [] } of catalog.scopes) {
      expect(implies.filter((scope) => index.vocabulary.order(scope) < index.vocabulary.order(name))).toEqual([]);
    }
  });

  it('implies nothing where no source says so', () => {
    const services = /^(?:DataFabric|IS|Insights|PIMS|Traces|ConversationalAgents|DataService)\b/;
    const silent = catalog.scopes.filter(({ name }) => services.test(name));
    expect(silent.length).toBeGreaterThan(10);
    expect(silent.filter(({ implies }) => implies !== undefined)).toEqual([]);
    expect([...index.vocabulary.implied('OR.Jobs.Write')]).toEqual(['OR.Jobs.Write']);
    expect(catalog.scopes.filter(({ implies }) => implies !== undefined)).toHaveLength(51);
  });

  it('case 54: knows the one scope that stands for a role', () => {
    expect(catalog.scopes.filter(({ roleWildcard }) => roleWildcard === true).map(({ name }) => name)).toEqual(['OR.Default']);
  });

  it('lists sign-in scopes last, and always allows them', () => {
    expect(catalog.scopes.slice(-4).map(({ name }) => name)).toEqual(['openid', 'profile', 'email', 'offline_access']);
    expect(catalog.alwaysAllowed).toEqual(['openid', 'profile', 'email', 'offline_access']);
  });

  it('marks scopes that are not to be suggested', () => {
    expect(catalog.scopes.filter(({ suspect }) => suspect === true)).toHaveLength(7);
    expect(catalog.scopes.filter(({ firstPartyOnly }) => firstPartyOnly === true)).toHaveLength(17);
  });
});
