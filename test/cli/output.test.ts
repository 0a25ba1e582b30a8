import { Writable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOutput } from '../../src/cli/output.ts';

interface Recorder {
  readonly stream: Writable & { isTTY?: boolean; hasColors?: () => boolean };
  text(): string;
}

function record(terminal: boolean): Recorder {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    },
  });
  return { stream: terminal ? Object.assign(stream, { isTTY: true, hasColors: () => true }) : stream, text: () => text };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('progress', () => {
  it('goes to standard error, and only to a terminal', () => {
    const [out, terminal, file] = [record(false), record(true), record(false)];
    createOutput(out.stream, terminal.stream).progress('Reading …');
    createOutput(out.stream, file.stream).progress('Reading …');
    expect([out.text(), terminal.text(), file.text()]).toEqual(['', 'Reading …', '']);
  });

  it('is gone before anything else is printed', () => {
    const [out, terminal] = [record(false), record(true)];
    const output = createOutput(out.stream, terminal.stream);
    output.progress('Reading …');
    output.print('OR.Jobs');
    output.note('Done.');
    expect([out.text(), terminal.text()]).toEqual(['OR.Jobs\n', 'Reading …\r\u001b[KDone.\n']);
  });
});

describe('colour', () => {
  const heading = (terminal: boolean) => {
    vi.stubEnv('FORCE_COLOR', undefined);
    return createOutput(record(terminal).stream, record(true).stream).style.heading('a');
  };

  it('is for terminals', () => {
    vi.stubEnv('NO_COLOR', undefined);
    expect([heading(true), heading(false)]).toEqual(['\u001b[1ma\u001b[22m', 'a']);
  });

  it('is not wanted with NO_COLOR', () => {
    vi.stubEnv('NO_COLOR', '1');
    expect(heading(true)).toBe('a');
  });
});
