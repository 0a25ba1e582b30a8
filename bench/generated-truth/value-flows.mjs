import { reactFlows } from './react-flows.mjs';

/**
 * Ways that a value takes through a program. Each writes what it needs, and returns the expression that stands for the same value
 * afterwards.
 *
 * `top`: only outside of functions. `plain`: of several clients with different grants, the one that comes out is still known.
 *
 * @typedef {{ writer: object, type: string, value: string }} Value `type`: name of the class, which is imported already
 * @type {Record<string, { top?: true, plain?: true, write(value: Value): string }>}
 */
export const valueFlows = {
  alias: {
    plain: true,
    write: ({ writer, value }) => declare(writer, (name) => `const ${name} = ${value};`),
  },
  annotated: {
    plain: true,
    write: ({ writer, type, value }) => declare(writer, (name) => `const ${name}: ${type} = ${value};`),
  },
  assignedLater: {
    plain: true,
    write: ({ writer, type, value }) => declare(writer, (name) => `let ${name}: ${type}; ${name} = ${value};`),
  },
  parentheses: { plain: true, write: ({ value }) => `(${value})` },
  nonNull: { plain: true, write: ({ value }) => `(${value})!` },
  cast: { plain: true, write: ({ type, value }) => `(${value} as ${type})` },
  satisfies: { plain: true, write: ({ type, value }) => `(${value} satisfies ${type})` },
  nullable: {
    plain: true,
    write: ({ writer, type, value }) => `${declare(writer, (name) => `const ${name}: ${type} | null = Math.random() > 2 ? null : ${value};`)}!`,
  },
  eitherWay: { plain: true, write: ({ writer, value }) => declare(writer, (name) => `const ${name} = Math.random() > 0.5 ? ${value} : ${value};`) },
  orElse: { plain: true, write: ({ writer, value }) => declare(writer, (name) => `const ${name} = ${value} ?? ${value};`) },
  field: { plain: true, write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = { held: ${value} };`)}.held` },
  constObject: { plain: true, write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = { one: { two: ${value} } } as const;`)}.one.two` },
  fieldByName: { plain: true, write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = { 'the-one': ${value} };`)}['the-one']` },
  shorthand: {
    plain: true,
    write({ writer, value }) {
      const name = declare(writer, (one) => `const ${one} = ${value};`);
      return `${declare(writer, (one) => `const ${one} = { ${name} };`)}.${name}`;
    },
  },
  spread: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = { ...{ held: ${value} }, other: 1 };`)}.held` },
  frozen: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = Object.freeze({ held: ${value} });`)}.held` },
  destructured: { plain: true, write: ({ writer, value }) => declare(writer, (name) => `const { held: ${name} } = { held: ${value} };`) },
  destructuredDeep: { write: ({ writer, value }) => declare(writer, (name) => `const { one: { two: ${name} } } = { one: { two: ${value} } };`) },
  destructuredWithDefault: {
    write: ({ writer, type, value }) => declare(writer, (name) => `const { held: ${name} = ${value} } = {} as { held?: ${type} };`),
  },
  tuple: { write: ({ writer, value }) => declare(writer, (name) => `const [, ${name}] = [1, ${value}] as const;`) },
  array: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = [${value}];`)}[0]!` },
  found: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = [${value}];`)}.find((one) => one !== null)!` },
  map: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = new Map([['key', ${value}]]);`)}.get('key')!` },
  record: {
    write: ({ writer, type, value }) => `${declare(writer, (name) => `const ${name}: Record<string, ${type}> = { key: ${value} };`)}['key']!`,
  },
  weakMap: {
    write({ writer, type, value }) {
      const key = declare(writer, (name) => `const ${name} = {};`);
      const map = declare(writer, (name) => `const ${name} = new WeakMap<object, ${type}>(); ${name}.set(${key}, ${value});`);
      return `${map}.get(${key})!`;
    },
  },
  factory: { plain: true, write: ({ writer, value }) => `${declare(writer, (name) => `function ${name}() { return ${value}; }`)}()` },
  arrowFactory: { plain: true, write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = () => ${value};`)}()` },
  annotatedFactory: {
    plain: true,
    write: ({ writer, type, value }) => `${declare(writer, (name) => `function ${name}(): ${type} { const made = ${value}; return made; }`)}()`,
  },
  asyncFactory: { plain: true, write: ({ writer, value }) => `(await ${declare(writer, (name) => `async function ${name}() { return ${value}; }`)}())` },
  promise: { write: ({ value }) => `(await Promise.resolve(${value}))` },
  allPromises: { write: ({ writer, value }) => declare(writer, (name) => `const [${name}] = await Promise.all([Promise.resolve(${value})]);`) },
  closure: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = () => { const kept = ${value}; return () => kept; };`)}()()` },
  singleton: {
    write: ({ writer, type, value }) =>
      `${declare(writer, (name) => `let ${name}Kept: ${type} | undefined; function ${name}() { ${name}Kept ??= ${value}; return ${name}Kept; }`)}()`,
  },
  immediately: { write: ({ value }) => `(() => ${value})()` },
  identity: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = <T,>(one: T): T => one;`)}(${value})` },
  typedIdentity: { write: ({ writer, type, value }) => `${declare(writer, (name) => `function ${name}(one: ${type}) { return one; }`)}(${value})` },
  defaultParameter: { write: ({ writer, value }) => `${declare(writer, (name) => `function ${name}(one = ${value}) { return one; }`)}()` },
  restParameter: { write: ({ writer, type, value }) => `${declare(writer, (name) => `function ${name}(...all: ${type}[]) { return all; }`)}(${value})[0]!` },
  memo: { write: ({ writer, value }) => `${declare(writer, (name) => `function ${name}<T>(make: () => T, _of: unknown[]): T { return make(); }`)}(() => ${value}, [])` },
  classField: {
    write: ({ writer, type, value }) =>
      `new ${declare(writer, (name) => `class ${name} { readonly held: ${type}; constructor(one: ${type}) { this.held = one; } }`)}(${value}).held`,
  },
  initializedField: { plain: true, write: ({ writer, value }) => `new ${declare(writer, (name) => `class ${name} { readonly held = ${value}; }`)}().held` },
  parameterProperty: {
    write: ({ writer, type, value }) => `new ${declare(writer, (name) => `class ${name} { constructor(readonly held: ${type}) {} }`)}(${value}).held`,
  },
  getter: { write: ({ writer, value }) => `new ${declare(writer, (name) => `class ${name} { readonly #kept = ${value}; get held() { return this.#kept; } }`)}().held` },
  objectGetter: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = { get held() { return ${value}; } };`)}.held` },
  objectMethod: { write: ({ writer, value }) => `${declare(writer, (name) => `const ${name} = { make() { return ${value}; } };`)}.make()` },
  staticField: { write: ({ writer, value }) => `${declare(writer, (name) => `class ${name} { static readonly held = ${value}; }`)}.held` },
  staticMethod: { write: ({ writer, value }) => `${declare(writer, (name) => `class ${name} { static make() { return ${value}; } }`)}.make()` },
  inheritedField: {
    write({ writer, type, value }) {
      const base = declare(writer, (name) => `class ${name} { constructor(readonly held: ${type}) {} }`);
      return `new ${declare(writer, (name) => `class ${name} extends ${base} { get own() { return this.held; } }`)}(${value}).own`;
    },
  },
  overridden: {
    write({ writer, type, value }) {
      const base = declare(writer, (name) => `abstract class ${name} { abstract make(): ${type}; get held() { return this.make(); } }`);
      return `new ${declare(writer, (name) => `class ${name} extends ${base} { make() { return ${value}; } }`)}().held`;
    },
  },
  genericHolder: { write: ({ writer, value }) => `new ${declare(writer, (name) => `class ${name}<T> { constructor(readonly held: T) {} }`)}(${value}).held` },
  generator: { write: ({ writer, value }) => `${declare(writer, (name) => `function* ${name}() { yield ${value}; }`)}().next().value!` },
  namespace: { top: true, write: ({ writer, value }) => `${declare(writer, (name) => `namespace ${name} { export const held = ${value}; }`)}.held` },
  exported: { top: true, plain: true, write: (given) => nextModule(given, (name, value) => [`export const ${name} = ${value};`, (from) => `import { ${name} } from '${from}';`]) },
  exportedRenamed: {
    top: true,
    plain: true,
    write: (given) => nextModule(given, (name, value) => [`const kept = ${value}; export { kept as other };`, (from) => `import { other as ${name} } from '${from}';`]),
  },
  exportedDefault: {
    top: true,
    plain: true,
    write: (given) => nextModule(given, (name, value) => [`export default ${value};`, (from) => `import ${name} from '${from}';`]),
  },
  exportedFunction: {
    top: true,
    plain: true,
    write: (given) => `${nextModule(given, (name, value) => [`export function ${name}() { return ${value}; }`, (from) => `import { ${name} } from '${from}';`])}()`,
  },
  importedNamespace: {
    top: true,
    write: (given) => `${nextModule(given, (name, value) => [`export const kept = ${value};`, (from) => `import * as ${name} from '${from}';`])}.kept`,
  },
  importedLater: {
    top: true,
    write: (given) => nextModule(given, (name, value) => [`export const kept = ${value};`, (from) => `const { kept: ${name} } = await import('${from}');`]),
  },
  barrel: { top: true, plain: true, write: (given) => throughBarrel(given, (module) => `export * from '${module}';`, (name) => name) },
  barrelByName: { top: true, plain: true, write: (given) => throughBarrel(given, (module, name) => `export { ${name} as renamed } from '${module}';`, () => 'renamed') },
};

