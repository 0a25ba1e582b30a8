import { relative } from 'node:path';
import type { Place } from '../src/grants/declaration.ts';
import { forwardSlashes } from '../src/grants/file-system.ts';
import { placeInText } from '../src/grants/located-text.ts';
import type { RestrictedScope } from '../src/grants/restricted-scope.ts';
import { describeRestriction } from '../src/verdict/judge-restrictions.ts';
import { atTheClient } from '../src/verdict/messages.ts';
import { coordinatesOf } from './utils/coordinates.ts';
import { anyLanguage, createRule } from './utils/create-rule.ts';
import { createPolicyLookup } from './utils/scope-policy.ts';
import { scopeStringsOf } from './utils/scope-strings.ts';

type Options = readonly (string | RestrictedScope)[];

export default createRule<Options, 'restricted'>({
  name: 'no-restricted-scope',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow scopes that a policy forbids, or allows only with a reason',
      recommended: 'error',
    },
    languages: anyLanguage,
    schema: {
      description: 'The restricted scopes, besides those of oauth-scopes.json.',
      type: 'array',
      items: {
        anyOf: [
          { description: 'A scope that is forbidden.', type: 'string' },
          {
            description: 'A scope, why it is restricted, and whether a reason in oauth-scopes.json allows it.',
            type: 'object',
            properties: {
              scope: { description: 'The restricted scope.', type: 'string' },
              reason: { description: 'Why it is restricted; becomes part of the message.', type: 'string' },
              allowWithReason: { description: 'Allow it where oauth-scopes.json says what it is used for.', type: 'boolean' },
            },
            required: ['scope'],
            additionalProperties: false,
          },
        ],
      },
      uniqueItems: true,
    },
    messages: { restricted: '{{message}}' },
    defaultOptions: [],
  },
  create(context) {
    const own = context.options.map((option) => (typeof option === 'string' ? { scope: option } : option));
    const report = (place: Place, message: string): void => {
      context.report({ loc: coordinatesOf(context.sourceCode).location(place), messageId: 'restricted', data: { message } });
    };
    const visit = (): void => {
      // One const may be part of several strings.
      const reported = new Set<string>();
      const policyOf = createPolicyLookup(context);
      for (const string of scopeStringsOf(context)) {
        const { restricted, reasons } = policyOf(string);
        for (const { text: scope, start, end } of string.tokens) {
          const message = describeRestriction(scope, { restricted: [...own, ...restricted], reasons }, string.index.vocabulary);
          const place = placeInText(string, start, end, string.place);
          const isNew = !reported.has(JSON.stringify(place));
          reported.add(JSON.stringify(place));
          if (message !== null && isNew && string.client !== null) {
            report(string.client, atTheClient(message, forwardSlashes(relative(context.cwd, place.file)), place.line));
          } else if (message !== null && isNew && place.file === forwardSlashes(context.filename)) {
            report(place, message);
          }
        }
      }
    };
    return { Program: visit, Document: visit };
  },
});
