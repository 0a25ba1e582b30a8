import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput, wantsColour } from '../../src/cli/output.ts';

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

describe('progress', () => {
  it('goes to standard error, and only to a terminal', () => {
    const [out, terminal, file] = [record(false), record(true), record(false)];
    createOutput(out.stream, terminal.stream).progress('Reading …');
    createOutput(out.stream, file.stream).progress('Reading …');
    expect([out.text(), terminal.text(), file.text()]).toEqual(['', 'Reading …', '']);
  });

  it('stays on one line, however long a path is', () => {
    const terminal = record(true);
    createOutput(record(false).stream, Object.assign(terminal.stream, { columns: 20 })).progress('Reading packages/\n\u001b[2Jwith-a-long-name/tsconfig.json …');
    expect(terminal.text()).toBe('Reading packages/ [');
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
  const [terminal, file] = [record(true).stream, record(false).stream];

  it.each<readonly [string, typeof terminal, NodeJS.ProcessEnv, boolean]>([
    ['is for terminals', terminal, {}, true],
    ['is not for files', file, {}, false],
    ['is not wanted with NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['is wanted with an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['is forced upon a file', file, { FORCE_COLOR: '1' }, true],
    ['is forced by the bare name', file, { FORCE_COLOR: '' }, true],
    ['is forced whatever NO_COLOR says', file, { FORCE_COLOR: '3', NO_COLOR: '1' }, true],
    ['is forced off', terminal, { FORCE_COLOR: '0' }, false],
    ['is forced off in words', terminal, { FORCE_COLOR: 'false' }, false],
  ])('%s', (_, stream, environment, expected) => {
    expect(wantsColour(stream, environment)).toBe(expected);
    expect(createOutput(stream, terminal, { environment }).style.heading('a')).toBe(expected ? '\u001b[1ma\u001b[22m' : 'a');
  });
});
