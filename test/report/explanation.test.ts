import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { explainText } from '../../src/report/explain/explain-text.ts';
import { explain, type Explanation } from '../../src/report/explain/explanation.ts';
import { findSubjects, subjectName } from '../../src/report/explain/subject.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { createStyle } from '../../src/report/style.ts';
import { sampleReport, workingDirectory } from './sample-report.ts';

const index = indexCatalog(builtInCatalog('uipath') as Catalog);

function about(text: string, reports: readonly ApplicationReport[] = []): readonly Explanation[] {
  return findSubjects(text, [index]).map((subject) => explain(subject, reports));
}

function names(text: string): readonly string[] {
  return findSubjects(text, [index]).map((subject) => `${subject.kind} ${subjectName(subject)}`);
}

describe('what a text names', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Jobs.getAll', ['method Jobs.getAll']],
    ['JobService.getAll', ['method Jobs.getAll']],
    ['jobs.GETALL', ['method Jobs.getAll']],
    ['OR.Jobs.Read', ['scope OR.Jobs.Read']],
    ['Jobs.View', ['permission Jobs.View']],
    ['get /odata/Jobs', ['endpoint GET /odata/Jobs']],
    ['/orchestrator_/odata/Jobs(7)', ['endpoint GET /odata/Jobs({key})']],
    ['POST /acme/main/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs', ['endpoint POST /odata/Jobs/UiPath.Server.Configuration.OData.StartJobs']],
    ['GET https://api.example.com/odata/Jobs', []],
    ['GET', []],
    ['', []],
    ['__proto__', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('an explanation', () => {
  it('case 56: has both rows where sources of different dates differ, newest first', () => {
    const [explanation] = about('Buckets.getAll');
    expect(explanation?.rows.map(({ requires, since, until }) => ({ requires, since, until }))).toEqual([
      { requires: [['OR.Buckets', 'OR.Buckets.Read']], since: '2026-05-13', until: undefined },
      { requires: [['OR.Administration', 'OR.Administration.Read']], since: undefined, until: '2026-05-13' },
    ]);
  });

  it('names the scopes that grant a call, those that imply them among them', () => {
    expect(about('Jobs.getAll')[0]?.scopes).toEqual(['OR.Jobs', 'OR.Jobs.Read']);
  });

  it('of a scope says what is lost without it: nothing where another one that is declared covers the call', () => {
    const report = (...scopes: readonly string[]): ApplicationReport => {
      const [declared] = sampleReport.declared;
      const place = { file: '/app/src/a.ts', line: 1, column: 1, endLine: 1, endColumn: 2 };
      const needed = [{ anyOf: ['OR.Jobs', 'OR.Jobs.Read'], by: [{ place, call: 'Jobs.getAll' }] }];
      return { ...sampleReport, needed, declared: [{ kind: 'configuration', effective: true, place: declared?.place ?? place, scopes }] };
    };
    const lost = (scope: string, ...declared: readonly string[]): readonly string[] | undefined =>
      about(scope, [report(...declared)])[0]?.uses[0]?.lostWithout;
    expect(lost('OR.Jobs.Read', 'OR.Jobs.Read')).toEqual(['Jobs.getAll']);
    expect(lost('OR.Jobs.Read', 'OR.Jobs.Read', 'OR.Jobs')).toEqual([]);
    expect(lost('OR.Jobs.Read', 'OR.Assets')).toEqual([]);
  });

  it('of a scope says nothing of the applications of another provider', () => {
    expect(about('OR.Jobs', [{ ...sampleReport, provider: 'elsewhere' }])[0]?.uses).toEqual([]);
  });
});

const everyIndex = providers().flatMap((provider) => builtInCatalog(provider) ?? []).map(indexCatalog);

/** What a user reads who is in no application. */
function told(text: string): string {
  const explanations = findSubjects(text, everyIndex).map((subject) => explain(subject, [], everyIndex));
  return explanations.map((explanation) => explainText(explanation, { workingDirectory, style: createStyle(false) })).join('\n\n');
}

describe('what a provider says besides', () => {
  it('a profile: its scopes, the rules of selection, and what changes ask for', () => {
    expect(told('Agent Desktop')).toMatchInlineSnapshot(`
      "Agent Desktop Application (genesys-guide, profile, a combination of scopes)
        Scopes        conversations:readonly, conversations:call:control, users:readonly, presence:manage, recordings:view
        Source        OAuth Scopes and Permissions, a guide (2026-03-01), line 210
        Choose        read-only scopes first (line 111); one that writes only where a call needs it (line 116); one scope per action (line 120)
        Once added    users must consent again, with authorization code (line 272)
        Once removed  users need not consent again (line 302)"
    `);
  });

  it('a scope that is rejected as too permissive, and mistaken for other names', () => {
    expect(told('users:manage')).toMatchInlineSnapshot(`
      "users:manage (genesys-guide, scope, User Management)
        Accepted by   POST /api/v2/users
        Source        OAuth Scopes and Permissions, a guide (2026-03-01)
        Caution       rejected as too permissive for the example (line 144)
        Mistake       "users :manage" instead of "users:manage" (line 418)
        Mistake       "users:readonly" alone where "users:readonly users:manage" is needed (line 422)
        Mistake       "users-manage" instead of "users:manage" (line 426)
        Choose        read-only scopes first (line 111); one that writes only where a call needs it (line 116); one scope per action (line 120)
        Once added    users must consent again, with authorization code (line 272)
        Once removed  users need not consent again (line 302)
        Differs from  genesys, which does not know this scope"
    `);
  });

  it('case 47b: a name that is a mistake stands for what is meant', () => {
    expect(told('conversation:view')).toMatchInlineSnapshot(`
      "conversations:readonly (genesys-guide, scope, Conversation Management)
        Accepted by   GET /api/v2/conversations, GET /api/v2/conversations/{id}/notes, POST /api/v2/conversations and GET /api/v2/conversations/{id}
        Source        OAuth Scopes and Permissions, a guide (2026-03-01)
        Profile       Agent Desktop Application (line 210)
        Profile       Integration Service (Salesforce Sync) (line 231)
        Mistake       "conversation:view" instead of "conversations:readonly" (line 414)
        Choose        read-only scopes first (line 111); one that writes only where a call needs it (line 116); one scope per action (line 120)
        Once added    users must consent again, with authorization code (line 272)
        Once removed  users need not consent again (line 302)
        Differs from  genesys, where it is accepted by 178 calls, and implied by all and conversations"
    `);
  });

  it('a scope that has not the form of its source, and one that is named in passing', () => {
    expect(told('conversations:external:contact:add')).toContain('  Caution       does not have the form that its source states for scopes\n');
    expect(told('conversations:manage')).toContain('  Caution       named in passing, and in no list of scopes; never suggested\n');
  });

  it('an added scope of Talkdesk takes minutes', () => {
    expect(told('callback:write')).toMatchInlineSnapshot(`
      "callback:write (talkdesk, scope, Callback API)
        Accepted by  POST /calls/callback
        Source       Scopes that a public integration names, Talkdesk: API reference and Talkdesk: Scopes, an undated copy
        API          Callback API (callback:write): Talkdesk: Scopes, an undated copy, line 17
        Once added   takes minutes, until then a token request is refused with 401: Talkdesk: Scopes, an undated copy, line 3"
    `);
  });

  it('a call that is refused to a grant type', () => {
    expect(told('UsersApi.getUsersMe')).toMatchInlineSnapshot(`
      "UsersApi.getUsersMe (genesys, method of the SDK)
        Needs         user-basic-info: Genesys Cloud Platform API v2, definition (2026-07-26)
        Refused to    client credentials
        Granted by    all, user-basic-info
        Calls         GET /api/v2/users/me
        Differs from  genesys-guide, which asks for users:readonly

      GET /api/v2/users/me (genesys-guide, endpoint)
        Needs         users:readonly: OAuth Scopes and Permissions, a guide (2026-03-01), line 138
        Granted by    users:readonly
        Differs from  genesys, which asks for user-basic-info"
    `);
  });
});

describe('two accounts of one API', () => {
  it('both are shown of an endpoint, whatever its parameters are called, and in what they differ', () => {
    expect(told('GET /api/v2/users/{id}')).toMatchInlineSnapshot(`
      "GET /api/v2/users/{id} (genesys-guide, endpoint)
        Needs         users:readonly: OAuth Scopes and Permissions, a guide (2026-03-01), line 158
        Granted by    users:readonly
        Differs from  genesys, which asks for users or users:readonly

      GET /api/v2/users/{userId} (genesys, endpoint)
        Needs         users or users:readonly: Genesys Cloud Platform API v2, definition (2026-07-26)
        Granted by    all, users, users:readonly
        Called by     UsersApi.getUser
        Differs from  genesys-guide, which asks for users:readonly"
    `);
  });

  it('case 56: both requirements of an account that contradicts itself', () => {
    expect(told('POST /api/v2/conversations')).toMatchInlineSnapshot(`
      "POST /api/v2/conversations (genesys-guide, endpoint)
        Needs       conversations:readonly: OAuth Scopes and Permissions, a guide (2026-03-01), line 460
        Or, as of   conversations:manage: OAuth Scopes and Permissions, a guide (2026-03-01), line 328
        Granted by  conversations:readonly"
    `);
  });

  it('both are shown of a scope', () => {
    expect(told('users:readonly')).toMatchInlineSnapshot(`
      "users:readonly (genesys-guide, scope, User Management)
        Accepted by   GET /api/v2/users/{id}, GET /api/v2/users/me and GET /api/v2/users
        Source        OAuth Scopes and Permissions, a guide (2026-03-01)
        Profile       Agent Desktop Application (line 210)
        Profile       Admin Dashboard (line 217)
        Profile       WFM Application (line 224)
        Profile       Integration Service (Salesforce Sync) (line 231)
        Profile       API Automation (Least Privilege) (line 246)
        Mistake       "users:readonly" alone where "users:readonly users:manage" is needed (line 422)
        Choose        read-only scopes first (line 111); one that writes only where a call needs it (line 116); one scope per action (line 120)
        Once added    users must consent again, with authorization code (line 272)
        Once removed  users need not consent again (line 302)
        Differs from  genesys, where it is accepted by 96 calls, and implied by all and users

      users:readonly (genesys, scope, users)
        Implied by    all, users
        Accepted by   AgentUIApi.getUsersAgentuiAgentsAutoanswerAgentIdSettings, SettingsApi.getUsersAgentuiAgentsAutoanswerAgentIdSettings, GroupsApi.getFieldconfig and 93 more
        Source        Genesys Cloud Platform API v2, definition (2026-07-26)
        Differs from  genesys-guide, where it is accepted by 3 calls, and implied by no scope"
    `);
  });

  it('an application that one of them judges uses its endpoint through the SDK as well', () => {
    const place = { file: '/app/src/a.ts', line: 1, column: 1, endLine: 1, endColumn: 2 };
    const needed = [{ anyOf: ['users:readonly'], by: [{ place, call: 'UsersApi.getUser' }] }];
    const report = { ...sampleReport, provider: 'genesys-guide', needed };
    const explanations = findSubjects('UsersApi.getUser', everyIndex).map((subject) => explain(subject, [report], everyIndex));
    expect(explanations.map(({ provider, uses }) => [provider, uses.map(({ calls }) => calls.map(({ call }) => call))])).toEqual([
      ['genesys', []],
      ['genesys-guide', [['UsersApi.getUser']]],
    ]);
  });

  it('is plain data', () => {
    const explanations = findSubjects('users:readonly', everyIndex).map((subject) => explain(subject, [], everyIndex));
    expect(JSON.parse(JSON.stringify(explanations))).toEqual(explanations);
  });

  it('a provider of another API differs in nothing', () => {
    const differences = (text: string): readonly unknown[] => findSubjects(text, everyIndex).map((subject) => explain(subject, [], everyIndex).differences);
    expect(differences('OR.Jobs')).toEqual([[]]);
    expect(differences('users:read')).toEqual([[]]);
    // Two that are of one API do.
    expect(differences('users:readonly')).not.toContainEqual([]);
  });
});
