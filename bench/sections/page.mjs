import { runScript } from '../run-tools.mjs';

export const title = 'The page of `oauth-scopes report` with 5,000 findings, in headless Chromium';

export const method = (runs) => `medians of ${runs} runs`;

export function measure({ runs }) {
  return `\`\`\`text\n${runScript('measure-report.mjs', ['--runs', String(runs)])}\n\`\`\``;
}
