/**
 * Ways to make a request beside the SDK, with the token of a client. The line on which the analysis has to find it ends in its mark.
 *
 * @type {Record<string, (given: { writer: object, client: string, verb: string, address: string, mark: string }) => void>} `address`: an
 * expression
 */
export const requestForms = {
  fetch: ({ writer, client, verb, address, mark }) =>
    writer.line(`await fetch(${address}, { method: '${verb}', headers: { Authorization: \`Bearer \${${client}.getToken()}\` } }); ${mark}`),
  fetchByOptions: ({ writer, client, verb, address, mark }) => {
    const init = declare(writer, (name) => `const ${name} = { method: '${verb}', headers: { Authorization: 'Bearer ' + ${client}.getToken() } };`);
    writer.line(`await fetch(${address}, ${init}); ${mark}`);
  },
  fetchByConstants: ({ writer, client, verb, address, mark }) => {
    const url = declare(writer, (name) => `const ${name} = ${address};`);
    const method = declare(writer, (name) => `const ${name} = '${verb.toLowerCase()}';`);
    const token = declare(writer, (name) => `const ${name} = ${client}.getToken();`);
    writer.line(`const response = await fetch(${url}, { method: ${method}, headers: { Authorization: \`Bearer \${${token}}\` } }); ${mark}`);
    writer.line('void response.ok;');
  },
  fetchOfRequest: ({ writer, client, verb, address, mark }) =>
    writer.line(`await fetch(new Request(${address}, { method: '${verb}', headers: { Authorization: \`Bearer \${${client}.getToken()}\` } })); ${mark}`),
  axiosMethod: ({ writer, client, verb, address, mark }) => {
    writer.importing("import axios from 'axios';");
    const body = ['GET', 'DELETE'].includes(verb) ? '' : ' {},';
    writer.line(`await axios.${verb.toLowerCase()}(${address},${body} { headers: { Authorization: \`Bearer \${${client}.getToken()}\` } }); ${mark}`);
  },
  axiosConfiguration: ({ writer, client, verb, address, mark }) => {
    writer.importing("import axios from 'axios';");
    writer.line(`await axios({ url: ${address}, method: '${verb}', headers: { Authorization: \`Bearer \${${client}.getToken()}\` } }); ${mark}`);
  },
  wrapper: ({ writer, client, verb, address, mark }) => {
    const api = writer.name('api');
    writer.line(`function ${api}(method: string, url: string) { return fetch(url, { method, headers: { Authorization: \`Bearer \${${client}.getToken()}\` } }); }`);
    writer.line(`await ${api}('${verb}', ${address}); ${mark}`);
  },
  classWrapper: ({ writer, client, verb, address, mark }) => {
    const api = writer.name('Api');
    writer.line(`class ${api} {`);
    // A method of this name on another type could be the one that is meant.
    writer.line(`  async send${api}(url: string, method: string) {`);
    writer.line(`    return fetch(url, { method, headers: { Authorization: \`Bearer \${${client}.getToken()}\` } });`);
    writer.line('  }');
    writer.line(`} await new ${api}().send${api}(${address}, '${verb}'); ${mark}`);
  },
};

/**
 * Ways to write the address of a request. Each returns the expression.
 *
 * @type {Record<string, (given: { writer: object, path: string, resume: () => string }) => string>}
 */
export const addressForms = {
  literal: ({ path }) => `'${BASE}${path}'`,
  template: ({ writer, path }) => `\`\${${declare(writer, (name) => `const ${name} = '${BASE}';`)}}${path}\``,
  concatenated: ({ writer, path }) => `${declare(writer, (name) => `const ${name} = '${BASE}';`)} + '${path}'`,
  withQuery: ({ writer, path }) => `\`${BASE}${path}?$top=\${${declare(writer, (name) => `const ${name} = 10;`)}}\``,
  withTenant: ({ writer, path }) => {
    const tenant = declare(writer, (name) => `const ${name} = String(process.env.TENANT);`);
    return `\`https://cloud.uipath.com/org/\${${tenant}}/orchestrator_${path}\``;
  },
  url: ({ path }) => `new URL('/org/tenant/orchestrator_${path}', 'https://cloud.uipath.com')`,
  urlText: ({ path }) => `new URL('/org/tenant/orchestrator_${path}', 'https://cloud.uipath.com').href`,
  joined: ({ path }) => `['${BASE}', '${path.slice(1)}'].join('/')`,
  imported: ({ writer, path, resume }) => {
    if (writer.isInside) return `'${BASE}${path}'`;
    const from = writer.module;
    const module = resume();
    writer.start(module);
    writer.line(`export const BASE = '${BASE}';`);
    writer.start(from);
    writer.importing(`import { BASE } from './${module}';`);
    return `\`\${BASE}${path}\``;
  },
  settings: ({ writer, path }) => `\`\${${declare(writer, (name) => `const ${name} = { urls: { base: '${BASE}' } };`)}.urls.base}${path}\``,
  returned: ({ writer, path }) => `${declare(writer, (name) => `const ${name} = (path: string) => \`${BASE}\${path}\`;`)}('${path}')`,
};

const BASE = 'https://cloud.uipath.com/org/tenant/orchestrator_';

function declare(writer, line) {
  const name = writer.name('part');
  writer.line(line(name));
  return name;
}
