/**
 * Ways to call a method of a service. The line on which the analysis has to find the call ends in its mark.
 *
 * @type {Record<string, (given: { writer: object, service: string, member: string, parameters: string, mark: string }) => void>}
 */
export const callForms = {
  statement: ({ writer, service, member, parameters, mark }) => writer.line(`${service}.${member}(${parameters}); ${mark}`),
  awaited: ({ writer, service, member, parameters, mark }) => writer.line(`await ${service}.${member}(${parameters}); ${mark}`),
  optional: ({ writer, service, member, parameters, mark }) => writer.line(`await ${service}?.${member}(${parameters}); ${mark}`),
  optionalCall: ({ writer, service, member, parameters, mark }) => writer.line(`await ${service}.${member}?.(${parameters}); ${mark}`),
  brackets: ({ writer, service, member, parameters, mark }) => writer.line(`await ${service}['${member}'](${parameters}); ${mark}`),
  constantName: ({ writer, service, member, parameters, mark }) => {
    const name = declare(writer, (one) => `const ${one} = '${member}' as const;`);
    writer.line(`await ${service}[${name}](${parameters}); ${mark}`);
  },
  destructured: ({ writer, service, member, parameters, mark }) => {
    const name = writer.name('method');
    writer.line(`const { ${member}: ${name} } = ${service}; ${mark}`);
    writer.line(`await ${name}(${parameters});`);
  },
  detached: ({ writer, service, member, parameters, mark }) => {
    const name = declare(writer, (one) => `const ${one} = ${service}.${member}; ${mark}`);
    writer.line(`await ${name}(${parameters});`);
  },
  bound: ({ writer, service, member, parameters, mark }) => {
    const held = declare(writer, (one) => `const ${one} = ${service};`);
    writer.line(`await ${held}.${member}.bind(${held})(${parameters}); ${mark}`);
  },
  called: ({ writer, service, member, parameters, mark }) => {
    const held = declare(writer, (one) => `const ${one} = ${service};`);
    writer.line(`await ${held}.${member}.call(${[held, parameters].filter(Boolean).join(', ')}); ${mark}`);
  },
  passedOn: ({ writer, service, member, mark }) => {
    const run = declare(writer, (one) => `const ${one} = (then: unknown) => then;`);
    writer.line(`${run}(${service}.${member}); ${mark}`);
  },
  inCallback: ({ writer, service, member, parameters, mark }) => writer.line(`[1].forEach(() => ${service}.${member}(${parameters})); ${mark}`),
  inArgument: ({ writer, service, member, parameters, mark }) => writer.line(`console.log(await ${service}.${member}(${parameters})); ${mark}`),
  inTemplate: ({ writer, service, member, parameters, mark }) => writer.line(`void \`\${JSON.stringify(await ${service}.${member}(${parameters}))}\`; ${mark}`),
  inCondition: ({ writer, service, member, parameters, mark }) => writer.line(`if (await ${service}.${member}(${parameters})) { Math.random(); } ${mark}`),
  wrapped: ({ writer, service, member, parameters, mark }) => {
    const name = declare(writer, (one) => `const ${one} = () => ${service}.${member}(${parameters}); ${mark}`, 'wrapper');
    writer.line(`await ${name}();`);
  },
  wrappedTwice: ({ writer, service, member, parameters, mark }) => {
    const inner = declare(writer, (one) => `async function ${one}() { return ${service}.${member}(${parameters}); } ${mark}`, 'wrapper');
    const outer = declare(writer, (one) => `async function ${one}() { return ${inner}(); }`, 'wrapper');
    writer.line(`await ${outer}();`);
  },
};

function declare(writer, line, stem = 'local') {
  const name = writer.name(stem);
  writer.line(line(name));
  return name;
}
