import { describe, expect, it } from 'vitest';
import { checkJson, minimalJson } from '../../src/report/json.ts';
import { sampleReport, workingDirectory } from './sample-report.ts';

describe('JSON', () => {
  it('is the object of the design for check', () => {
    expect(JSON.parse(checkJson([sampleReport], workingDirectory))).toMatchInlineSnapshot(`
      {
        "applications": [
          {
            "coverage": {
              "calls": 6,
              "resolved": 4,
              "unmapped": 1,
              "untyped": 1,
            },
            "declared": [
              {
                "effective": true,
                "file": "uipath.json",
                "kind": "uipath.json",
                "line": 3,
                "scopes": [
                  "OR.Assets",
                  "OR.Jobs.Read",
                  "offline_access",
                ],
              },
              {
                "effective": false,
                "file": ".env",
                "kind": ".env",
                "line": 2,
                "scopes": [
                  "OR.Assets",
                ],
              },
            ],
            "findings": [
              {
                "column": 9,
                "file": "src/tasks.ts",
                "kind": "missing",
                "line": 12,
                "message": "Tasks.create needs OR.Tasks or OR.Tasks.Write.",
                "rule": "no-missing-scope",
                "scope": "OR.Tasks.Write",
              },
              {
                "column": 14,
                "file": "uipath.json",
                "kind": "unused",
                "line": 3,
                "message": "No call needs OR.Assets. Remove it.",
                "rule": "no-unused-scope",
                "scope": "OR.Assets",
                "suggestion": "",
              },
            ],
            "minimal": [
              "OR.Jobs.Read",
              "OR.Tasks.Write",
              "offline_access",
            ],
            "name": "operations-desk",
            "needed": [
              {
                "anyOf": [
                  "OR.Jobs",
                  "OR.Jobs.Read",
                ],
                "by": [
                  {
                    "call": "Jobs.getAll",
                    "column": 12,
                    "file": "src/jobs.ts",
                    "line": 4,
                  },
                  {
                    "call": "Jobs.getAll",
                    "column": 12,
                    "file": "src/jobs.ts",
                    "line": 9,
                  },
                  {
                    "call": "Jobs.getById",
                    "column": 3,
                    "file": "src/panel.tsx",
                    "line": 21,
                  },
                ],
              },
              {
                "anyOf": [
                  "OR.Tasks",
                  "OR.Tasks.Write",
                ],
                "by": [
                  {
                    "call": "Tasks.create",
                    "column": 9,
                    "file": "src/tasks.ts",
                    "line": 12,
                  },
                ],
              },
            ],
            "provider": "uipath",
            "undecided": [
              {
                "file": "src/http.ts",
                "holdsBack": [
                  "OR.Folders",
                  "OR.Queues",
                ],
                "line": 33,
                "reason": "a request to the provider is made by other means",
              },
              {
                "file": "src/legacy.js",
                "holdsBack": [],
                "line": 2,
                "reason": "the receiver has no type",
              },
              {
                "file": "src/panel.tsx",
                "holdsBack": [
                  "OR.Queues",
                ],
                "kind": "unmapped",
                "line": 30,
                "reason": "the catalog does not say which scopes Jobs.archive needs",
                "rule": "no-unmapped-call",
              },
            ],
          },
        ],
        "version": 1,
      }
    `);
  });

  it('gives the scopes with their reasons for minimal', () => {
    expect(JSON.parse(minimalJson([sampleReport], workingDirectory))).toMatchInlineSnapshot(`
      {
        "applications": [
          {
            "complete": false,
            "name": "operations-desk",
            "newestUsedFor": [
              "Buckets.getAll: OR.Buckets (since 2026-05-13) instead of OR.Administration (until 2026-05-13)",
            ],
            "provenLeast": true,
            "provider": "uipath",
            "reasons": {
              "OR.Jobs.Read": [
                "Jobs.getAll",
                "Jobs.getById",
              ],
              "OR.Tasks.Write": [
                "Tasks.create",
              ],
              "offline_access": [],
            },
            "scope": "OR.Jobs.Read OR.Tasks.Write offline_access",
            "scopes": [
              "OR.Jobs.Read",
              "OR.Tasks.Write",
              "offline_access",
            ],
            "undecided": [
              {
                "file": "src/http.ts",
                "line": 33,
                "reason": "a request to the provider is made by other means",
              },
              {
                "file": "src/legacy.js",
                "line": 2,
                "reason": "the receiver has no type",
              },
              {
                "file": "src/panel.tsx",
                "line": 30,
                "reason": "the catalog does not say which scopes Jobs.archive needs",
              },
            ],
          },
        ],
        "version": 1,
      }
    `);
  });

  it('is an object even when there is no application', () => {
    expect(checkJson([], workingDirectory)).toBe('{\n  "version": 1,\n  "applications": []\n}');
  });
});
