/** Paths of the files that a published package would have, relative to the project. */
export function packedFiles(): readonly string[];
