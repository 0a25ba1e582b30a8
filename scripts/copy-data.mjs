// The compiler leaves JSON where it is: the catalogs are read at run time from beside the module that loads them.
import { cpSync } from 'node:fs';

for (const folder of ['src/catalogs/data']) {
  cpSync(new URL(`../${folder}`, import.meta.url), new URL(`../dist/${folder}`, import.meta.url), { recursive: true });
}
