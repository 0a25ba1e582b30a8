import { describe, expect, it } from 'vitest';
import { absolutePattern, fitsPattern, isFilePattern } from '../../src/grants/file-pattern.ts';

const matches = (pattern: string, ...files: string[]): string[] => files.filter((file) => fitsPattern(file, absolutePattern(pattern, '/app/desk')));

describe('a file, or files, by which a manifest names what they need', () => {
  it('is told from a package by how it begins', () => {
    expect(['./a.ts', '../a.ts', './*'].map(isFilePattern)).toEqual([true, true, true]);
    expect(['a', '@a/b', '.a', '..', '/a', 'src/a.ts', String.raw`.\a.ts`].map(isFilePattern)).not.toContain(true);
  });

  it('counts from the directory of the manifest', () => {
    expect(matches('./src/a.ts', '/app/desk/src/a.ts', '/app/src/a.ts', '/app/desk/src/b/a.ts', '/app/desk/src/a.tsx')).toEqual(['/app/desk/src/a.ts']);
    expect(matches('../shared/src/a.ts', '/app/shared/src/a.ts', '/shared/src/a.ts')).toEqual(['/app/shared/src/a.ts']);
    expect(matches('./src/../b.ts', '/app/desk/b.ts')).toEqual(['/app/desk/b.ts']);
    expect(fitsPattern('C:/app/src/a.ts', absolutePattern('./src/*', 'C:/app'))).toBe(true);
  });

  it('takes * for a part of one name, and ** for directories', () => {
    const files = ['/app/desk/a.ts', '/app/desk/src/a.ts', '/app/desk/src/b/c/a.ts', '/app/desk/src/b/a.test.ts', '/app/other/a.ts'];
    expect(matches('./*.ts', ...files)).toEqual([files[0]]);
    expect(matches('./**', ...files)).toEqual(files.slice(0, 4));
    expect(matches('./**/a.ts', ...files)).toEqual(files.slice(0, 3));
    expect(matches('./src/**/*.test.ts', ...files)).toEqual([files[3]]);
    expect(matches('./src/**/**/a.ts', ...files)).toEqual(files.slice(1, 3));
    expect(matches('./src/*/a.ts', ...files)).toEqual([]);
    expect(matches('./**/b/**/a*s', ...files)).toEqual([files[2], files[3]]);
  });

  it('takes everything else as it stands', () => {
    expect(matches('./app/[id]/(group)/page?.{ts}', '/app/desk/app/[id]/(group)/page?.{ts}', '/app/desk/app/i/group/page1.ts')).toHaveLength(1);
  });

  it('ends soon, whatever the pattern', () => {
    const file = `/app/desk/${'a'.repeat(2_000)}/${'b/'.repeat(1_000)}c`;
    expect(matches(`./${'*a'.repeat(1_000)}b/${'**/b/'.repeat(300)}d`, file)).toEqual([]);
  });
});
