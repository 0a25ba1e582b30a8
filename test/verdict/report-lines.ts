import type { ApplicationAnalysis } from '../../src/verdict/analyse.ts';
import { applicationDirectory, textAt, type Files } from '../usage/virtual-application.ts';

/** One line a finding: `missing PIMS at getAll`, `narrow OR.Jobs to OR.Jobs.Read at OR.Jobs`. */
export function findingLines({ report }: ApplicationAnalysis, files: Files): string[] {
  return report.findings.map(({ kind, scope, suggestion, place }) => {
    const narrower = kind === 'narrow' ? ` to ${suggestion ?? ''}` : '';
    return `${kind} ${scope}${narrower} at ${textAt(files, place)}`;
  });
}

/** One line an entry: the file, the reason, and the scopes whose verdict is held back. */
export function undecidedLines({ report }: ApplicationAnalysis): string[] {
  return report.undecided.map(({ place, reason, holdsBack }) => {
    const file = place.file.slice(applicationDirectory.length + 1);
    return `${file}: ${reason}${holdsBack.length === 0 ? '' : ` [${holdsBack.join(' ')}]`}`;
  });
}

/** An application with a uipath.json that declares these scopes, and one module. */
export function application(scope: string, code: string, more: Files = {}): Files {
  return { 'uipath.json': JSON.stringify({ scope }), 'src/main.ts': moduleOf(code), ...more };
}

/** The module alone: nothing is declared outside of the code but what `more` says. */
export function inCode(code: string, more: Files = {}): Files {
  return { 'src/main.ts': moduleOf(code), ...more };
}

function moduleOf(code: string): string {
  return `${imports}${code}\nexport {};\n`;
}

const imports = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks, TaskType, type TaskServiceModel } from '@uipath/uipath-typescript/tasks';
import { Jobs } from '@uipath/uipath-typescript/jobs';
import { Assets } from '@uipath/uipath-typescript/assets';
import { Buckets } from '@uipath/uipath-typescript/buckets';
import { ConversationalAgent } from '@uipath/uipath-typescript/conversational-agent';
import { Entities } from '@uipath/uipath-typescript/entities';
import { CaseInstances } from '@uipath/uipath-typescript/cases';
import { MaestroProcesses } from '@uipath/uipath-typescript/maestro-processes';
`;
