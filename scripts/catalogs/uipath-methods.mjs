import { permissionsOfMethod } from './uipath-role-permissions.mjs';

/** Days on which the documentation changed what a method needs. `before` is what it said, where the user's table does not have the row. */
export const CHANGES = [
  { section: 'Buckets', on: '2026-05-13' },
  { section: 'Maestro Process Instances', method: 'getExecutionHistory', on: '2026-06-04' },
  { section: 'Maestro Process Instances', method: 'getVariables', on: '2026-08-03' },
  {
    section: 'Jobs',
    method: 'getOutput',
    on: '2026-04-16',
    before: { requires: [['OR.Jobs', 'OR.Jobs.Read']], source: 'sdk-docs-2026-04-07' },
  },
];

const PACKAGE = '@uipath/uipath-typescript';
const HEAD_VERSION = '1.6.2';

/** Objects inside a returned object, and the interface that declares their methods. */
const NESTED = {
  'ConversationMethods.exchanges': { container: 'ConversationExchangeServiceModel', label: 'conversation.exchanges' },
  'AgentMethods.conversations': { container: 'AgentConversationServiceModel', label: 'agent.conversations' },
};

/** Signing in asks for a token, for which RFC 6749 needs no scope; the other members of the client read or drop what is kept. */
const CLIENT_MEMBERS = {
  signIn: ['initialize', 'completeOAuth'],
  local: ['setMultiLogin', 'isInitialized', 'isInOAuthCallback', 'isAuthenticated', 'getToken', 'logout', 'updateToken'],
};

/**
 * @param facts the facts of the SDK: documentation rows, services, returned objects, members without a row
 * @param seedRows rows of the user's table
 * @param endpoints those of the catalog, with the role permissions that they demand
 * @returns the catalog's methods, container by container in the order of the documentation, and the other names under which the SDK's
 * declarations know a container
 */
export function catalogMethods(facts, seedRows, endpoints) {
  const methods = new Map();
  const add = (method) => {
    const key = `${method.container}.${method.member}`;
    if (!methods.has(key)) {
      methods.set(key, method);
    }
    return methods.get(key);
  };
  const documented = documentedRows(facts.rows, seedRows);
  addClient(add);
  addDocumented(add, facts, documented);
  addUndocumented(add, facts);
  addReturnedObjects(add, facts, documented, methods);
  addRealtime(add, facts);
  const permissions = permissionsOfRows(facts.rows, documented, endpoints);
  const complete = [...methods.values()].map((method) => ({ ...method, permissions: permissions.get(method.rows) }));
  return { methods: groupByContainer(complete), containerAliases: containerAliases(facts) };
}

/** Methods of which one hands its arguments to another have one list of rows between them, and so the same permissions. */
function permissionsOfRows(rows, documented, endpoints) {
  return new Map(rows.map((row) => [documented.get(`${row.section}/${row.method}`), permissionsOfMethod(row, endpoints)]));
}

/** "section/method" → the dated rows of the catalog. */
function documentedRows(rows, seedRows) {
  const lines = new Map(seedRows.map((row) => [`${row.section}/${row.method}`, row]));
  const result = new Map(rows.map((row) => [`${row.section}/${row.method}`, datedRows(row, lines)]));
  const used = rows.filter((row) => row.inSeed).length;
  if (used !== seedRows.length) {
    throw new Error(`The table has ${seedRows.length} rows, the facts know ${used} of them`);
  }
  return result;
}

