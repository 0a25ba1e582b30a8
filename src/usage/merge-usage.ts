import { comparePlaces } from '../grants/compare-places.ts';
import type { Place } from '../grants/declaration.ts';
import type { UsageFacts } from './facts.ts';

/**
 * What several programs of one application show together, by place, whatever their order. A file that is part of more than one of them
 * counts once.
 * @param parts of one provider; at least one
 */
export function mergeUsage(parts: readonly UsageFacts[]): UsageFacts {
  const [first, ...others] = parts;
  if (first === undefined) {
    throw new RangeError('no usage to merge');
  }
  return others.length === 0
    ? first
    : {
        provider: first.provider,
        uses: distinct(parts.flatMap(({ uses }) => uses)),
        unmapped: distinct(parts.flatMap(({ unmapped }) => unmapped)),
        clients: distinct(parts.flatMap(({ clients }) => clients)),
        escapes: distinct(parts.flatMap(({ escapes }) => escapes)),
        claimed: distinct(parts.flatMap(({ claimed = [] }) => claimed)),
        importsSdk: parts.some(({ importsSdk }) => importsSdk),
      };
}

function distinct<Fact extends { readonly place: Place }>(facts: readonly Fact[]): readonly Fact[] {
  const byText = [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).entries()];
  return byText.sort(([one, { place: left }], [other, { place: right }]) => comparePlaces(left, right) || (one < other ? -1 : 1)).map(([, fact]) => fact);
}
