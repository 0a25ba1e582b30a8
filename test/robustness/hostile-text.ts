import fc from 'fast-check';

/** Names that every object has, and what a document may hold to reach them. */
export const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

/** Texts that are near to what a reader expects, and further and further away from it. */
export function hostileText(pieces: readonly string[]): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.constantFrom(...PROTOTYPE_NAMES, '', ' ', '\t', '\n', '\r\n', '\u2028', '\u0000', '\uFEFF', '\uD800', '"', "'", '`', '\\', '${', '}', '%00', '../') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 400 })).map(([piece, times]) => piece.repeat(times)) },
  );
  return fc.array(part, { maxLength: 24 }).map((parts) => parts.join(''));
}

type Edit =
  | { readonly kind: 'replace'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'rename'; readonly at: number; readonly name: string };

/** A valid document with a few of its parts replaced, removed or renamed, as a text; now and then with a text that is cut off. */
export function damagedJson(valid: object): fc.Arbitrary<string> {
  const strange = fc.oneof(
    fc.constantFrom<unknown>(null, true, -1, 1e308, '', ' ', [], {}, [[]], [null], ...PROTOTYPE_NAMES),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(JSON.parse('{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }') as unknown),
  );
  const at = fc.nat(10_000);
  const edit = fc.oneof<fc.Arbitrary<Edit>[]>(
    fc.record({ kind: fc.constant('replace' as const), at, value: strange }),
    fc.record({ kind: fc.constant('remove' as const), at }),
    fc.record({ kind: fc.constant('rename' as const), at, name: fc.constantFrom(...PROTOTYPE_NAMES, 'name', 'x') }),
  );
  return fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 8 })).map(([edits, cut]) => {
    const document = structuredClone(valid);
    edits.forEach((one) => apply(document, one));
    const text = JSON.stringify(document, null, 1);
    return cut === null ? text : text.slice(0, Math.floor(text.length * cut));
  });
}

function apply(document: object, edit: Edit): void {
  const places = [...placesIn(document)];
  const place = places[edit.at % Math.max(1, places.length)];
  if (place === undefined) {
    return;
  }
  const { holder, key } = place;
  const value = edit.kind === 'replace' ? structuredClone(edit.value) : holder[key];
  if (edit.kind !== 'replace') {
    Reflect.deleteProperty(holder, key);
  }
  if (edit.kind !== 'remove') {
    const name = edit.kind === 'rename' ? edit.name : key;
    Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  }
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function* placesIn(value: unknown): Generator<Place> {
  if (typeof value === 'object' && value !== null) {
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      yield { holder, key };
      yield* placesIn(holder[key]);
    }
  }
}
