import { isDay, monthsAfter, today } from '../src/catalogs/calendar.ts';
import type { IsoDate } from '../src/catalogs/catalog.ts';
import type { Place } from '../src/grants/declaration.ts';
import type { ManifestScope } from '../src/grants/manifest-application.ts';
import { coordinatesOf } from './utils/coordinates.ts';
import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineManifestVisitor } from './utils/define-manifest-visitor.ts';

type Options = readonly [{ readonly today?: string; readonly everyMonths?: number }?];

export default createRule<Options, 'overdue' | 'never'>({
  name: 'no-overdue-review',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow scopes in oauth-scopes.json whose review is overdue',
      recommended: 'warn',
    },
    languages: anyLanguage,
    schema: [
      {
        description: 'When a review is overdue.',
        type: 'object',
        properties: {
          today: {
            description: 'The day that counts as today (YYYY-MM-DD), in place of the real one.',
            type: 'string',
            pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
          },
          everyMonths: {
            description: 'A review is due this many months after the last one, where no date of the next one is given.',
            type: 'integer',
            minimum: 1,
            maximum: 120,
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      overdue: 'The review of {{subject}} was due by {{due}}. Look through it, then change "updated" and "nextReview".',
      never: 'Nothing says when {{subject}} was reviewed, which is to be done every {{months}} months. Add "updated" or "nextReview".',
    },
    defaultOptions: [{}],
  },
  create(context) {
    const [{ today: named, everyMonths } = {}] = context.options;
    if (named !== undefined && !isDay(named)) {
      throw new Error(`oauth-scopes/no-overdue-review: "today" is "${named}", which is no day of the calendar`);
    }
    const now = named ?? today();
    const report = (place: Place, messageId: 'overdue' | 'never', data: Readonly<Record<string, string>>): void =>
      context.report({ loc: coordinatesOf(context.sourceCode).location(place), messageId, data });
    return defineManifestVisitor(context, ({ manifest }) => {
      for (const application of manifest?.applications ?? []) {
        const scopes = [...application.scopes, ...application.environments.flatMap((environment) => environment.scopes ?? [])];
        for (const dated of [application, ...scopes]) {
          const due = dueDate(dated, everyMonths);
          if (due !== undefined && due.day < now) {
            report(due.place, 'overdue', { subject: 'scope' in dated ? dated.scope : dated.name, due: due.day });
          }
        }
        if (everyMonths !== undefined && isUndated(application)) {
          scopes.filter(isUndated).forEach(({ scope, place }) => report(place, 'never', { subject: scope, months: String(everyMonths) }));
        }
      }
    });
  },
});

type Dated = Pick<ManifestScope, 'updated' | 'nextReview'>;

function dueDate({ updated, nextReview }: Dated, everyMonths: number | undefined): { readonly day: IsoDate; readonly place: Place } | undefined {
  if (nextReview !== undefined) {
    return { day: nextReview.lastDay, place: nextReview.place };
  }
  return updated === undefined || everyMonths === undefined
    ? undefined
    : { day: monthsAfter(updated.lastDay, everyMonths), place: updated.place };
}

function isUndated({ updated, nextReview }: Dated): boolean {
  return updated === undefined && nextReview === undefined;
}
