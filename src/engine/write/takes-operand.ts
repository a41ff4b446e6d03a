import type { Framework, Spelling } from '../frameworks/framework';
import { FRAMEWORKS } from '../frameworks/index';
import type { FrameworkId } from '../ir/loss';

/** Ops that a primitive of the lift makes of its first two parameters. */
const PAIRS: Readonly<Record<string, string>> = { 'lift:add_scaled': 'add', 'lift:subtract_scaled': 'subtract', 'lift:divide': 'divide' };
/** Ops that a primitive of another name makes of its first parameter. */
const FIRSTS: Readonly<Record<string, string>> = {
  'lift:clamp': 'clip',
  'lift:index_select': 'take',
  'lift:unsqueeze': 'reshape',
  'lift:squeeze': 'reshape',
};

/** Whether a function or method of this name gives its parameter at a position to the op as the operand at that position. */
export function takesOperand(framework: FrameworkId, callee: string, op: string, index: number): boolean {
  return [FRAMEWORKS[framework], FRAMEWORKS.numpy]
    .flatMap((library) => spellingsOf(library, callee))
    .some((spelling) => gives(spelling, op, index));
}

function gives({ means, operands }: Spelling, op: string, index: number): boolean {
  if (operands) return false;
  if (means === op || PAIRS[means] === op) return true;
  return index === 0 && (means === `lift:${op}` || FIRSTS[means] === op);
}

function spellingsOf(library: Framework, name: string): readonly Spelling[] {
  const method = Object.hasOwn(library.methods, name) ? library.methods[name] : undefined;
  const functions = Object.keys(library.functions).filter((dotted) => dotted.endsWith(`.${name}`));
  return [...(method ? [method] : []), ...functions.flatMap((dotted) => library.functions[dotted] ?? [])];
}
