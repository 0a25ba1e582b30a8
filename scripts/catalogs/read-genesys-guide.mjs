const VERB = 'GET|POST|PUT|PATCH|DELETE';
const SCOPE = '[a-z]+(?::[A-Za-z]+)+';

/**
 * The facts of the guide that the user saved, each with its line, and none of its sentences: scopes by category, which endpoint needs
 * which scope (`verb` is null where the guide names none), profiles of applications, scopes that its example turns down, mistakes with
 * their corrections, and the rules of selection.
 *
 * @param {string} text the guide as text
 */
export function readGenesysGuide(text) {
  const withoutBranches = (row) => row.replace(/^[\s├│└─┌❌]+/, '').replace(/^\d\. /, '').trim();
  const lines = text.split('\n').map((row, index) => ({ row: withoutBranches(row), line: index + 1 }));
  return {
    scopes: scopes(lines),
    mappings: mappings(lines),
    profiles: profiles(section(lines, 'Common Scope Combinations', 'Scope Changes & Updates')),
    rejected: rejected(section(lines, 'NOT these (too permissive):', 'Scope Enforcement Mechanism')),
    mistakes: mistakes(section(lines, 'Common Mistakes:', 'Scope Documentation')),
    rules: rules(section(lines, 'How to Select:', 'Example Selection:')),
  };
}

function section(lines, from, to) {
  const start = lines.findIndex(({ row }) => row === from);
  const end = lines.findIndex(({ row }, index) => index > start && row === to);
  if (start < 0 || end < 0) {
    throw new Error(`The guide has no section from "${from}" to "${to}"`);
  }
  return lines.slice(start + 1, end);
}

function scopes(lines) {
  let category = '';
  return section(lines, 'Scope Categories', 'Scope Selection Best Practices').flatMap(({ row, line }) => {
    const [, heading] = /^([A-Z][^#]*):$/.exec(row) ?? [];
    category = heading ?? category;
    const [, name] = new RegExp(`^(${SCOPE}) #`).exec(row) ?? [];
    return name === undefined ? [] : [{ name, category, line }];
  });
}

/** The endpoint and its scope stand on one line, in a table, or on two lines. */
function mappings(lines) {
  const inOneLine = new RegExp(`^(?:Endpoint )?(?:(${VERB}) )?(/\\S+) (?:→|requires scope:) (${SCOPE})$`);
  const inTable = new RegExp(`^(/\\S+) \\| (${VERB}) \\| (${SCOPE})`);
  const endpoint = new RegExp(`^(?:Endpoint: |Endpoints: |Error: )?(${VERB}) (/\\S+)(?: \\(\\w+\\)| returns 403)?$`);
  const scope = new RegExp(`^(?:→|Scope:|Scope needed:|Required scope:) (${SCOPE})$`);
  const found = [];
  let named = '';
  for (const [index, { row, line }] of lines.entries()) {
    named = new RegExp(`^(${SCOPE})$`).exec(row)?.[1] ?? named;
    const one = inOneLine.exec(row);
    const cells = inTable.exec(row);
    const first = endpoint.exec(row);
    const second = scope.exec(lines[index + 1]?.row ?? '');
    if (one !== null) {
      found.push({ verb: one[1] ?? null, path: one[2], scope: one[3], line });
    } else if (cells !== null) {
      found.push({ verb: cells[2], path: cells[1], scope: cells[3], line });
    } else if (first !== null && (second !== null || row.startsWith('Endpoints: '))) {
      found.push({ verb: first[1], path: first[2], scope: second?.[1] ?? named, line });
    }
  }
  return found;
}

function profiles(lines) {
  const found = [];
  for (const { row, line } of lines) {
    const [, name] = /^([A-Z].*):$/.exec(row) ?? [];
    const [, scope] = new RegExp(`^(${SCOPE})(?: \\(.*\\))?$`).exec(row) ?? [];
    if (name !== undefined) {
      found.push({ name, scopes: [], line });
    } else if (scope !== undefined) {
      found.at(-1).scopes.push(scope);
    }
  }
  return found;
}

function rejected(lines) {
  return lines.flatMap(({ row, line }) => {
    const [, scope] = new RegExp(`^(${SCOPE}) \\(`).exec(row) ?? [];
    return scope === undefined ? [] : [{ scope, line }];
  });
}

function mistakes(lines) {
  return lines.flatMap(({ row, line }, index) => {
    const [, wrong] = /^Requested: "([^"]+)"/.exec(row) ?? [];
    const [, right] = /^(?:Correct|Needed): "([^"]+)"/.exec(lines[index + 1]?.row ?? '') ?? [];
    return wrong === undefined || right === undefined ? [] : [{ wrong, right, line }];
  });
}

function rules(lines) {
  const known = {
    'Start with Read-Only:': 'read-only-first',
    'Add Write Scopes Only If Needed:': 'write-only-where-needed',
    'One scope per action where possible': 'one-scope-per-action',
  };
  return lines.flatMap(({ row, line }) => (known[row] === undefined ? [] : [{ rule: known[row], line }]));
}
