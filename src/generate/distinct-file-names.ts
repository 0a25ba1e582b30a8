/**
 * A file name for each key: what `nameOf` says, marked where another one has it already. Names that differ in nothing but upper and lower
 * case count as one: not every file system tells them apart.
 */
export function distinctFileNames(keys: readonly string[], nameOf: (key: string) => string = (key) => key): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const files = new Map<string, string>();
  for (const key of keys) {
    let file = nameOf(key);
    while (taken.has(file.toLowerCase())) {
      file = `${file}_`;
    }
    taken.add(file.toLowerCase());
    files.set(key, file);
  }
  return files;
}
