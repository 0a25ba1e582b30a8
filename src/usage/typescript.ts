import type ts from 'typescript';

/** The compiler of the application, handed in by whoever made the program: nothing here loads one of its own. */
export type TypeScript = typeof ts;
