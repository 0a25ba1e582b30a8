/** One field of a package.json; `undefined` where the text is none. */
export function packageField(packageJson: string | undefined, field: string): unknown {
  try {
    const value: unknown = JSON.parse(packageJson ?? 'null');
    const isObject = typeof value === 'object' && value !== null;
    return isObject && Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined;
  } catch {
    return undefined;
  }
}
