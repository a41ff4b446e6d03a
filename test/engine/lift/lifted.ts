import type { Expression } from '../../../src/engine/ir/expression';
import type { Loss } from '../../../src/engine/ir/loss';
import { liftPython, type LiftOptions, type LiftResult } from '../../../src/engine/lift/lift-python';
import type { PyModule } from '../../../src/engine/syntax/python/node';
import { testParser } from '../../support/tools';

const parser = testParser();

/** The tree of a Python text. */
export async function parsed(text: string): Promise<PyModule> {
  const result = (await parser).parse(text);
  result.dispose();
  return result.module;
}

/** What the lift reads in a Python text. */
export async function lift(text: string, options: LiftOptions = {}): Promise<LiftResult> {
  return liftPython(await parsed(text), text, options);
}

/** The first loss of a Python text. */
export async function lifted(text: string, options: LiftOptions = {}): Promise<Loss> {
  const [loss] = (await lift(text, options)).losses;
  if (!loss) throw new Error('no loss was found');
  return loss;
}

/** An expression as text: calls of ops, attributes that are set in braces. */
export function print(node: Expression | null): string {
  if (!node) return 'nothing';
  const { op, args, attributes } = node;
  if (op === 'parameter') return String(attributes['name']);
  if (op === 'constant') return 'value' in attributes ? String(attributes['value']) : `[${String(attributes['values'])}]`;
  if (op === 'opaque') return `?${String(attributes['name'])}(${args.map(print).join(', ')})`;
  const set = Object.entries(attributes).filter(([, value]) => value !== null && value !== false);
  const braces =
    set.length > 0
      ? `{${set.map(([name, value]) => `${name}=${Array.isArray(value) ? `[${String(value)}]` : String(value)}`).join(' ')}}`
      : '';
  return `${op}${braces}(${args.map(print).join(', ')})`;
}
