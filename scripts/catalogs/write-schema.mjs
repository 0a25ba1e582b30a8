// Writes the JSON Schema of catalogs, for editors and for other programs. Needs the build.
//   npm run build && node scripts/catalogs/write-schema.mjs
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { catalogSchema } from '../../dist/src/catalogs/schema.js';

// That an expression compiles cannot be said in JSON Schema; `parseCatalog` checks it.
const schema = toJsonSchema(catalogSchema(), { ignoreActions: ['check'] });
writeFileSync(new URL('../../schemas/catalog.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
