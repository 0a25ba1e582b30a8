/**
 * The classes of programs about which not everything can be said. Each writes a part of a program, and says which verdicts it may hold back:
 * those of missing scopes, those of unused ones. The others must be given all the same.
 *
 * Two more need no code of their own: which of several clients with different grants a call is made on, where a flow on its way is not
 * `plain`, and a client that no call is made on, whose scopes have nothing to be compared with.
 *
 * @type {Record<string, { missing: boolean, unused: boolean, write(given: { writer: object, client: string }): void }>}
 */
export const undecidableCode = {
  'a receiver of type any': {
    missing: false,
    unused: true,
    write: ({ writer, client }) => writer.line(`const untyped = ${client} as any; untyped.tasks.getAll();`),
  },
  'a method whose name is only known at run time': {
    missing: false,
    unused: true,
    write({ writer, client }) {
      const service = writer.use('@uipath/uipath-typescript/tasks', 'Tasks');
      writer.line(`const anyName: string = String(Math.random()); const computed = new ${service}(${client});`);
      writer.line('await (computed as unknown as Record<string, () => unknown>)[anyName]?.();');
    },
  },
  'an access token that goes elsewhere': {
    missing: false,
    unused: true,
    write({ writer, client }) {
      writer.importing("import { send } from 'some-package';");
      writer.line(`send(${client}.getToken());`);
    },
  },
  'a client that goes to another package': {
    missing: false,
    unused: true,
    write({ writer, client }) {
      writer.importing("import { Widgets } from 'some-widgets';");
      writer.line(`Widgets(${client});`);
    },
  },
  'a request whose address is only known at run time': {
    missing: false,
    unused: true,
    write: ({ writer, client }) =>
      writer.line(`await fetch(\`https://cloud.uipath.com/org/tenant/orchestrator_/odata/\${String(Math.random())}\`, { headers: { Authorization: \`Bearer \${${client}.getToken()}\` } });`),
  },
  'a request to an endpoint that the catalog does not know': {
    missing: false,
    unused: true,
    write: ({ writer, client }) =>
      writer.line(`await fetch('https://cloud.uipath.com/org/tenant/orchestrator_/odata/NoSuchThings', { headers: { Authorization: \`Bearer \${${client}.getToken()}\` } });`),
  },
};

/** What the constructor of the only client is given, so that its scopes are not known. */
export const undecidableSources = {
  'scopes from a variable that no file sets': () => "{ scope: process.env.UIPATH_SCOPE } as never",
  'scopes from a call that cannot be followed': ({ writer }) => {
    writer.importing("import { readSettings } from 'some-settings';");
    return '{ scope: readSettings().scope } as never';
  },
  'scopes that are stored': () => "{ scope: localStorage.getItem('scope') ?? undefined } as never",
};
