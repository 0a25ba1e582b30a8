import type ts from 'typescript';
import type { OAuthGrantType } from '../catalogs/catalog.ts';
import { grantOfScopes, mergeGrants, type ClientGrant, type ClientGrantContext } from './client-grant.ts';
import { createExpressionReader, type Frame } from './expression-reader.ts';
import { formField, type FormField } from './form-field.ts';
import { placeOfNode } from './place-of-node.ts';

/** A request for a token, or for an authorization that leads to one (RFC 6749, sections 3.1 and 3.2). */
export interface TokenRequest {
  readonly node: ts.Node;
  /** What is sent: the body, or the address with its query. Each may hold the fields. */
  readonly forms: readonly { readonly node: ts.Expression; readonly frame: Frame }[];
  /** Scopes that the code adds to the address later. */
  readonly added: readonly FormField[];
}

/**
 * Reads which scopes a token is asked for.
 * @returns `none` where no scope is sent: then the token has what the application is registered with; `undefined` where the request renews
 * a token that the program already has, and asks for none of its own. Does not throw.
 */
export function readTokenGrant(context: ClientGrantContext, request: TokenRequest): ClientGrant | undefined {
  try {
    return read(context, request);
  } catch {
    return { kind: 'undecided', undecided: { place: placeOfNode(request.node), reason: 'the request for a token cannot be read' } };
  }
}

/**
 * How the token is asked for, where that is one of the two ways that a manifest knows; `undefined` where it is another one, or cannot be
 * read. Does not throw.
 */
export function readGrantType(context: ClientGrantContext, { forms }: TokenRequest): OAuthGrantType | undefined {
  try {
    const reader = createExpressionReader(context.ts, context.checker, context.files);
    const read = (name: string): readonly string[] =>
      forms.flatMap((form) => formField(reader, form.node, name, form.frame) ?? [])
        .map(({ value }) => (value.kind === 'text' ? value.text.text : ''));
    const types = [...read('grant_type'), ...read('response_type').map((type) => (type === 'code' ? 'authorization_code' : ''))];
    const [first, ...others] = new Set(types);
    return others.length > 0 ? undefined : GRANT_TYPES.find((type) => type === first);
  } catch {
    return undefined;
  }
}

const GRANT_TYPES: readonly OAuthGrantType[] = ['authorization_code', 'client_credentials'];

function read(context: ClientGrantContext, { node, forms, added }: TokenRequest): ClientGrant | undefined {
  const { ts, checker, files } = context;
  const reader = createExpressionReader(ts, checker, files);
  const read = (name: string): readonly (readonly FormField[] | undefined)[] =>
    forms.map((form) => formField(reader, form.node, name, form.frame));
  const scopes = read('scope');
  const fields = [...added, ...scopes.flatMap((one) => one ?? [])];
  if (fields.length > 0) {
    return mergeGrants(node, fields.map((field) => grantOfScopes(context, field.value, field.node)));
  }
  const types = read('grant_type').flatMap((one) => one ?? []);
  if (types.some(({ value }) => value.kind === 'text' && value.text.text === 'refresh_token')) {
    return undefined;
  }
  return scopes.length === 0 || scopes.includes(undefined)
    ? { kind: 'undecided', undecided: { place: placeOfNode(node), reason: UNFOLLOWED } }
    : { kind: 'none' };
}

const UNFOLLOWED = 'a token is asked for here, and what is sent cannot be followed';
