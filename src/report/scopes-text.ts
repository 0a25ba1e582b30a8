import type { CatalogScope } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { columns } from './columns.ts';
import type { Style } from './style.ts';

/** `scopes` for one provider: by category, each with what it implies and what there is to know before asking for it. */
export function scopesText(index: CatalogIndex, scopes: readonly CatalogScope[], style: Style): string {
  const { catalog } = index;
  const categories = [...new Set(scopes.map(({ category }) => category))];
  const sections = categories.map((category) => {
    const rows = scopes.filter((scope) => scope.category === category).map((scope) => [scope.name, style.faint(remark(scope))]);
    return [style.heading(category), ...columns(rows, '  ')].join('\n');
  });
  return [`${style.heading(catalog.title)} ${style.faint(`(${catalog.provider}, as of ${catalog.date})`)}`, ...sections].join('\n\n');
}

/** The scopes whose name or category holds all words of a search, whatever their case. */
export function searchScopes({ catalog }: CatalogIndex, search: string): readonly CatalogScope[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return catalog.scopes.filter(({ name, category }) => words.every((word) => `${name} ${category}`.toLowerCase().includes(word)));
}

function remark({ implies = [], replacedBy, roleWildcard, irregular, suspect, firstPartyOnly }: CatalogScope): string {
  return [
    ...(implies.length === 0 ? [] : [`implies ${implies.join(', ')}`]),
    ...(replacedBy === undefined ? [] : [`replaced by ${replacedBy}`]),
    ...(roleWildcard === true ? ['whatever the role of the application allows'] : []),
    ...(irregular === true ? ['not of the form that its source states'] : []),
    ...(suspect === true ? ['named by one source only'] : []),
    ...(firstPartyOnly === true ? ["seen only in the provider's own clients"] : []),
  ].join('; ');
}
