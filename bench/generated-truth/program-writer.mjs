/**
 * The files of a program while it is written: lines go to the end of the current module, inside of whatever has been opened there.
 */
export function createWriter() {
  const modules = new Map();
  let current = '';
  let names = 0;
  const moduleOf = (path) => {
    const known = modules.get(path);
    if (known !== undefined) return known;
    const made = { imports: new Map(), lines: [], closers: [], hasMarkup: false };
    modules.set(path, made);
    return made;
  };
  const writer = {
    name: (stem) => `${stem}${(names += 1)}`,
    /** Module that is written now, without extension. */
    get module() {
      return current;
    },
    /** Something is open around what is written now: no exports, no namespaces. */
    get isInside() {
      return moduleOf(current).closers.length > 0;
    },
    /** Goes to another module, which is made if there is none; what stays open in the last one is closed. */
    start(path) {
      writer.close();
      current = path;
      moduleOf(path);
    },
    line: (text) => moduleOf(current).lines.push(text),
    /** A line that opens something, and what closes it. */
    open(text, closer) {
      moduleOf(current).lines.push(text);
      moduleOf(current).closers.push(closer);
    },
    /** The current module has elements of React in it. */
    markup() {
      moduleOf(current).hasMarkup = true;
    },
    close() {
      const module = modules.get(current);
      while (module?.closers.length > 0) module.lines.push(module.closers.pop());
    },
    /** Imports a name from a module of the SDK, or `./other`. */
    use(module, name) {
      const { imports } = moduleOf(current);
      imports.set(`import { ${name} } from '${module}';`, true);
      return name;
    },
    importing: (text) => moduleOf(current).imports.set(text, true),
    /** @returns {Record<string, string>} path → text */
    files() {
      writer.close();
      return Object.fromEntries([...modules].map(([path, { imports, lines, hasMarkup }]) => [
        /\.\w+$/.test(path) && !path.endsWith('.test') ? path : `${path}.${hasMarkup ? 'tsx' : 'ts'}`,
        [...imports.keys(), ...lines, 'export {};', ''].join('\n'),
      ]));
    },
  };
  return writer;
}

/** The module of the SDK that has a class. */
export function sdkModule(name) {
  return `@uipath/uipath-typescript/${name}`;
}
