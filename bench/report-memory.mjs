// node --import ./report-memory.mjs <program>: ends standard error with the largest resident size of the process, in kilobytes.
import { writeSync } from 'node:fs';

process.on('exit', () => writeSync(2, `\nmaximum resident size: ${process.resourceUsage().maxRSS}\n`));