function datedRows(row, seedLines) {
  const seed = row.inSeed ? seedRow(row, seedLines) : null;
  const change = CHANGES.find((entry) => entry.section === row.section && (entry.method ?? row.method) === row.method);
  const earlier = seed ?? change?.before ?? null;
  if (earlier === null || JSON.stringify(earlier.requires) === JSON.stringify(row.requires)) {
    return [statement(earlier ?? { requires: row.requires, source: row.inDocs138 ? 'sdk-docs-1.3.8' : 'sdk-docs' })];
  }
  if (change === undefined) {
    throw new Error(`${row.section}.${row.method}: two requirements and no date of the change`);
  }
  const source = row.docs138Requires === undefined && row.inDocs138 ? 'sdk-docs-1.3.8' : 'sdk-docs';
  return [statement({ ...earlier, until: change.on }), statement({ requires: row.requires, since: change.on, source })];
}

function seedRow(row, seedLines) {
  const found = seedLines.get(`${row.section.replace('Conversational Agent / ', '')}/${row.method}`);
  const requires = row.seedRequires ?? row.requires;
  if (found === undefined || JSON.stringify(found.requires) !== JSON.stringify(requires)) {
    throw new Error(`${row.section}.${row.method}: the table and the facts do not say the same`);
  }
  return { requires, source: 'seed', line: found.line };
}

function statement({ requires, since, until, source, line, confidence = 'exact' }) {
  return { requires, since, until, source, line, confidence };
}

function addClient(add) {
  const client = { modules: [`${PACKAGE}/core`, PACKAGE], container: 'UiPath' };
  for (const member of CLIENT_MEMBERS.signIn) {
    add({ label: `UiPath.${member}`, ...client, member, rows: [statement({ requires: [], source: 'rfc-6749' })] });
  }
  for (const member of CLIENT_MEMBERS.local) {
    add({ label: `UiPath.${member}`, ...client, member, rows: [], local: true });
  }
}

function addDocumented(add, facts, documented) {
  for (const row of facts.rows) {
    const declaredIn = row.sdk.members138?.find((member) => member.name === row.method)?.type;
    const service = findService(facts, row.sdk, { declaredIn, member: row.method }) ?? findService(facts, row.sdk, {});
    add(serviceMethod(facts, service, row.method, { rows: documented.get(`${row.section}/${row.method}`) }));
  }
}

/** Members that the documentation does not list: aliases of listed ones, local ones, and those of which nothing or a hint is known. */
function addUndocumented(add, facts) {
  for (const member of [...facts.methodsWithoutRow138, ...facts.methodsWithoutRowHead]) {
    const service = findService(facts, member, { property: member.property, member: member.method });
    const aliased = member.aliasOf === undefined ? null : add(serviceMethod(facts, service, member.aliasOf, { rows: [] }));
    const rows = aliased?.rows ?? hintedRows(member.scopeHint);
    add(serviceMethod(facts, service, member.method, { rows, local: member.kind === 'local' || undefined }));
  }
}

function hintedRows(scope) {
  return scope === undefined ? [] : [statement({ requires: [[scope]], source: 'sdk-tests', confidence: 'inferred' })];
}

function addReturnedObjects(add, facts, documented, methods) {
  const inTestedVersion = new Map(facts.returnedObjects138.map((object) => [object.interface, object]));
  for (const object of [...facts.returnedObjects138, ...facts.returnedObjectsHead]) {
    for (const entry of object.methods) {
      const [first, nestedMember] = entry.method.split('.');
      const own = { container: object.interface, label: lowerFirst(object.interface.replace(/Methods$/, '')) };
      const place = nestedMember === undefined ? own : NESTED[`${object.interface}.${first}`];
      const member = nestedMember ?? first;
      const tested = inTestedVersion.get(object.interface)?.methods.some((candidate) => candidate.method === entry.method);
      add({
        label: `${place.label}.${member}`,
        modules: returnedFrom(facts, object),
        container: place.container,
        member,
        rows: documented.get(`${entry.row?.section}/${entry.row?.method}`) ?? delegatedRows(entry, methods),
        local: entry.kind === 'local' || undefined,
        introducedIn: tested ? undefined : HEAD_VERSION,
      });
    }
  }
}

