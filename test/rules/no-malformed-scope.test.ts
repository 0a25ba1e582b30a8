import rule from '../../rules/no-malformed-scope.ts';
import { testRule } from './support/test-rule.ts';

const importSdk = "import { UiPath } from '@uipath/uipath-typescript';\n";

/** A client with this scope option. */
const client = (option: string): string => `${importSdk}new UiPath({ clientId: 'x', scope: ${option} });`;

testRule(rule, {
  valid: [
    client("'OR.Jobs OR.Tasks'"),
    { name: 'case 60: a scope option of nobody in particular', code: "new Client({ scope: 'a,b' }); const scope = ' x ';" },
  ],
  invalid: [
    {
      name: 'case 47: a comma is replaced by a space',
      code: client("'OR.Jobs,OR.Tasks'"),
      output: client("'OR.Jobs OR.Tasks'"),
      errors: [{ messageId: 'comma', line: 2, column: 29 + 14 }],
    },
  ],
});
