import type { PyModule } from './node';

const TELLING = new Set(['function_definition', 'class_definition', 'decorated_definition', 'import_statement', 'import_from_statement']);

/** Whether a text of unknown language is Python: it parses without an error and imports or defines something. */
export function looksLikePython({ root }: PyModule): boolean {
  return !root.hasError && root.children.some((child) => TELLING.has(child.type));
}
