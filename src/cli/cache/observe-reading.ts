import { dirname, join } from 'node:path';
import type { FileSystem } from '../../grants/file-system.ts';
import type { TypeScript } from '../../usage/typescript.ts';
import type { InputRecorder } from './input-record.ts';

/**
 * Notes what the compiler reads, lists and looks for, and which compiler it is, until the process ends. It reads through `ts.sys` in all of
 * its parts, programs, configurations and module resolution, and not all of them can be given another one; the object belongs to this
 * process alone.
 */
export function observeCompiler({ sys }: TypeScript, recorder: InputRecorder): void {
  recorder.read(join(dirname(sys.getExecutingFilePath()), '..', 'package.json'));
  const compiler = { ...sys };
  sys.readFile = (path, ...rest) => {
    const text = compiler.readFile(path, ...rest);
    (text === undefined ? recorder.ask : recorder.read)(path);
    return text;
  };
  sys.fileExists = (path) => {
    recorder.ask(path);
    return compiler.fileExists(path);
  };
  sys.directoryExists = (path) => {
    recorder.ask(path);
    return compiler.directoryExists(path);
  };
  sys.getDirectories = (path) => {
    recorder.list(path);
    return compiler.getDirectories(path);
  };
  sys.readDirectory = (path, ...rest) => {
    recorder.search(path);
    return compiler.readDirectory(path, ...rest);
  };
}

/** The same file system, noting what is read of it. */
export function observeFileSystem(fileSystem: FileSystem, recorder: InputRecorder): FileSystem {
  return {
    readFile(path, ...rest) {
      const text = fileSystem.readFile(path, ...rest);
      (text === undefined ? recorder.ask : recorder.read)(path);
      return text;
    },
    exists(path) {
      recorder.ask(path);
      return fileSystem.exists(path);
    },
    realpath(path) {
      recorder.ask(path);
      return fileSystem.realpath(path);
    },
    list(directory) {
      recorder.list(directory);
      return fileSystem.list(directory);
    },
  };
}
