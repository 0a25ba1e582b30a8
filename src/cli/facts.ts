import { resolve } from 'node:path';
import { counted } from '../report/counted.ts';
import { displayPath } from '../report/display-path.ts';
import type { Invocation, Output } from './command.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { collectFacts } from './facts/collect-facts.ts';
import { FACTS_NAME } from './facts/package-facts.ts';
import { targetOf } from './target.ts';
import { writeFileAtomically } from './write-file.ts';

/** `oauth-scopes facts`: writes what the programs of one package show. The same input gives the same text, so that a task runner can keep it. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { workingDirectory, values } = invocation;
  const facts = collectFacts(invocation, output);
  const out = values.get('out');
  const file = out === undefined ? `${targetOf(invocation).directory}/${FACTS_NAME}` : resolve(workingDirectory, out);
  writeFileAtomically(file, `${JSON.stringify(facts)}\n`);
  const calls = facts.projects.flatMap(({ providers }) => providers.flatMap(({ usage }) => usage.uses)).length;
  output.print(`Wrote ${displayPath(file, workingDirectory)}: ${counted(calls, 'call')} in ${counted(facts.projects.length, 'project')}.`);
  return exitCodes.fine;
}
