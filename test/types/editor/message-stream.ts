import type { Readable } from 'node:stream';

/** Calls `onMessage` for each message of a stream in which `Content-Length` says how long the next one is, as both protocols have it. */
export function readMessages(stream: Readable, onMessage: (message: unknown) => void): void {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let next = nextMessage(rest); next !== undefined; next = nextMessage(rest)) {
      rest = rest.subarray(next.end);
      onMessage(JSON.parse(next.text));
    }
  });
}

function nextMessage(bytes: Buffer): { readonly text: string; readonly end: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) {
    return undefined;
  }
  const start = headEnd + 4;
  const end = start + Number(/Content-Length: (\d+)/i.exec(bytes.toString('latin1', 0, headEnd))?.[1]);
  return bytes.length < end ? undefined : { text: bytes.toString('utf8', start, end), end };
}
