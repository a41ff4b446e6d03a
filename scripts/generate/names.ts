const RESERVED = new Set([
  'break',
  'case',
  'class',
  'const',
  'default',
  'delete',
  'do',
  'else',
  'enum',
  'export',
  'for',
  'function',
  'if',
  'in',
  'new',
  'switch',
  'this',
  'try',
  'typeof',
  'var',
  'void',
  'while',
  'with',
]);

/** `log-softmax` as an identifier, `logSoftmax`; a reserved word gets the suffix `Op` (`var` is `varOp`). */
export function camelCase(kebab: string): string {
  const name = kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return RESERVED.has(name) ? `${name}Op` : name;
}

/** `log-softmax` as a registry key, `log_softmax`. */
export function snakeCase(kebab: string): string {
  return kebab.replaceAll('-', '_');
}

/** `log-softmax` with every word capitalised, `LogSoftmax`. */
export function pascalCase(kebab: string): string {
  return kebab.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether the text of a module exports a constant or function of this name. */
export function exportsName(text: string, name: string): boolean {
  return new RegExp(`^export (?:const|function) ${name}\\b`, 'm').test(text);
}
