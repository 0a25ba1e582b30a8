import { CommandError } from './command-error.ts';

/**
 * Everything that standard input holds, as text.
 * @param limit bytes; reading stops behind them, and what is longer is longer than this by a part
 * @throws CommandError when standard input is a terminal, where nobody has anything to pipe
 */
export async function readStandardInput(limit: number, isExpected: string): Promise<string> {
  if (process.stdin.isTTY) {
    throw new CommandError(`reads ${isExpected} from standard input, and nothing is piped there`);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) {
      break;
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
