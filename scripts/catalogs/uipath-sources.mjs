/** Where the facts of the UiPath catalog came from, by the key that a row carries. */
export const sources = {
  seed: {
    title: 'OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy',
    locator: 'https://uipath.github.io/uipath-typescript/oauth-scopes/',
  },
  'seed-forum': {
    title: 'UiPath forum: External Apps oAuth Scope for Orchestrator Cloud API',
    locator: 'https://forum.uipath.com/',
  },
  'sdk-docs-2026-04-07': sdkDocs('884986538ae9a168fc98a4c74d4b4491b5732e66', '2026-04-07'),
  'sdk-docs-1.3.8': sdkDocs('57868390d274fb056bbd56c6f4b606a76768e7b4', '2026-05-12'),
  'sdk-docs': sdkDocs('b3521dc92a606a921c2e768f272b854ed127e9e9', '2026-08-19'),
  'sdk-docs-other': {
    title: 'UiPath TypeScript SDK, other pages of its documentation',
    locator: 'UiPath/uipath-typescript docs @ b3521dc92a606a921c2e768f272b854ed127e9e9',
    date: '2026-08-20',
  },
  'sdk-docs-example': {
    title: 'UiPath TypeScript SDK, getting started',
    locator: 'UiPath/uipath-typescript docs/getting-started.md',
    date: '2026-08-20',
  },
  'sdk-tests': {
    title: 'UiPath TypeScript SDK, comments of its integration tests',
    locator: 'UiPath/uipath-typescript tests/integration/shared/data-fabric @ b3521dc92a606a921c2e768f272b854ed127e9e9',
    date: '2026-08-20',
  },
  'sdk-1.3.8': {
    title: 'UiPath TypeScript SDK 1.3.8, declarations and code',
    locator: '@uipath/uipath-typescript@1.3.8',
    date: '2026-05-12',
  },
  'rfc-6749': {
    title: 'RFC 6749, The OAuth 2.0 Authorization Framework',
    locator: 'https://www.rfc-editor.org/rfc/rfc6749',
    date: '2012-10-01',
  },
  'orchestrator-openapi': {
    title: 'UiPath.WebApi 20.0, 18.0 and 16.0',
    locator: 'UiPath/uipathcli definitions/orchestrator.yaml @ 310b3050433d20bd6cad48e96a2d74a1cc8c074d',
    date: '2025-09-03',
  },
  'orchestrator-openapi-18.0': {
    title: 'UiPath.WebApi 18.0',
    locator: 'TaruDesigns/UIPathAPI docs/*Api.md @ 321eb3bfcad5aeed1917e0ac71df6b62060c31c8',
    date: '2024-04-26',
  },
  'orchestrator-openapi-16.0': {
    title: 'UiPath.WebApi 16.0',
    locator: 'gemvn90/n8n-nodes-uipath-orchestrator swagger.json @ 69819507c055ff2cf47a8a003786d22d534e0dd4',
    date: '2025-11-24',
  },
  'orchestrator-openapi-security': {
    title: 'UiPath.WebApi 16.0, security definitions',
    locator: 'gemvn90/n8n-nodes-uipath-orchestrator swagger.json',
    date: '2025-11-24',
  },
  'identity-openapi': {
    title: 'UiPath Identity API',
    locator: 'UiPath/uipathcli definitions/identity.yaml @ 310b3050433d20bd6cad48e96a2d74a1cc8c074d',
    date: '2025-09-03',
  },
  'du-openapi': {
    title: 'UiPath Document Understanding API',
    locator: 'UiPath/uipathcli definitions/du.framework.yaml @ 310b3050433d20bd6cad48e96a2d74a1cc8c074d',
    date: '2025-09-03',
  },
  'uipathorch-help': {
    title: 'UiPathOrch help',
    locator: 'UiPath-Services/UiPathOrch docs/help/en-US',
    date: '2026-07-17',
  },
  'uipathorch-tests': {
    title: 'UiPathOrch scope tests',
    locator: 'UiPath-Services/UiPathOrch TestData/ShortenScopeTestCases.csv',
    date: '2026-07-17',
  },
  'pm-docs': {
    title: 'UiPath: Platform Management scopes and permissions',
    locator: 'https://docs.uipath.com/test-cloud/automation-cloud/latest/api-guide/platform-management-scopes-and-permissions',
    date: '2026-05-11',
  },
  'tm-docs': {
    title: 'UiPath: Test Manager permissions',
    locator: 'https://docs.uipath.com/test-manager/automation-suite/2023.10/user-guide/test-manager-permissions',
    date: '2025-12-05',
  },
  'data-service-docs': {
    title: 'UiPath: Data Service, API access',
    locator: 'https://docs.uipath.com/data-service/automation-suite/2.2510/user-guide/api-access',
    date: '2026-01-29',
  },
  'external-apps-docs': {
    title: 'UiPath: accessing resources using external applications',
    locator:
      'https://docs.uipath.com/automation-cloud/automation-cloud/latest/api-guide/accessing-uipath-resources-using-external-applications',
  },
  skills: {
    title: 'UiPath skills for coded apps, OAuth scopes',
    locator: 'UiPath/skills skills/uipath-coded-apps/references/oauth-scopes.md @ b1206c8b6f9a15589d1d9c30116c4d006e4e9fc2',
    date: '2026-08-22',
  },
  'uipath-python-cli': {
    title: 'UiPath Python CLI, its own client',
    locator: 'UiPath/uipath-python packages/uipath/src/uipath/_cli/_auth/auth_config_cloud.json @ c8ca9d716735731f9dad394b87dce83c344b5428',
  },
  applications: {
    title: 'Scope strings of public applications',
    locator: 'Raina451/process-monitor-new-nucleus .env @ 0c3111c73b7d6975019a8af0823a0344423c107b',
  },
};

/** The two documents of the user are numbered in the facts that this catalog is built from. */
export function sourceKey(key) {
  return { 'seed-000': 'seed', 'seed-001': 'seed-forum' }[key] ?? key;
}

function sdkDocs(commit, date) {
  const title = 'OAuth Scopes Reference of the UiPath TypeScript SDK';
  return { title, locator: `UiPath/uipath-typescript docs/oauth-scopes.md @ ${commit}`, date };
}
