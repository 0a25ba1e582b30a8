import { isRecord } from '../../../scopes/is-record.ts';
import { HTTP_VERBS, type HttpVerb } from '../../http-verb.ts';
import { type LocatedDocument, own, textOf } from '../documents/located-document.ts';
import { ImportError } from '../import-error.ts';
import { type Located, resolveReference } from './resolve-reference.ts';

/** An operation with what stands above it, as far as it says nothing itself. */
export interface Operation {
  readonly verb: HttpVerb;
  readonly path: string;
  readonly line: number;
  readonly security: unknown;
  /** It stands at the operation itself, not above it. */
  readonly hasOwnSecurity: boolean;
  readonly servers: unknown;
  readonly description: string | undefined;
  readonly operationId: string | undefined;
  readonly tag: string | undefined;
}

/**
 * Every operation of `paths`, in the order of the file.
 * @throws ImportError where there are none, more than 50,000, or a path refers to nothing that is in the file
 */
export function readOperations(document: LocatedDocument): readonly Operation[] {
  const root = document.value;
  const paths = own(root, 'paths');
  const names = isRecord(paths) ? Object.keys(paths).filter((name) => name.startsWith('/')) : [];
  const operations = names.flatMap((path) => operationsOf(document, path, { value: own(paths, path), path: ['paths', path] }));
  if (operations.length > MOST_OPERATIONS) {
    throw new ImportError({ line: document.lineOf(['paths']), message: `has more than ${MOST_OPERATIONS} operations` });
  }
  if (operations.length === 0) {
    throw new ImportError({ line: document.lineOf(['paths']), message: 'has no operation: "paths" is missing or empty' });
  }
  return operations;
}

const MOST_OPERATIONS = 50_000;

function operationsOf(document: LocatedDocument, path: string, start: Located): Operation[] {
  const referred = resolveReference(document, start);
  // What stands beside a reference goes before what it refers to (OpenAPI 3.1).
  const items = referred === start ? [start] : [start, referred];
  const inherited = (key: string): unknown => items.map(({ value }) => own(value, key)).find((value) => value !== undefined);
  return HTTP_VERBS.flatMap((verb) => {
    const key = verb.toLowerCase();
    const item = items.find(({ value }) => isRecord(own(value, key)));
    if (item === undefined) {
      return [];
    }
    const operation = own(item.value, key);
    const { value: root } = document;
    const ownTag = own(operation, 'tags');
    return [
      {
        verb,
        path,
        line: document.lineOf([...item.path, key]),
        security: own(operation, 'security') ?? inherited('security') ?? own(root, 'security'),
        hasOwnSecurity: own(operation, 'security') !== undefined,
        servers: own(operation, 'servers') ?? inherited('servers') ?? own(root, 'servers'),
        description: textOf(own(operation, 'description')) ?? textOf(inherited('description')),
        operationId: textOf(own(operation, 'operationId')),
        tag: textOf(Array.isArray(ownTag) ? (ownTag[0] as unknown) : undefined),
      },
    ];
  });
}
