// The compiler leaves JSON and what a page carries where they are: they are read at run time from beside the module that loads them.
import { cpSync } from 'node:fs';

for (const path of ['src/catalogs/data', 'src/report/html/page.css', 'src/report/html/page-script.js']) {
  cpSync(new URL(`../${path}`, import.meta.url), new URL(`../dist/${path}`, import.meta.url), { recursive: true });
}
