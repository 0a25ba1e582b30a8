import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../support/sources.ts';
import { projectDirectory } from '../support/workspace.ts';

const page = readFileSync(join(projectDirectory, 'docs/architecture.md'), 'utf8');

/** `scopes["src/scopes<br/>…"]` of the picture: the folder by its name there. */
const folders = new Map(Array.from(page.matchAll(/^ {2}(\w+)\["([\w/]+?)\/?<br\/>/gm), ([, name = '', folder = '']) => [name, folder] as const));

const arrows = Array.from(page.matchAll(/^ {2}(\w+) --> (\w+)$/gm), ([, from = '', to = '']) => `${folders.get(from)} → ${folders.get(to)}`);

const imports = readImports();

describe('the picture in docs/architecture.md', () => {
  it('has every part, and no other', () => {
    const parts = new Set(sources().map(partOf));
    expect([...folders.values()].filter((folder) => folder !== 'types').sort()).toEqual([...parts].sort());
  });

  it('draws an arrow only where something is imported', () => {
    expect(arrows.filter((arrow) => !imports.has(arrow))).toEqual([]);
  });

  it('leads from each part to everything that it imports', () => {
    expect([...imports].filter((edge) => !leads(...(edge.split(' → ') as [string, string])))).toEqual([]);
  });
});

function leads(from: string, to: string): boolean {
  return arrows.filter((arrow) => arrow.startsWith(`${from} → `)).some((arrow) => {
    const [, next = ''] = arrow.split(' → ');
    return next === to || leads(next, to);
  });
}

function sources(): readonly string[] {
  return sourceFiles().filter((file) => file.endsWith('.ts')).map((file) => join(projectDirectory, file));
}

/** `src/cli → src/report` for each pair of which a file of the one imports a file of the other. */
function readImports(): ReadonlySet<string> {
  const edges = sources().flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+\.ts)'/g), ([, specifier = '']) => [
      partOf(file),
      partOf(resolve(dirname(file), specifier)),
    ]),
  );
  return new Set(edges.filter(([from, to]) => from !== to).map(([from, to]) => `${from} → ${to}`));
}

function partOf(file: string): string {
  const [first = '', second = ''] = relative(projectDirectory, file).replaceAll('\\', '/').split('/');
  return first === 'src' ? `${first}/${second}` : first;
}
