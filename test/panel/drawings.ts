import type { Drawing, DrawingInput } from '../../src/engine/check/drawing';
import { Graph } from '../../src/engine/ir/expression';
import type { Expression } from '../../src/engine/ir/expression';
import { FRAMEWORKS } from '../../src/engine/frameworks/index';
import { infer } from '../../src/engine/ops/registry';
import { compile } from '../../src/engine/tape/compile';

/** An input of a test's drawing: a real number in a window. */
export function input(name: string, low: number, high: number, initial: readonly number[] = [0]): DrawingInput {
  return { name, domain: 'R', low, high, least: -Infinity, most: Infinity, choices: null, integer: false, bound: false, initial };
}

/** The drawing of an expression, in torch's arithmetic; every slot has a place of its own: the line of its number. */
export function drawing(build: (graph: Graph) => Expression, inputs: readonly DrawingInput[]): Drawing {
  const tape = compile([build(new Graph(infer))]);
  const places = tape.slots.map((_, line) => ({ start: { line, character: 0 }, end: { line, character: 1 } }));
  const { conventions, flushesSubnormals } = FRAMEWORKS.torch;
  const variables = inputs.slice(0, 1).map(({ name }) => name);
  return {
    tape,
    arithmetic: { format: 'float32', flushesSubnormals, conventions },
    inputs,
    variables,
    places,
    hazards: [],
    chords: [],
    second: null,
  };
}

/** |x − target| on one element. */
export function absoluteError(): Drawing {
  return drawing(
    (g) => g.apply('abs', [g.apply('subtract', [g.parameter('x', [], 'float'), g.parameter('target', [], 'float')])]),
    [input('x', -4, 4), input('target', -4, 4, [1])],
  );
}

/** −log x on one element. */
export function negativeLog(low: number): Drawing {
  return drawing((g) => g.apply('negative', [g.apply('log', [g.parameter('x', [], 'float')])]), [input('x', low, 1, [0.5])]);
}

/** The sum of squares of three elements. */
export function sumOfSquares(): Drawing {
  return drawing((g) => g.apply('square', [g.parameter('x', [3], 'float')]), [input('x', -2, 2, [1, 1, 1])]);
}
