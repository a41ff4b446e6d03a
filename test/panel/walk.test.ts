import assert from 'node:assert/strict';
import { walk } from '../../media/panel/walk';
import type { Step } from '../../media/panel/walk';
import { readNumbers } from '../../media/panel/number-list';
import { Unreadable } from '../../src/engine/tape/tape';
import { drawing, input } from './drawings';

/** −log(1 − x): at x = 1 the difference is 0, its logarithm −∞, and the gradient breaks on the way back. */
const barrier = drawing(
  (g) => g.apply('negative', [g.apply('log', [g.apply('subtract', [g.constant(1), g.parameter('x', [2], 'float')])])]),
  [input('x', 0, 1)],
);

function steps(x: readonly number[]): Step[] {
  const result = walk(barrier, { x });
  if (result instanceof Unreadable) throw result;
  return result;
}

describe('a walk through a loss', () => {
  it('gives each operation its value and its gradient, and marks the first that goes wrong', () => {
    const told = steps([1, 0.5]).map(({ op, value, gradient, breaks }) => [op, value[0], gradient?.[0], breaks]);
    assert.deepEqual(told, [
      ['parameter', 1, Infinity, null],
      ['subtract', 0, -Infinity, null],
      ['log', -Infinity, -1, 'forward'],
      ['negative', Infinity, 1, null],
    ]);
  });

  it('marks nothing where all is well', () => {
    assert.ok(steps([0.5, 0.25]).every(({ breaks }) => breaks === null));
  });

  it('tells where rounding adds its error', () => {
    const [, difference, logarithm] = steps([1 - 2 ** -22 / 3, 0.5]);
    assert.ok((difference?.error ?? 0) > 0.1, String(difference?.error));
    assert.ok((logarithm?.error ?? 1) < (difference?.error ?? 0));
  });

  it('blames the operation that breaks the gradient, not the others that share its operand', () => {
    const shared = drawing(
      (g) => {
        const x = g.apply('square', [g.parameter('x', [], 'float')]);
        return g.apply('add', [g.apply('sqrt', [x]), g.apply('multiply', [x, g.constant(3)])]);
      },
      [input('x', 0, 1)],
    );
    const result = walk(shared, { x: [0] });
    assert.ok(!(result instanceof Unreadable));
    assert.deepEqual(
      result.filter(({ breaks }) => breaks !== null).map(({ op, breaks }) => [op, breaks]),
      [['sqrt', 'backward']],
    );
  });

  it('says what loses the accuracy of the result, where all is finite', () => {
    const cancelling = drawing(
      (g) => g.apply('subtract', [g.apply('add', [g.parameter('x', [], 'float'), g.constant(1)]), g.constant(1)]),
      [input('x', 0, 1)],
    );
    const result = walk(cancelling, { x: [1e-9] });
    assert.ok(!(result instanceof Unreadable));
    const [off] = result.filter(({ breaks }) => breaks === 'precision');
    assert.deepEqual([off?.op, off?.value[0]], ['subtract', 0]);
  });

  it('knows the way from the input to an operation', () => {
    const way = steps([0.5, 0.25]).at(-1)?.way ?? [];
    assert.deepEqual(
      way.map((slot) => barrier.tape.slots[slot]?.op),
      ['parameter', 'subtract', 'log', 'negative'],
    );
  });

  it('goes by the terms that make up the result, whichever operand they are', () => {
    // y log p + (1 − y) log(1 − p), healthy: of one label the one term counts, of the other the other.
    const entropy = drawing(
      (g) => {
        const [p, y] = [g.parameter('p', [], 'float'), g.parameter('y', [], 'float')];
        const [q, rest] = [p, y].map((one) => g.apply('subtract', [g.constant(1), one])) as [typeof p, typeof y];
        return g.apply('add', [g.apply('multiply', [y, g.apply('log', [p])]), g.apply('multiply', [rest, g.apply('log', [q])])]);
      },
      [input('p', 0, 1), input('y', 0, 1)],
    );
    const opsFor = (y: number): (string | undefined)[] => {
      const result = walk(entropy, { p: [0.25], y: [y] });
      assert.ok(!(result instanceof Unreadable));
      return result.at(-1)?.way.map((slot) => entropy.tape.slots[slot]?.op) ?? [];
    };
    assert.deepEqual(opsFor(1), ['parameter', 'log', 'multiply', 'add']);
    assert.deepEqual(opsFor(0), ['parameter', 'subtract', 'log', 'multiply', 'add']);
  });

  it('reads pasted tensors', () => {
    assert.deepEqual(readNumbers('tensor'), null);
    assert.deepEqual(readNumbers('[1.0, -inf, 2e-3]'), [1, -Infinity, 0.002]);
    assert.deepEqual(readNumbers("tensor([[1., 2.], [3., nan]], device='cuda:0', grad_fn=<LogBackward0>)"), [1, 2, 3, NaN]);
    assert.deepEqual(readNumbers('<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>'), [1, 2]);
    assert.deepEqual(readNumbers('Array([1., 2.], dtype=float32)'), [1, 2]);
    assert.deepEqual(readNumbers('[[1. 2.] [3. nan]]'), [1, 2, 3, NaN]);
  });
});
