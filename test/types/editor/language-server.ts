import { spawn } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Editor, type Position, oneSpace, packagePath, within } from './editor.ts';
import { readMessages } from './message-stream.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly registrations?: readonly { readonly registerOptions: { readonly watchers?: readonly { readonly globPattern: string }[] } }[];
    readonly items?: readonly unknown[];
  };
  readonly error?: { readonly message: string };
  readonly result?: unknown;
}

interface SignatureHelp {
  readonly signatures: readonly { readonly parameters: readonly { readonly label: string }[] }[];
}

interface Diagnostics {
  readonly items: readonly { readonly message: string; readonly severity: number }[];
}

/** What an editor says of itself that hands files' changes on to the server, and asks for errors. */
const capabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    definition: { linkSupport: true },
    completion: {},
    signatureHelp: {},
    diagnostic: {},
  },
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } },
};

/**
 * Starts the language server of TypeScript 7, and opens files in it. It leaves it to the editor to watch files: those of `watched`, a
 * directory, are handed on. Resolves when the server has asked for them: what changes before, it is not told.
 */
export async function startLanguageServer(program: string, directory: string, files: readonly string[], watched: string): Promise<Editor> {
  const child = spawn(process.execPath, [program, '--lsp', '--stdio'], { cwd: directory, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (message: Message) => void>();
  const asked: string[] = [];
  let listeners: (() => void)[] = [];
  let last = 0;
  let askedForWatched = (): void => undefined;
  const watching = new Promise<void>((resolve) => {
    askedForWatched = resolve;
  });
  const isAsked = (file: string): boolean => asked.some((pattern) => file.startsWith(pattern.replace(/\*\*\/\*$/, '')));
  const write = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const ask = <Result>(method: string, parameters: object): Promise<Result> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ error, result }) => {
        if (error === undefined) {
          resolve(result as Result);
        } else {
          reject(new Error(`${method}: ${error.message}`));
        }
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it answered ${method}`)));
      write({ id: last, method, params: parameters });
    });
  child.setMaxListeners(Infinity);
  readMessages(child.stdout, (received) => {
    const { id, method, params, ...answer } = received as Message;
    if (method === undefined) {
      waiting.get(id ?? 0)?.(answer);
      return;
    }
    if (id !== undefined) {
      write({ id, result: method === 'workspace/configuration' ? (params?.items ?? []).map(() => null) : null });
    }
    const watchers = (params?.registrations ?? []).flatMap(({ registerOptions }) => registerOptions.watchers ?? []);
    asked.push(...watchers.map(({ globPattern }) => globPattern));
    if (isAsked(join(watched, 'x'))) {
      askedForWatched();
    }
    if (method === 'workspace/diagnostic/refresh') {
      listeners.forEach((listener) => listener());
      listeners = [];
    }
  });
  const watcher = watch(watched, (_, name) => {
    const file = join(watched, name ?? '');
    if (isAsked(file)) {
      write({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: addressOf(file), type: 2 }] } });
    }
  });

  const folder = { uri: addressOf(directory), name: 'application' };
  await ask('initialize', { processId: process.pid, rootUri: folder.uri, capabilities, workspaceFolders: [folder] });
  write({ method: 'initialized', params: {} });
  for (const file of files) {
    const textDocument = { uri: addressOf(file), languageId: 'typescript', version: 1, text: readFileSync(file, 'utf8') };
    write({ method: 'textDocument/didOpen', params: { textDocument } });
  }
  await within(watching, 60_000, () => `the server has not asked for the changes of files in ${watched}, only for these:\n${asked.join('\n')}`);
  const placeOf = ({ file, ...position }: Position): object => ({ textDocument: { uri: addressOf(file) }, position });
  return {
    async hover(at) {
      const { contents } = await ask<{ readonly contents: { readonly value: string } }>('textDocument/hover', placeOf(at));
      const [, signature = '', documentation = ''] = /^```\w+\n(.*?)\n```(.*)$/s.exec(contents.value) ?? [];
      const link = /\[[^\]]*\]\(([^)]*)\)/g;
      return {
        signature: oneSpace(signature),
        documentation: documentation.replaceAll(link, '').trim(),
        links: [...documentation.matchAll(link)].map(([, address = '']) => packagePath(address)),
      };
    },
    async definitions(at) {
      const links = await ask<readonly { readonly targetUri: string }[]>('textDocument/definition', placeOf(at));
      return links.map(({ targetUri }) => packagePath(targetUri));
    },
    async completions(at) {
      const { items } = await ask<{ readonly items: readonly { readonly label: string }[] }>('textDocument/completion', placeOf(at));
      return items.map(({ label }) => label).sort();
    },
    async parameters(at) {
      const { signatures } = await ask<SignatureHelp>('textDocument/signatureHelp', placeOf(at));
      return signatures[0]?.parameters.map(({ label }) => label) ?? [];
    },
    async errors(file) {
      const { items } = await ask<Diagnostics>('textDocument/diagnostic', { textDocument: { uri: addressOf(file) } });
      return items.filter(({ severity }) => severity === 1).map(({ message }) => message);
    },
    changed: () => new Promise((resolve) => {
      listeners.push(resolve);
    }),
    close: () => {
      watcher.close();
      child.kill();
    },
  };
}

function addressOf(path: string): string {
  return pathToFileURL(path).href;
}
