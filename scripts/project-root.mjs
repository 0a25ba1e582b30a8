import { fileURLToPath } from 'node:url';

/** Directory of this project, with a slash at its end. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
