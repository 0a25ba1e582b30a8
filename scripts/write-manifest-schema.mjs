// Writes the JSON Schema of oauth-scopes.json, with which editors complete and explain it. Needs the build.
//   npm run build && node scripts/write-manifest-schema.mjs
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { manifestSchema } from '../dist/src/grants/manifest-schema.js';

// That a date is one of the calendar cannot be said in JSON Schema; reading a manifest checks it.
const schema = toJsonSchema(manifestSchema(), { ignoreActions: ['check'] });
writeFileSync(new URL('../schemas/manifest.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
