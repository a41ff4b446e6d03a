import assert from 'node:assert/strict';
import { chordView } from '../../media/panel/chord';
import { sample } from '../../media/panel/sample';
import type { Sample } from '../../media/panel/sample';
import { openingView } from '../../media/panel/opening';
import type { View } from '../../media/panel/view';
import type { Drawing } from '../../src/engine/check/drawing';
import { Unreadable } from '../../src/engine/tape/tape';
import { absoluteError, drawing, input, negativeLog, sumOfSquares } from './drawings';

function sampled(of: Drawing, part: Partial<View> = {}): Sample {
  const view = openingView(of);
  assert.ok(view);
  const result = sample(of, { ...view, ...part });
  if (result instanceof Unreadable) throw result;
  return result;
}

function valueAt({ xs, curves }: Sample, x: number): number | null | undefined {
  return curves[0]?.values[xs.findIndex((candidate) => Math.abs(candidate - x) < 1e-9)];
}

describe('a sampled curve', () => {
  it('has the kink where the operation changes its branch, with both slopes and the place in the code', () => {
    const { marks, xs } = sampled(absoluteError());
    assert.equal(marks.length, 1);
    const [kink] = marks;
    assert.deepEqual([kink?.kind, kink?.x, kink?.left, kink?.right, kink?.autograd], ['kink', 1, -1, 1, 0]);
    assert.equal(kink?.place?.start.line, 3);
    assert.ok(xs.includes(1), 'the kink itself is a point of the curve');
  });

  it('has its points as even as the axis is drawn: a logarithmic one shows what happens near 0', () => {
    const { xs, curves } = sampled(negativeLog(1e-6), { logX: true });
    const middle = xs[Math.floor(xs.length / 2)] ?? NaN;
    assert.ok(middle > 0.5e-3 && middle < 2e-3, String(middle));
    assert.ok(Math.abs((curves[0]?.values[0] ?? NaN) - Math.log(1e6)) < 1e-6);
  });

  it('moves the kink with what is held', () => {
    const { marks } = sampled(absoluteError(), { values: { x: [0], target: [-2.5] } });
    assert.deepEqual(
      marks.map(({ x }) => x),
      [-2.5],
    );
  });

  it('is broken at a jump', () => {
    const step = drawing(
      (g) => g.apply('to_float', [g.apply('greater', [g.parameter('x', [], 'float'), g.constant(0)])]),
      [input('x', -1, 1)],
    );
    const result = sampled(step);
    assert.deepEqual(
      result.marks.map(({ kind, left, right }) => [kind, left, right]),
      [['jump', 0, 1]],
    );
    assert.equal(result.curves[0]?.values[result.xs.indexOf(0)], null);
    assert.deepEqual(result.gaps, []);
  });

  it('has no mark where two pieces meet smoothly', () => {
    const pieces = drawing(
      (g) => {
        const x = g.parameter('x', [], 'float');
        return g.apply('where', [
          g.apply('less', [x, g.constant(0)]),
          g.apply('multiply', [x, x]),
          g.apply('multiply', [x, g.apply('abs', [x])]),
        ]);
      },
      [input('x', -1, 1)],
    );
    assert.deepEqual(sampled(pieces).marks, []);
  });

  it('is a gap with its reason where the value is not a number, never a line to zero', () => {
    const { gaps, curves, xs } = sampled(negativeLog(-1));
    const [gap] = gaps;
    assert.equal(gap?.of, 'value');
    assert.ok(Number.isNaN(gap?.what));
    assert.match(gap?.op ?? '', /^log\(-/);
    assert.ok(xs.every((x, i) => x > 0 || curves[0]?.values[i] === null));
  });

  it('shows where a narrow format overflows although exact arithmetic does not', () => {
    const exponential = drawing((g) => g.apply('exp', [g.parameter('x', [], 'float')]), [input('x', 0, 20)]);
    const { gaps } = sampled(exponential, { formats: ['float16'] });
    assert.deepEqual(
      gaps.map(({ format, what }) => [format, what]),
      [['float16', Infinity]],
    );
    assert.ok(Math.abs((gaps[0]?.low ?? 0) - Math.log(65504)) < 0.1);
  });

  it('moves all elements together, or one while the others are held', () => {
    assert.equal(valueAt(sampled(sumOfSquares()), 2), 12);
    const one = sampled(sumOfSquares(), { element: 1 });
    assert.equal(valueAt(one, 2), 6);
    assert.equal(one.curves[0]?.slopes.at(-1), 4);
  });

  it('tells what stops it where a construct was not read', () => {
    const unread = drawing((g) => g.opaque('torch.fft.fft', [g.parameter('x', [], 'float')], []), [input('x', 0, 1)]);
    const view = openingView(unread);
    assert.ok(view);
    const result = sample(unread, view);
    assert.ok(result instanceof Unreadable);
    assert.equal(result.what, 'torch.fft.fft');
  });

  it('has a second derivative that keeps away from kinks', () => {
    const { second, xs } = sampled(absoluteError(), { second: true });
    assert.equal(second?.[xs.indexOf(1)], null);
    assert.ok(second?.every((value) => value === null || Math.abs(value) < 1e-9));
  });

  it('draws another loss over the same points', () => {
    const of = absoluteError();
    const view = openingView(of);
    assert.ok(view);
    const result = sample(of, view, new Map([['squares', sumOfSquares()]]));
    assert.ok(!(result instanceof Unreadable));
    assert.deepEqual(
      result.others.map(({ name }) => name),
      ['squares'],
    );
    assert.ok(Math.abs((result.others[0]?.curve.values[0] ?? 0) - 48) < 1e-9);
  });
});

describe('a counterexample to convexity', () => {
  const of = drawing((g) => g.apply('tanh', [g.parameter('x', [2], 'float')]), [input('x', -1, 1, [0, 0])]);

  it('is shown as the chord that the curve rises above', () => {
    const view = openingView(of);
    assert.ok(view);
    const shown = chordView({ against: 'convex', from: { x: [0, 0] }, to: { x: [0, 3] } }, of, view);
    assert.deepEqual([shown?.axis, shown?.element, shown?.chord], ['x', 1, [0, 3]]);
    const { xs, curves, chord } = sampled(of, shown ?? {});
    const middle = xs.findIndex((x) => x > 1.5);
    assert.ok((curves[0]?.values[middle] ?? 0) > (chord?.[middle] ?? 0));
    assert.equal(chord?.[0], null);
  });

  it('is not shown where it moves elements apart', () => {
    const view = openingView(of);
    assert.ok(view);
    assert.equal(chordView({ against: 'convex', from: { x: [0, 0] }, to: { x: [1, 3] } }, of, view), null);
  });
});
