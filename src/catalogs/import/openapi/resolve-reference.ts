import { ImportError } from '../import-error.ts';
import { type LocatedDocument, own, textOf } from '../documents/located-document.ts';

/** A value, and the way to it from the top of the document. */
export interface Located {
  readonly value: unknown;
  readonly path: readonly string[];
}

/**
 * Follows `$ref` as long as there is one. Only references into the same file are followed.
 * @throws ImportError for a reference that leads back to itself, nowhere, or into another file
 */
export function resolveReference(document: LocatedDocument, start: Located): Located {
  const seen = new Set<string>();
  let at = start;
  for (let reference = textOf(own(at.value, '$ref')); reference !== undefined; reference = textOf(own(at.value, '$ref'))) {
    const line = document.lineOf(start.path);
    const shown = JSON.stringify(reference.slice(0, 120));
    if (seen.has(reference)) {
      throw new ImportError({ line, message: `refers in a circle: $ref ${shown}` });
    }
    seen.add(reference);
    if (!reference.startsWith('#')) {
      throw new ImportError({ line, message: `refers to another file, $ref ${shown}; bundle the definition into one file first` });
    }
    const path = pointerPath(reference.slice(1));
    const value = path.reduce<unknown>(child, document.value);
    if (value === undefined) {
      throw new ImportError({ line, message: `refers to nothing: $ref ${shown}` });
    }
    at = { value, path };
  }
  return at;
}

/** RFC 6901, in the fragment of an address. */
function pointerPath(pointer: string): string[] {
  return pointer.split('/').slice(1).map((segment) => decode(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function child(value: unknown, key: string): unknown {
  return Array.isArray(value) && /^(?:0|[1-9]\d*)$/.test(key) ? (value as unknown[])[Number(key)] : own(value, key);
}
