import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { makeWorkspace, projectDirectory } from '../support/workspace.ts';
import { oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built', sdk: null });

afterAll(() => workspace.remove());

describe('help', () => {
  it('lists the commands', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['--help']);
    expect(stdout).toMatchInlineSnapshot(`
      "Static checking of OAuth scopes.

      oauth-scopes <command> [directory] [options]

      Commands
        init              Write oauth-scopes.json, the manifest that a review reads, from what the
                          application declares and calls.
        sync              Write oauth-scopes.gen.d.ts, which makes the compiler check every call
                          against the declared scopes.
        check             Report missing, unused, malformed, unknown and doubled scopes of the whole
                          application.
        report            Write one HTML page for a review: which scope is held, why, by which calls,
                          and at which places.
        minimal           Print the least scope string that the application needs, with the calls that
                          need each scope.
        explain           Say what a method, an endpoint, a scope or a role permission needs or
                          grants, who says so, and who uses it here.
        scopes            List the scopes of a provider by category; with words, those that have them
                          in name or category.
        token             Read a token from standard input: its scopes, when it expires, which calls
                          it would be refused, and what it holds in vain.
        diff              Compare two states of oauth-scopes.json: scopes added and removed, who must
                          consent again, and what a user is then asked for.
        facts             Write what the programs of one package call, for merge: the part of the work
                          that a task runner can keep and distribute.
        merge             Give the verdicts of check from the facts of all packages below the
                          directory.
        generate          Write the types that guard an SDK, from a catalog of your own and the
                          installed declarations. Reads no program.
        catalog import    Make a catalog of your own from what a provider publishes: an OpenAPI
                          definition, or a page with a table of scopes.
        catalog validate  List everything that is wrong with a catalog of your own, each with its
                          place.
        catalog diff      Compare two versions of a catalog, and say which calls of a program become
                          missing or undecided.
        catalog coverage  Compare the methods that the installed SDK declares with those that the
                          catalog knows.

      Options
        -h, --help     Show help, for a command when one is named.
        -v, --version  Print the version.

      Exit codes: 0 nothing to do, 1 findings or a stale file, 2 an error.
      "
    `);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('describes a command with all its options', () => {
    expect(oauthScopes(workspace, ['minimal', '--help']).stdout).toMatchInlineSnapshot(`
      "Print the least scope string that the application needs, with the calls that need each scope.

      oauth-scopes minimal [directory] [options]

      The first line of the output is the scope string. In a script: scope="$(oauth-scopes minimal
      --quiet)"

      Register a scope with the provider before you ask for it: a sign-in with an unlisted one is
      refused.

      Options
        -p, --project <tsconfig>  The configuration to analyse, a file or its directory (default:
                                  tsconfig.json or jsconfig.json in the directory).
            --application <name>  The application that is meant, where oauth-scopes.json has several.
        -f, --format <format>     text (default) or json.
            --catalog <file>      A catalog of your own in place of the built-in one.
            --as-of <date>        Use what the provider required on this day (YYYY-MM-DD), not what it
                                  requires now.
            --cache               Keep the answer in node_modules/.cache, and give it again as long as
                                  nothing that it was read from changes.
            --profile <name>      Compare with what a provider recommends for a kind of application:
                                  "Agent Desktop".
        -q, --quiet               Print the scope string alone.
        -h, --help                Show help, for a command when one is named.
        -v, --version             Print the version.
      "
    `);
  });

  it.each(commands.map(({ name }) => name))('of %s fits a terminal of a hundred columns', async (name) => {
    const { status, stdout } = await runHere(workspace, [...name.split(' '), '-h']);
    expect(status).toBe(0);
    expect(stdout).toContain(`\n\noauth-scopes ${name} `);
    expect(stdout.split('\n').filter(({ length }) => length > 100)).toEqual([]);
  });

  it('goes to standard error when no command was given; exit code 2', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, []);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(oauthScopes(workspace, ['--help']).stdout);
  });
});

it('--version prints the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(projectDirectory, 'package.json'), 'utf8')) as { version: string };
  expect(oauthScopes(workspace, ['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

it.each([
  [['chekc'], 'oauth-scopes: "chekc" is no command; did you mean check?\n'],
  [['sync', '--chek'], 'oauth-scopes: --chek is no option of sync; did you mean --check?\n'],
])('%j is answered with what may be meant; exit code 2', (words, stderr) => {
  expect(oauthScopes(workspace, words)).toEqual({ status: 2, stdout: '', stderr });
});
