import type ts from 'typescript';
import type { Declaration, DeclarationGraph, GraphEntry, Resolution } from './declaration-graph.ts';
import { printNode } from './print-type.ts';
import { namesIn } from './references.ts';

/** Where a declaration, or one that equals it, is exported. */
export interface Twin {
  readonly entry: GraphEntry;
  readonly declaration: Declaration;
}

/** The SDK's modules are bundles: each repeats what it shares with others, and exports only some of it. */
export interface TwinFinder {
  /** The smallest of the modules that exports the declaration or one that equals it. */
  exported(declaration: Declaration, among: (entry: GraphEntry) => boolean): Twin | undefined;
  /** The same declaration for all that are equal, where more than one module has it. */
  shared(declaration: Declaration): Declaration | undefined;
}

export function createTwinFinder(typescript: typeof ts, graph: DeclarationGraph): TwinFinder {
  const entries = [...graph.entries].sort((one, other) => one.sourceFile.end - other.sourceFile.end);
  const areEqual = equality(typescript, graph);
  return {
    exported: (declaration, among) => {
      for (const entry of entries.filter(among)) {
        const candidate = entry.exportedName.has(declaration) ? declaration : entry.exports.get(declaration.name);
        if (candidate !== undefined && areEqual(candidate, declaration)) {
          return { entry, declaration: candidate };
        }
      }
      return undefined;
    },
    shared: (declaration) => {
      const candidates = entries.map(({ file }) => graph.resolve(file, declaration.name));
      const [first, second] = candidates.filter((candidate) => typeof candidate === 'object' && areEqual(candidate, declaration));
      return typeof first === 'object' && second !== undefined ? first : undefined;
    },
  };
}

/** Two declarations are equal when they read the same and what they mention is equal. */
function equality(typescript: typeof ts, graph: DeclarationGraph): (one: Declaration, other: Declaration) => boolean {
  const readings = new Map<Declaration, Reading>();
  const read = (declaration: Declaration): Reading => {
    const known = readings.get(declaration);
    if (known !== undefined) {
      return known;
    }
    const reading = {
      text: declaration.nodes.map((node) => printNode(typescript, node, node.getSourceFile())).join('\n'),
      names: [...new Set(declaration.nodes.flatMap((node) => [...namesIn(typescript, node)]))],
    };
    readings.set(declaration, reading);
    return reading;
  };
  // What is being compared is taken for equal while what it mentions is looked at: declarations may mention themselves.
  const compare = (one: Declaration, other: Declaration, assumed: Map<Declaration, Declaration>): boolean => {
    if (one === other || assumed.get(one) === other) {
      return true;
    }
    assumed.set(one, other);
    const { text, names } = read(one);
    const isSame = (name: string): boolean => meanTheSame(graph.resolve(one.file, name), graph.resolve(other.file, name), assumed);
    return text === read(other).text && names.every(isSame);
  };
  const meanTheSame = (one: Resolution, other: Resolution, assumed: Map<Declaration, Declaration>): boolean =>
    typeof one === 'object' && typeof other === 'object' ? compare(one, other, assumed) : one === other;
  return (one, other) => compare(one, other, new Map());
}

interface Reading {
  readonly text: string;
  /** What it mentions. */
  readonly names: readonly string[];
}
