import { pick, randomNumbers } from '../random-numbers.mjs';
import { callForms } from './call-forms.mjs';
import { addressForms, requestForms } from './request-forms.mjs';
import { codeSources, fileSources } from './scope-sources.mjs';
import { undecidableCode, undecidableSources } from './undecidable.mjs';
import { enclosingFlows, valueFlows } from './value-flows.mjs';

/** Scopes that no operation of ours has anything to do with. */
const FOREIGN = ['Du.Classification.Api', 'OR.BackgroundTasks', 'OR.License', 'OR.TestSets', 'OR.Hypervisor', 'PM.Setting', 'TM.Projects', 'IS.Connections.Read'];

/**
 * What a program is made of, as data: the same seed gives the same recipe, and a recipe with parts taken out is one, too.
 *
 * @param {number} seed
 * @param {object} operations `operationsOf`
 * @param {object} index of the catalog
 */
export function generateRecipe(seed, operations, index) {
  const random = randomNumbers(seed);
  const chance = (probability) => random() < probability;
  const clientCount = chance(0.75) ? 1 : chance(0.7) ? 2 : 3;
  const undecidable = clientCount === 1 && chance(0.2) ? pick([...Object.keys(undecidableCode), ...Object.keys(undecidableSources)], random) : null;
  const count = clientCount + Math.floor(random() * 5);
  const calls = Array.from({ length: count }, (_, number) => generateCall(random, operations, number < clientCount ? number : Math.floor(random() * clientCount), number < clientCount));
  const clients = Array.from({ length: clientCount }, (_, number) => ({
    source: chooseSource(random, clientCount, number),
    flows: flowNames(random, valueFlows, 0.3),
    scopes: chooseScopes(random, calls.filter(({ client, place }) => client === number && place === 'live'), index),
  }));
  return { seed, clients, calls, undecidable };
}

/** Of several clients two may have their scopes in an environment file, each under a name of its own. */
function chooseSource(random, clientCount, number) {
  const sources = Object.keys(codeSources).filter((name) => {
    const only = ['environmentOfAnother', undefined][number - 1];
    return number === 0 ? name !== 'environmentOfAnother' : !codeSources[name].isInFile || name === only;
  });
  return pick(clientCount === 1 && random() < 0.4 ? Object.keys(fileSources) : sources, random);
}

function generateCall(random, operations, client, isFirst) {
  const chance = (probability) => random() < probability;
  const place = isFirst || chance(0.85) ? 'live' : pick(['test', 'unused function', 'after a return', 'in a false branch', 'unused class'], random);
  const shared = { client, place, before: flowNames(random, valueFlows, 0.5), around: place === 'live' ? flowNames(random, enclosingFlows, 0.35) : [] };
  const kind = random();
  if (kind < 0.2) {
    return { ...shared, kind: 'request', operation: pick(operations.endpoints, random), form: pick(Object.keys(requestForms), random), address: pick(Object.keys(addressForms), random) };
  }
  const after = flowNames(random, valueFlows, 0.35).filter((name) => !valueFlows[name].top);
  const access = chance(0.15) ? 'root' : chance(0.1) ? 'subclass' : 'service';
  return kind < 0.3
    ? { ...shared, kind: 'returned', operation: pick(operations.returned, random), form: pick(['awaited', 'variable', 'then', 'optional', 'parameter'], random), after, access }
    : { ...shared, kind: 'method', operation: pick(operations.methods, random), form: pick(Object.keys(callForms), random), after, access };
}

function flowNames(random, flows, probability) {
  const names = [];
  while (names.length < 4 && random() < probability) names.push(pick(Object.keys(flows), random));
  return names;
}

/** One scope for each clause, now and then a broader one; often with one taken away, with others added. */
function chooseScopes(random, calls, index) {
  const clauses = calls.flatMap(requirementsOf).flat();
  const broader = (scope) => index.catalog.scopes.filter(({ implies = [] }) => implies.includes(scope)).map(({ name }) => name);
  const needed = clauses.map((clause) => {
    const scope = pick(clause, random);
    const others = broader(scope);
    return random() < 0.15 && others.length > 0 ? pick(others, random) : scope;
  });
  const way = random();
  const removed = pick(needed, random);
  const kept = way < 0.35 ? needed.filter((scope) => scope !== removed) : needed;
  const added = way > 0.25 && way < 0.65 ? [pick(FOREIGN, random), ...(random() < 0.4 ? [pick(FOREIGN, random)] : [])] : [];
  const scopes = [...new Set([...kept, ...added])];
  return scopes.length > 0 ? scopes : [pick(FOREIGN, random)];
}

/** @returns {string[][][]} a requirement for each call that it makes */
export function requirementsOf({ kind, operation }) {
  return kind === 'returned' ? [operation.method.requires, operation.requires] : [operation.requires];
}
