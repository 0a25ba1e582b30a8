import type ts from 'typescript';
import { isAssignmentTo } from './changed-later.ts';
import { environmentObject } from './environment-access.ts';
import { accessedName, OUTERMOST, type ExpressionReader } from './expression-reader.ts';
import { identifiersIn } from './identifiers.ts';

/**
 * The program itself gives an environment variable another value: `process.env.SCOPE = …`, `Object.assign(process.env, { SCOPE: … })`. A name that
 * is computed is left alone: that is how programs read .env files by themselves. Kept with the reader's list of files.
 */
export function isEnvironmentSet(reader: ExpressionReader, key: string): boolean {
  const known = setKeys.get(reader.files) ?? new Map<string, boolean>();
  setKeys.set(reader.files, known);
  const isSet = known.get(key) ?? reader.files.some((file) => setsIn(reader, file, key));
  known.set(key, isSet);
  return isSet;
}

const setKeys = new WeakMap<readonly ts.SourceFile[], Map<string, boolean>>();

function setsIn(reader: ExpressionReader, file: ts.SourceFile, key: string): boolean {
  const { ts } = reader;
  return file.text.includes(key) && (identifiersIn(ts, file).get('env') ?? []).some((identifier) => {
    const { parent } = identifier;
    let object: ts.Expression = ts.isPropertyAccessExpression(parent) && parent.name === identifier ? parent : identifier;
    while (ts.isParenthesizedExpression(object.parent) || ts.isAsExpression(object.parent) || ts.isNonNullExpression(object.parent)) {
      object = object.parent;
    }
    return isSetAt(reader, object, key) && environmentObject(reader, object) !== undefined;
  });
}

/** What stands around the environment gives the variable a value. */
function isSetAt(reader: ExpressionReader, object: ts.Expression, key: string): boolean {
  const { ts } = reader;
  const { parent } = object;
  if (ts.isCallExpression(parent)) {
    const isAssign = ts.isPropertyAccessExpression(parent.expression) && parent.expression.name.text === 'assign' && parent.arguments[0] === object;
    return isAssign && parent.arguments.slice(1).some((given) => ts.isObjectLiteralExpression(given)
      && given.properties.some(({ name }) => name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === key));
  }
  const isAccess = (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) && parent.expression === object;
  return isAccess && accessedName(reader, parent, OUTERMOST) === key
    && (isAssignmentTo(ts, parent.parent, parent) || ts.isDeleteExpression(parent.parent));
}
