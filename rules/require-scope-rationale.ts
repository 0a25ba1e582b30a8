import type { ManifestApplication, ManifestScope } from '../src/grants/manifest-application.ts';
import { coordinatesOf } from './utils/coordinates.ts';
import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineManifestVisitor } from './utils/define-manifest-visitor.ts';

const FIELDS = ['usedFor', 'rationale'] as const;

type Options = readonly [{ readonly fields?: readonly (typeof FIELDS)[number][] }?];

export default createRule<Options, 'none' | 'lacking'>({
  name: 'require-scope-rationale',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'require oauth-scopes.json to say why each scope is held',
    },
    languages: anyLanguage,
    schema: [
      {
        description: 'What must be said.',
        type: 'object',
        properties: {
          fields: {
            description: 'All of these must be there. Without it, one of them is enough.',
            type: 'array',
            items: { type: 'string', enum: [...FIELDS] },
            minItems: 1,
            uniqueItems: true,
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      none: 'Nothing says why {{application}} holds {{scope}}. Say it in "usedFor" or "rationale".',
      lacking: '{{scope}} of {{application}} lacks {{fields}}.',
    },
    defaultOptions: [{}],
  },
  create(context) {
    const [{ fields } = {}] = context.options;
    const report = (application: string, { scope, place, ...entry }: ManifestScope): void => {
      const lacking = (fields ?? FIELDS).filter((field) => entry[field] === undefined);
      const loc = coordinatesOf(context.sourceCode).location(place);
      if (fields !== undefined && lacking.length > 0) {
        const data = { application, scope, fields: lacking.map((field) => JSON.stringify(field)).join(' and ') };
        context.report({ loc, messageId: 'lacking', data });
      } else if (fields === undefined && lacking.length === FIELDS.length) {
        context.report({ loc, messageId: 'none', data: { application, scope } });
      }
    };
    return defineManifestVisitor(context, ({ manifest }) => {
      for (const application of manifest?.applications ?? []) {
        scopesOf(application).forEach((scope) => report(application.name, scope));
      }
    });
  },
});

/** Those of its environments, too. */
function scopesOf({ scopes, environments }: ManifestApplication): readonly ManifestScope[] {
  return [...scopes, ...environments.flatMap((environment) => environment.scopes ?? [])];
}
