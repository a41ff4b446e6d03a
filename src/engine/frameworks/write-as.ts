import type { Writing } from './framework';

/** A table of writings by op. */
export type Writings = Readonly<Record<string, Writing>>;

/**
 * Writings that share their parameter list and their imports: `same('torch', 'exp abs', '#1')` writes `exp` as
 * `torch.exp(#1)`; `name=op` where the library's name differs.
 */
export function writeAs(module: string, names: string, parameters: string, imports: readonly string[]): Record<string, Writing> {
  return Object.fromEntries(
    names.split(' ').map((entry) => {
      const [name = '', op = name] = entry.split('=');
      return [op, { code: `${module}.${name}(${parameters})`, imports }];
    }),
  );
}

/** One writing. */
export function written(code: string, imports: readonly string[]): Writing {
  return { code, imports };
}