/** What the service's method needs to which a returned object's method passes its arguments. */
function delegatedRows(entry, methods) {
  const [model, member] = entry.delegatesTo[0].split('.');
  return entry.kind === 'local' ? [] : (methods.get(`${model.replace(/Model$/, '')}.${member}`)?.rows ?? []);
}

/** The package's root and the modules of every call that returns the object. */
function returnedFrom(facts, object) {
  const objects = [...facts.returnedObjects138, ...facts.returnedObjectsHead];
  const others = (object.alsoReturnedByObjectMethods ?? []).flatMap(
    ({ interface: name }) => objects.find((candidate) => candidate.interface === name)?.exportedFrom ?? [],
  );
  return orderModules([...object.exportedFrom, ...object.returnedBy.map((entry) => entry.import), ...others]);
}

/**
 * Streams of a session that `startSession` has opened: their messages need no scope of their own. A content part is fetched by its
 * address, without a token.
 */
function addRealtime(add, facts) {
  for (const { interface: container, methods } of facts.realtimeHelpers138) {
    for (const member of methods.filter((name) => name !== 'toString')) {
      const isFetched = container === 'ContentPartGetResponse';
      add({
        label: `${isFetched ? 'contentPart' : lowerFirst(container)}.${member}`,
        modules: [`${PACKAGE}/conversational-agent`, PACKAGE],
        container,
        member,
        rows: isFetched ? [statement({ requires: [], source: 'sdk-1.3.8' })] : [],
        local: isFetched ? undefined : true,
      });
    }
  }
}

/** A class with a property (`ConversationalAgent.conversations`) stands in the facts once for itself and once for the property. */
function findService(facts, { import: module, class: name }, { declaredIn, property, member }) {
  return [...facts.services138, ...facts.servicesHead].find(
    (service) =>
      service.import === module &&
      service.names.includes(name) &&
      (declaredIn === undefined ? service.property === property : service.declaredClass === declaredIn) &&
      (member === undefined || service.methods.some((method) => method.name === member)),
  );
}

function serviceMethod(facts, service, member, facets) {
  const tested = facts.services138.find((candidate) => candidate.declaredClass === service.declaredClass);
  const shortName = service.names.find((name) => name !== service.declaredClass) ?? service.declaredClass;
  const newest = facts.servicesHead.find((candidate) => candidate.declaredClass === service.declaredClass);
  const has = (version) => version?.methods.some((method) => method.name === member) === true;
  return {
    label: `${service.property === undefined ? shortName : `${shortName}.${service.property}`}.${member}`,
    // The root of the package re-exports the model of every service, and hands out most services themselves.
    modules: orderModules(tested === undefined ? [service.import] : [service.import, PACKAGE]),
    container: service.declaredClass,
    member,
    ...facets,
    introducedIn: has(newest) && !has(tested) ? HEAD_VERSION : undefined,
  };
}

/** Interfaces that a service class implements, and the root's own copy of the client. */
function containerAliases(facts) {
  const classes = [...new Set([...facts.services138, ...facts.servicesHead].map((service) => service.declaredClass))];
  const models = classes.map((name) => [name === 'MemoryService' ? 'AgentMemoryServiceModel' : `${name}Model`, name]);
  return Object.fromEntries([
    ['UiPath$1', 'UiPath'],
    ['IUiPath', 'UiPath'],
    ...models,
    ['ConversationSessionMethods', 'ConversationService'],
    ['ContentPartHelper', 'ContentPartGetResponse'],
  ]);
}

function groupByContainer(methods) {
  const containers = [...new Set(methods.map((method) => method.container))];
  return containers.flatMap((container) => methods.filter((method) => method.container === container));
}

/** Sub-paths before the root, which applications import less. */
function orderModules(modules) {
  return [...new Set(modules)].filter((module) => module !== PACKAGE).concat(modules.includes(PACKAGE) ? [PACKAGE] : []);
}

function lowerFirst(name) {
  return name[0].toLowerCase() + name.slice(1);
}
