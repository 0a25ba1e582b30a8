import type ts from 'typescript';
import { createExpressionReader, type ExpressionReader, type ReadingTrace, type Subject } from '../../grants/expression-reader.ts';
import type { ProgramView } from '../program-view.ts';

/** A reader of addresses, of which each reading takes one; callers are looked for outside of tests. */
export function addressReader(view: ProgramView, trace?: ReadingTrace): ExpressionReader {
  return createExpressionReader(view.ts, view.program.getTypeChecker(), filesOutsideTests(view), ADDRESS, trace);
}

const ADDRESS: Subject = {
  come: 'the address comes',
  are: 'the address is',
  owner: 'the request',
  seenThrough: new Set(['String', 'encodeURI']),
  passedOver: new Set(['searchParams', 'search', 'hash']),
};

/** One list a view: what callers pass is kept with it. */
function filesOutsideTests(view: ProgramView): readonly ts.SourceFile[] {
  const known = lists.get(view) ?? view.files.filter((file) => !view.isTest(file));
  lists.set(view, known);
  return known;
}

const lists = new WeakMap<ProgramView, readonly ts.SourceFile[]>();
