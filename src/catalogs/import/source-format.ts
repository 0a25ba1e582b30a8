/** How a source is written. */
export interface SourceFormat {
  readonly kind: 'json' | 'yaml' | 'html' | 'text';
  /** As people call it. */
  readonly name: string;
}

/** By what the text begins with, then by the name of the file: pages are saved under all kinds of names. */
export function sourceFormat(text: string, fileName: string): SourceFormat {
  const start = text.slice(0, 2000).trimStart();
  const [extension = ''] = /\.[a-z]+$/i.exec(fileName) ?? [];
  if (start.startsWith('{') || /^\.json$/i.test(extension)) {
    return { kind: 'json', name: 'JSON' };
  }
  if (/^\.ya?ml$/i.test(extension) || /^(?:%YAML|---\s|["']?(?:openapi|swagger)["']?\s*:)/m.test(start.slice(0, 500))) {
    return { kind: 'yaml', name: 'YAML' };
  }
  return /^(?:<!doctype html|<html|<\?xml|<(?:table|body|div|h[1-6]|section|article)\b)/i.test(start) || /^\.html?$/i.test(extension)
    ? { kind: 'html', name: 'HTML' }
    : { kind: 'text', name: 'tables' };
}
