import type { JSONPath, Node } from 'jsonc-parser';
import { quote } from '../scopes/quote.ts';
import { filledText, itemsOf, scopeNode } from './manifest-application.ts';
import { propertyOf } from './json-document.ts';

/**
 * What a message calls a part of a manifest: `"grant" of application "desk"`, `"nextReview" of scope "OR.Jobs" of application "desk"`.
 * @param path from the root of the text; empty for the manifest itself, which a message begins with the place of
 */
export function nameManifestPart(path: JSONPath, root: Node): string {
  const parts: string[] = [];
  let node: Node | undefined = root;
  for (const [position, key] of path.entries()) {
    const list = path[position - 1];
    const next: Node | undefined = typeof key === 'number' ? itemsOf(node)[key] : node && propertyOf(node, key);
    if (typeof key === 'number') {
      // An entry of a list is named in place of the list.
      parts.shift();
      parts.unshift(nameEntry(String(list), key, next));
    } else if (list === 'environments') {
      parts.shift();
      parts.unshift(`environment ${quote(key)}`);
    } else {
      parts.unshift(quote(key));
    }
    node = next;
  }
  return parts.join(' of ');
}

function nameEntry(list: string, index: number, node: Node | undefined): string {
  const numbered = (kind: string): string => `${kind} ${index + 1}`;
  switch (list) {
    case 'applications': {
      const name = node && filledText(propertyOf(node, 'name'));
      return name === undefined ? numbered('application') : `application ${quote(name)}`;
    }
    case 'scopes':
    case 'restricted': {
      const scope = node && scopeNode(node);
      const kind = list === 'restricted' ? 'restricted scope' : 'scope';
      return scope === undefined ? `entry ${index + 1} of ${quote(list)}` : `${kind} ${quote(String(scope.value))}`;
    }
    case 'changes':
      return numbered('change');
    default:
      return `entry ${index + 1} of ${quote(list)}`;
  }
}
