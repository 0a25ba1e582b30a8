import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readDeclaredMembers } from '../../src/catalogs/declared-members.ts';

const members = (text: string): string[] => readDeclaredMembers(ts, text, 'sdk').map(({ container, member }) => `${container}.${member}`);

describe('readDeclaredMembers', () => {
  it('lists the public methods of exported classes, overloads once', () => {
    expect(
      members(`
        declare class Jobs {
          #secret; readonly title: string; get size(): number; static make(): Jobs; constructor(x: Hidden);
          list(): void; list(page: number): void; callback: (x: number) => void;
          protected request(): void; private own(): void; toString(): string; [Symbol.iterator](): void;
        }
        declare class Hidden { never(): void }
        export { Jobs as Work };
      `),
    ).toEqual(['Jobs.list', 'Jobs.callback']);
  });

  it('follows what members return, hold or hand to a handler, whether or not it is exported', () => {
    expect(
      members(`
        interface Methods { stop(): void }
        interface Raw { id: string }
        type Response = Raw & Methods;
        interface Page<T> { items: T[] }
        declare class Part { open(): void }
        type Handler = (stream: Stream) => void;
        interface Stream { send(): void }
        interface Lonely { alone(): void }
        export declare class Jobs { readonly part: Part; get(): Promise<Page<Response>>; on(handler: Handler): void }
      `),
    ).toEqual(['Methods.stop', 'Part.open', 'Stream.send', 'Jobs.get', 'Jobs.on']);
  });

  it('lists inherited methods under the class that declares them, and no error classes', () => {
    expect(
      members(`
        declare class Base { shared(): void }
        export declare class Jobs extends Base { list(): void }
        declare class SdkError extends Error { explain(): string }
        export declare class NotFound extends SdkError { hint(): string }
      `),
    ).toEqual(['Base.shared', 'Jobs.list']);
  });

  it('does not lose its way in declarations that refer to themselves', () => {
    expect(members('export declare class A extends B { next(): A } export declare class B extends A { last(): B }')).toEqual(['A.next', 'B.last']);
    expect(members('export declare class A extends A { next(): A; again: Again } type Again = Again | A;')).toEqual(['A.next']);
  });
});