/**
 * Statements around whatever follows, in which the value has another name.
 * @type {typeof valueFlows}
 */
export const enclosingFlows = {
  parameter: { write: ({ writer, type, value }) => enter(writer, (name, inner) => [`async function ${name}(${inner}: ${type}) {`, `} await ${name}(${value});`]) },
  arrowParameter: { write: ({ writer, type, value }) => enter(writer, (name, inner) => [`const ${name} = async (${inner}: ${type}) => {`, `}; void ${name}(${value});`]) },
  genericParameter: {
    write: ({ writer, type, value }) => enter(writer, (name, inner) => [`async function ${name}<T extends ${type}>(${inner}: T) {`, `} await ${name}(${value});`]),
  },
  destructuredParameter: {
    write: ({ writer, type, value }) => enter(writer, (name, inner) => [`async function ${name}({ held: ${inner} }: { held: ${type} }) {`, `} await ${name}({ held: ${value} });`]),
  },
  defaultedParameter: { write: ({ writer, type, value }) => enter(writer, (name, inner) => [`async function ${name}(${inner}: ${type} = ${value}) {`, `} await ${name}();`]) },
  immediateParameter: { write: ({ writer, type, value }) => enter(writer, (_, inner) => [`void (async (${inner}: ${type}) => {`, `})(${value});`]) },
  callback: {
    write({ writer, type, value }) {
      const caller = declare(writer, (name) => `async function ${name}(one: ${type}, then: (one: ${type}) => Promise<void>) { await then(one); }`);
      return enter(writer, (_, inner) => [`await ${caller}(${value}, async (${inner}) => {`, '});']);
    },
  },
  then: { write: ({ writer, value }) => enter(writer, (_, inner) => [`await Promise.resolve(${value}).then(async (${inner}) => {`, '});']) },
  forOf: { write: ({ writer, value }) => enter(writer, (_, inner) => [`for (const ${inner} of [${value}]) {`, '}']) },
  forEach: { write: ({ writer, value }) => enter(writer, (_, inner) => [`[${value}].forEach(async (${inner}) => {`, '});']) },
  mapped: { write: ({ writer, value }) => enter(writer, (_, inner) => [`await Promise.all([${value}].map(async (${inner}) => {`, '}));']) },
  method: {
    write: ({ writer, type, value }) => {
      return enter(writer, (name, inner) => [
        `class ${name} { constructor(private readonly held: ${type}) {} async run() { const ${inner} = this.held;`, `} } await new ${name}(${value}).run();`,
      ]);
    },
  },
  arrowMethod: {
    write: ({ writer, type, value }) => {
      return enter(writer, (name, inner) => [
        `class ${name} { readonly #held: ${type}; constructor(one: ${type}) { this.#held = one; } readonly run = async () => { const ${inner} = this.#held;`,
        `}; } await new ${name}(${value}).run();`,
      ]);
    },
  },
  narrowed: {
    write: ({ writer, type, value }) => {
      const maybe = declare(writer, (name) => `const ${name} = (Math.random() > 2 ? undefined : ${value}) as ${type} | undefined;`);
      writer.open(`if (${maybe} !== undefined) {`, '}');
      return maybe;
    },
  },
  attempted: { write: ({ writer, value }) => kept(writer, value, 'try {', '} catch { /* nothing */ }') },
  repeated: { write: ({ writer, value }) => kept(writer, value, 'while (Math.random() > 0.5) {', '}') },
  chosen: { write: ({ writer, value }) => kept(writer, value, 'switch (Math.random() > 0.5) { case true: {', '} }') },
  otherwise: { write: ({ writer, value }) => kept(writer, value, 'if (Math.random() > 0.5) { Math.random(); } else {', '}') },
  ...reactFlows,
};

function declare(writer, line) {
  const name = writer.name('value');
  writer.line(line(name));
  return name;
}

function enter(writer, lines) {
  const inner = writer.name('inner');
  const [opening, closing] = lines(writer.name('Function'), inner);
  writer.open(opening, closing);
  return inner;
}

function kept(writer, value, opening, closing) {
  const name = declare(writer, (one) => `const ${one} = ${value};`);
  writer.open(opening, closing);
  return name;
}

function nextModule({ writer, value, resume }, lines) {
  const name = writer.name('shared');
  const from = writer.module;
  const [exporting, importing] = lines(name, value);
  writer.line(exporting);
  writer.start(resume());
  const line = importing(`./${from}`);
  if (line.startsWith('import ')) writer.importing(line);
  else writer.line(line);
  return name;
}

function throughBarrel({ writer, value, resume }, exporting, renamed) {
  const name = writer.name('shared');
  const from = writer.module;
  writer.line(`export const ${name} = ${value};`);
  const barrel = resume();
  writer.start(barrel);
  writer.line(exporting(`./${from}`, name));
  writer.start(resume());
  writer.importing(`import { ${renamed(name)} } from './${barrel}';`);
  return renamed(name);
}
