import { isRecord } from '../../../scopes/is-record.ts';
import type { Scope } from '../../../scopes/requirement.ts';
import { listOf, type LocatedDocument, own, textOf } from '../documents/located-document.ts';
import { isScopeToken } from '../scope-tokens.ts';
import { resolveReference } from './resolve-reference.ts';

/** How a definition says that calls are authorized. */
export interface SecurityScheme {
  /** As the definition has it: `oauth2`, `openIdConnect`, `apiKey`, `http`, `basic`, `mutualTLS`. */
  readonly type: string;
  /** What it lists are scopes. */
  readonly hasScopes: boolean;
  /** The scopes that it declares; `undefined` where it declares none, and so rules none out. */
  readonly declared: ReadonlySet<Scope> | undefined;
  /** Addresses at which authorizations and tokens are requested. */
  readonly tokenUrls: readonly string[];
}

/** `securityDefinitions` of OpenAPI 2.0, `components.securitySchemes` of 3.x. */
export function readSecuritySchemes(document: LocatedDocument): ReadonlyMap<string, SecurityScheme> {
  const root = document.value;
  const [path, schemes] =
    own(root, 'swagger') === undefined
      ? [['components', 'securitySchemes'], own(own(root, 'components'), 'securitySchemes')]
      : [['securityDefinitions'], own(root, 'securityDefinitions')];
  const names = isRecord(schemes) ? Object.keys(schemes) : [];
  return new Map(
    names.map((name) => {
      const { value } = resolveReference(document, { value: own(schemes, name), path: [...path, name] });
      return [name, readScheme(value)];
    }),
  );
}

function readScheme(value: unknown): SecurityScheme {
  const type = textOf(own(value, 'type')) ?? 'unknown';
  const flows = own(value, 'flows');
  // OpenAPI 2.0 has one flow, in the scheme itself.
  const all = isRecord(flows) ? Object.keys(flows).map((name) => own(flows, name)) : [value];
  const declared = type === 'oauth2' ? all.flatMap(scopeNames).filter(isScopeToken) : [];
  return {
    type,
    hasScopes: type === 'oauth2' || type === 'openIdConnect',
    declared: declared.length === 0 ? undefined : new Set(declared),
    tokenUrls: type === 'oauth2' ? all.flatMap(flowUrls) : [],
  };
}

function flowUrls(flow: unknown): string[] {
  return ['tokenUrl', 'authorizationUrl'].flatMap((key) => textOf(own(flow, key)) ?? []);
}

/** A map from scopes to descriptions; some definitions have a list. */
function scopeNames(flow: unknown): string[] {
  const scopes = own(flow, 'scopes');
  return isRecord(scopes) ? Object.keys(scopes) : listOf(scopes).filter((scope) => typeof scope === 'string');
}
