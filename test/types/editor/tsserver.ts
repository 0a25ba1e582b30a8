import { spawn } from 'node:child_process';
import { type Editor, type Position, oneSpace, packagePath } from './editor.ts';
import { readMessages } from './message-stream.ts';

interface Message {
  readonly type: 'response' | 'event';
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

interface Part {
  readonly text: string;
  readonly kind: string;
  readonly target?: { readonly file?: string; readonly fileName?: string };
}

interface QuickInfo {
  readonly displayString: string;
  readonly documentation: string | readonly Part[];
}

interface SignatureHelp {
  readonly items: readonly { readonly parameters: readonly { readonly displayParts: readonly Part[] }[] }[];
}

/** Starts the server that editors use up to TypeScript 6, and opens files in it. It watches files itself. */
export function startTsserver(program: string, directory: string, files: readonly string[]): Editor {
  const words = [program, '--disableAutomaticTypingAcquisition'];
  const child = spawn(process.execPath, words, { cwd: directory, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (message: Message) => void>();
  let listeners: (() => void)[] = [];
  let last = 0;
  const send = (command: string, parameters: object): number => {
    last += 1;
    child.stdin.write(`${JSON.stringify({ seq: last, type: 'request', command, arguments: parameters })}\n`);
    return last;
  };
  const ask = <Body>(command: string, parameters: object): Promise<Body> =>
    new Promise((resolve, reject) => {
      waiting.set(send(command, parameters), ({ success, message, body }) => {
        if (success === true) {
          resolve(body as Body);
        } else {
          reject(new Error(`${command}: ${message}`));
        }
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it answered ${command}`)));
    });
  child.setMaxListeners(Infinity);
  readMessages(child.stdout, (received) => {
    const message = received as Message;
    if (message.type === 'response') {
      waiting.get(message.request_seq ?? 0)?.(message);
    } else if (message.event === 'projectsUpdatedInBackground') {
      listeners.forEach((listener) => listener());
      listeners = [];
    }
  });

  send('configure', { preferences: { displayPartsForJSDoc: true } });
  files.forEach((file) => send('open', { file }));
  const placeOf = ({ file, line, character }: Position): object => ({ file, line: line + 1, offset: character + 1 });
  return {
    async hover(at) {
      const { displayString, documentation } = await ask<QuickInfo>('quickinfo', placeOf(at));
      const parts: readonly Part[] = typeof documentation === 'string' ? [{ text: documentation, kind: 'text' }] : documentation;
      return {
        signature: oneSpace(displayString),
        documentation: parts.filter(({ kind }) => kind !== 'link' && kind !== 'linkName').map(({ text }) => text).join(''),
        links: parts.flatMap(({ target }) => target?.file ?? target?.fileName ?? []).map(packagePath),
      };
    },
    async definitions(at) {
      return (await ask<readonly { readonly file: string }[]>('definition', placeOf(at))).map(({ file }) => packagePath(file));
    },
    async completions(at) {
      const { entries } = await ask<{ readonly entries: readonly { readonly name: string }[] }>('completionInfo', placeOf(at));
      return entries.map(({ name }) => name).sort();
    },
    async parameters(at) {
      const { items } = await ask<SignatureHelp>('signatureHelp', placeOf(at));
      return items[0]?.parameters.map(({ displayParts }) => displayParts.map(({ text }) => text).join('')) ?? [];
    },
    async errors(file) {
      const diagnostics = await ask<readonly { readonly text: string }[]>('semanticDiagnosticsSync', { file });
      return diagnostics.map(({ text }) => text);
    },
    changed: () => new Promise((resolve) => {
      listeners.push(resolve);
    }),
    close: () => {
      child.kill();
    },
  };
}
