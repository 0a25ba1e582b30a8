import type ts from 'typescript';
import type { ClientGrantContext } from '../../grants/client-grant.ts';
import { OUTERMOST, type Frame } from '../../grants/expression-reader.ts';
import { findProperty } from '../../grants/find-property.ts';
import { appendedTo, type FormField } from '../../grants/form-field.ts';
import { placeOfNode } from '../../grants/place-of-node.ts';
import { readScopeExpression } from '../../grants/scope-expression.ts';
import { readGrantType, readTokenGrant, type TokenRequest } from '../../grants/token-grant.ts';
import { heldBy } from '../client-sites.ts';
import type { ClientSite } from '../facts.ts';
import type { ProgramView } from '../program-view.ts';
import { syntacticFacts } from '../syntactic-facts.ts';
import { addressesOf } from './address.ts';
import { addressReader } from './address-reader.ts';
import type { FollowedRequest } from './follow-request.ts';
import { optionHolders } from './http-call.ts';
import { isTokenAddress } from './token-address.ts';

/**
 * Requests to the provider's token endpoint, and addresses at which a user is asked for an authorization, by the node that makes them: a
 * call that makes the request, or the text of the address.
 */
export function findTokenSites(
  view: ProgramView,
  requests: readonly FollowedRequest[],
  context: ClientGrantContext,
): ReadonlyMap<ts.Node, ClientSite> {
  const sites = new Map<ts.Node, ClientSite>();
  const add = (key: ts.Node, request: TokenRequest): void => {
    const stated = readTokenGrant(context, request);
    if (stated !== undefined) {
      const { node } = request;
      const { provider } = view.index.catalog;
      const grantType = readGrantType(context, request);
      sites.set(key, {
        provider,
        place: placeOfNode(node),
        grant: heldBy(stated),
        stated,
        ...(grantType === undefined ? {} : { grantType }),
        inTest: view.isTest(node.getSourceFile()),
      });
    }
  };
  const seen = new Set<ts.Node>();
  for (const request of requests) {
    // RFC 6749, section 3.2: a token is asked for with POST.
    const isPost = request.verbs.some((verb) => verb === 'POST' || verb === null);
    if (isPost && request.addresses.some((address) => isTokenAddress(address, view.index.catalog))) {
      request.parts.forEach((part) => seen.add(part));
      const key = sites.has(request.call.node) ? request.node : request.call.node;
      add(key, { node: request.node, forms: formsOf(view, request), added: [] });
    }
  }
  for (const request of view.files.flatMap((file) => authorizationsIn(view, file, seen))) {
    add(request.node, request);
  }
  return sites;
}

/** Options under which libraries take the body, or the query. */
const BODY_OPTIONS: readonly string[] = ['body', 'data', 'form', 'json', 'params', 'searchParams'];

function formsOf(view: ProgramView, { call, frame }: FollowedRequest): TokenRequest['forms'] {
  const reader = addressReader(view);
  const inOptions = optionHolders(view, reader, call, frame).flatMap((holder) =>
    BODY_OPTIONS.flatMap((name) => findProperty(reader, holder.node, name, holder.frame))
      .flatMap((found) => (found.kind === 'expression' ? [{ node: found.node, frame: found.frame }] : [])));
  const written = call.library === 'node' ? writtenTo(view, call.node).map((node) => ({ node, frame })) : [];
  return [...(call.body === undefined ? [] : [{ node: call.body, frame }]), ...inOptions, ...written];
}

/** What is sent with `request.write(…)` and `request.end(…)`, where the request is kept in a variable. */
function writtenTo({ ts, questions }: ProgramView, call: ts.CallExpression): readonly ts.Expression[] {
  const { parent: declaration } = call;
  const symbol = ts.isVariableDeclaration(declaration) ? questions.symbolOf(declaration.name) : undefined;
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    const access = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression : undefined;
    const isWriting = access !== undefined && (access.name.text === 'write' || access.name.text === 'end');
    if (isWriting && ts.isCallExpression(node) && node.arguments[0] !== undefined && questions.symbolOf(access.expression) === symbol) {
      found.push(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  if (symbol !== undefined) {
    visit(declaration.parent.parent.parent);
  }
  return found;
}

/** `…/authorize?scope=…`, and `new URL('…/authorize')` whose query gets scopes later. */
function authorizationsIn(view: ProgramView, file: ts.SourceFile, seen: ReadonlySet<ts.Node>): readonly TokenRequest[] {
  if (!file.text.includes('scope')) {
    return [];
  }
  const { queries, constructions } = syntacticFacts(view.ts, view.index, file);
  const texts = queries.filter((node) => !seen.has(node) && leadsToToken(view, node, OUTERMOST));
  const made = constructions.flatMap((node) => {
    const added = scopesAddedTo(view, node);
    return added.length > 0 && leadsToToken(view, node, OUTERMOST) ? [{ node, forms: [], added }] : [];
  });
  return [...texts.map((node) => ({ node, forms: [{ node, frame: OUTERMOST }], added: [] })), ...made];
}

function leadsToToken(view: ProgramView, node: ts.Expression, frame: Frame): boolean {
  const addresses = addressesOf(readScopeExpression(addressReader(view), node, frame));
  return addresses.some((address) => isTokenAddress(address, view.index.catalog));
}

function scopesAddedTo(view: ProgramView, node: ts.NewExpression): readonly FormField[] {
  const { ts, questions } = view;
  const { parent: declaration } = node;
  const isAddress = ts.isIdentifier(node.expression) && node.expression.text === 'URL';
  const symbol = isAddress && ts.isVariableDeclaration(declaration) ? questions.symbolOf(declaration.name) : undefined;
  return symbol === undefined ? [] : appendedTo(addressReader(view), symbol, node.getSourceFile(), 'scope', OUTERMOST);
}
