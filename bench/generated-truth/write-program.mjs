import { callForms } from './call-forms.mjs';
import { requirementsOf } from './generate-recipe.mjs';
import { createWriter, sdkModule } from './program-writer.mjs';
import { addressForms, requestForms } from './request-forms.mjs';
import { codeSources, fileSources } from './scope-sources.mjs';
import { undecidableCode, undecidableSources } from './undecidable.mjs';
import { enclosingFlows, valueFlows } from './value-flows.mjs';

/**
 * The files of a recipe, and what is true of them.
 *
 * @returns {{ files: Record<string, string>, calls: TrueCall[], clients: { scopes: string[] }[], undecidable: string | null }} a call:
 * `mark`, which ends the lines where it may be reported; `client`; `requires`; `counts`: the program makes it; `isPlain`: of several
 * clients it is certain which one it is made on
 */
export function writeProgram(recipe) {
  const writer = createWriter();
  const files = {};
  let modules = 0;
  const resume = () => `part${(modules += 1)}`;
  recipe.clients.forEach((client, number) => writeClient(writer, client, number, recipe, files, resume));
  const calls = recipe.calls.flatMap((call, number) => writeCall(writer, call, number, recipe, resume));
  if (Object.hasOwn(undecidableCode, recipe.undecidable ?? '')) {
    const start = beginModule(writer, 'undecided', 0);
    undecidableCode[recipe.undecidable].write({ writer, client: start });
  }
  return { files: { ...writer.files(), ...files }, calls, clients: recipe.clients, undecidable: recipe.undecidable };
}

const UIPATH = [sdkModule('core'), 'UiPath'];

function writeClient(writer, { source, flows, scopes }, number, { undecidable }, files, resume) {
  writer.start(resume());
  const state = Object.hasOwn(undecidableSources, undecidable ?? '') ? undecidableSources[undecidable] : codeSources[source] ?? fileSources[source];
  const className = writer.use(...UIPATH);
  const options = state({ writer, scopes, resume, files });
  const value = follow(writer, valueFlows, flows, 'UiPath', UIPATH, `new ${className}(${options})`, resume);
  const from = writer.module;
  writer.line(`const client = ${value}; export { client };`);
  writer.start(`client${number}`);
  writer.line(`export { client as client${number} } from './${from}';`);
}

function beginModule(writer, module, client) {
  writer.start(module);
  writer.importing(`import { client${client} } from './client${client}';`);
  return `client${client}`;
}

function writeCall(writer, call, number, { clients }, resume) {
  const { client, place, before, around } = call;
  const suffix = place === 'test' ? '.test' : '';
  const resumeHere = () => `${resume()}${suffix}`;
  const start = beginModule(writer, `call${number}${suffix}`, client);
  const outside = follow(writer, valueFlows, before, 'UiPath', UIPATH, start, resumeHere);
  enterPlace(writer, place);
  const inside = follow(writer, enclosingFlows, around, 'UiPath', UIPATH, outside, resumeHere);
  const marks = writers[call.kind](writer, call, inside, number, resumeHere);
  const requirements = requirementsOf(call);
  const flows = [...clients[client].flows.map((name) => valueFlows[name]), ...before.map((name) => valueFlows[name]), ...around.map((name) => enclosingFlows[name]), ...(call.after ?? []).map((name) => valueFlows[name])];
  return marks.map((mark, index) => ({
    mark, client, requires: requirements[index], counts: place === 'live', isPlain: flows.every(({ plain }) => plain),
  }));
}

function enterPlace(writer, place) {
  switch (place) {
    case 'unused function':
      return writer.open(`async function ${writer.name('unused')}() {`, '}');
    case 'unused class':
      return writer.open(`class ${writer.name('Unused')} { async run() {`, '} }');
    case 'after a return':
      return writer.open(`export async function ${writer.name('early')}() { return;`, '}');
    case 'in a false branch':
      return writer.open('if (false) {', '}');
  }
}

const writers = {
  method(writer, { operation, form, after, access }, client, number) {
    const service = writeService(writer, operation, access, after, client);
    const mark = `// call ${number}`;
    callForms[form]({ writer, service, member: operation.member, parameters: operation.arguments, mark });
    return [mark];
  },
  returned(writer, { operation, form, after, access }, client, number) {
    const { method } = operation;
    const service = writeService(writer, method, access, after, client);
    const [first, second] = [`// call ${number}`, `// then ${number}`];
    const object = writer.name('object');
    const call = `${operation.then.split('.').at(-1)}(${operation.arguments})`;
    switch (form) {
      case 'awaited':
        writer.line(`await (await ${service}.${method.member}(${method.arguments})) ${first}`);
        writer.line(`  .${call}; ${second}`);
        break;
      case 'variable':
        writer.line(`const ${object} = await ${service}.${method.member}(${method.arguments}); ${first}`);
        writer.line(`await ${object}.${call}; ${second}`);
        break;
      case 'then':
        writer.line(`await ${service}.${method.member}(${method.arguments}).then((${object}) => ${first}`);
        writer.line(`  ${object}.${call}); ${second}`);
        break;
      case 'optional':
        writer.line(`const ${object} = [await ${service}.${method.member}(${method.arguments})].find(Boolean); ${first}`);
        writer.line(`await ${object}?.${call}; ${second}`);
        break;
      case 'parameter': {
        writer.line(`const ${object} = await ${service}.${method.member}(${method.arguments}); ${first}`);
        const then = writer.name('then');
        writer.line(`async function ${then}(one: typeof ${object}) { await one.${call}; } ${second}`);
        writer.line(`await ${then}(${object});`);
        break;
      }
    }
    return [first, second];
  },
  request(writer, { operation, form, address }, client, number, resume) {
    const mark = `// call ${number}`;
    const url = addressForms[address]({ writer, path: operation.path, resume });
    requestForms[form]({ writer, client, verb: operation.verb, address: url, mark });
    return [mark];
  },
};

function writeService(writer, { module, service }, access, after, client) {
  const source = [sdkModule(module), service];
  const className = writer.use(...source);
  let made = `new ${className}(${client})`;
  if (access === 'subclass') {
    const own = writer.name('Own');
    writer.line(`class ${own} extends ${className} { readonly label = 'own'; }`);
    made = `new ${own}(${client})`;
  }
  return follow(writer, valueFlows, after.filter((name) => !(valueFlows[name].top && writer.isInside)), service, source, made, undefined);
}

function follow(writer, flows, names, type, source, start, resume) {
  return names.reduce((value, name) => {
    writer.use(...source);
    const next = flows[name].write({ writer, type, value, resume });
    writer.use(...source);
    return next;
  }, start);
}
