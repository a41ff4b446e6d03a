/** A way to write the same program differently; null where it does not apply. */
export interface Mutation {
  readonly name: string;
  apply(code: string): string | null;
}

/** A program cut at its one top-level function `loss`. */
export interface Parts {
  readonly before: string;
  readonly parameters: string;
  readonly names: readonly string[];
  readonly body: readonly string[];
}

const HEAD = /^def loss\(([^)]*)\):[^\n]*\n/m;

/** The parts of a program that is one function `loss` after its imports, else null. */
export function partsOf(code: string): Parts | null {
  const head = HEAD.exec(code);
  if (!head) return null;
  const body = code
    .slice(head.index + head[0].length)
    .replace(/\n+$/, '')
    .split('\n');
  if (body.some((line) => line !== '' && !line.startsWith('    '))) return null;
  const parameters = head[1] ?? '';
  const names = parameters
    .split(',')
    .map((part) => part.split(/[:=]/)[0]?.trim() ?? '')
    .filter((name) => name !== '');
  return { before: code.slice(0, head.index), parameters, names, body };
}

/** The program with another body of its function. */
export function withBody({ before, parameters }: Parts, body: readonly string[]): string {
  return `${before}def loss(${parameters}):\n${body.join('\n')}\n`;
}
