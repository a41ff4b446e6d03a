import assert from 'node:assert/strict';
import { alongChoice, axisChoices, axisLabel } from '../../media/panel/axis';
import { keptView, openingView } from '../../media/panel/opening';
import { sample } from '../../media/panel/sample';
import type { Sample } from '../../media/panel/sample';
import type { Drawing } from '../../src/engine/check/drawing';
import { Unreadable } from '../../src/engine/tape/tape';
import { absoluteError, drawing, input } from './drawings';

/** −log p on one probability. */
function surprise(): Drawing {
  const probability = { ...input('p', 0, 1, [0.5]), least: 0, most: 1 };
  return drawing((g) => g.apply('negative', [g.apply('log', [g.parameter('p', [], 'float')])]), [probability]);
}

function along(of: Drawing, label: string): Sample {
  const view = openingView(of);
  const choice = axisChoices(of).find((one) => one.label === label);
  assert.ok(view && choice, label);
  const result = sample(of, { ...view, ...alongChoice(choice, of) });
  if (result instanceof Unreadable) throw result;
  return result;
}

describe('what a loss is drawn against', () => {
  it('is an input, a residual where there is a target, a logit where there is a probability', () => {
    const labels = (of: Drawing): string[] => axisChoices(of).map(({ label }) => label);
    assert.deepEqual(labels(absoluteError()), ['x', 'target', 'x − target']);
    assert.deepEqual(labels(surprise()), ['p', 'logit(p)']);
  });

  it('puts the kink of an absolute error at residual 0, wherever the target is', () => {
    const { marks } = along(absoluteError(), 'x − target');
    assert.deepEqual(
      marks.map(({ kind, x }) => [kind, x]),
      [['kink', 0]],
    );
  });

  it('takes the slope in the logit: p − 1 for −log p', () => {
    const { xs, curves } = along(surprise(), 'logit(p)');
    const middle = xs.findIndex((x) => Math.abs(x) < 1e-9);
    assert.ok(Math.abs((curves[0]?.slopes[middle] ?? NaN) + 0.5) < 1e-12);
    assert.ok(Math.abs((curves[0]?.values[middle] ?? NaN) - Math.LN2) < 1e-12);
  });

  it('is kept when the text changes, and given up where it no longer exists', () => {
    const before = absoluteError();
    const view = openingView(before);
    const residual = axisChoices(before).at(-1);
    assert.ok(view && residual);
    const chosen = { ...view, ...alongChoice(residual, before) };
    const kept = keptView(chosen, before, absoluteError());
    assert.equal(kept && axisLabel(kept), 'x − target');
    const alone = drawing((g) => g.apply('abs', [g.parameter('x', [], 'float')]), [input('x', -4, 4)]);
    const other = keptView(chosen, before, alone);
    assert.equal(other && axisLabel(other), 'x');
  });
});

describe('zones of a curve', () => {
  it('are dead where the gradient is exactly 0', () => {
    const hinge = drawing(
      (g) => g.apply('relu', [g.apply('subtract', [g.constant(1), g.parameter('x', [], 'float')])]),
      [input('x', -3, 3)],
    );
    const [zone, ...others] = along(hinge, 'x').zones;
    assert.deepEqual([zone?.kind, others.length], ['dead', 0]);
    assert.ok(Math.abs((zone?.low ?? 0) - 1) < 0.05 && zone?.high === 3);
  });

  it('are saturated where the loss is high and hardly slopes', () => {
    const onSigmoid = drawing(
      (g) => g.apply('square', [g.apply('subtract', [g.constant(1), g.apply('sigmoid', [g.parameter('x', [], 'float')])])]),
      [input('x', -10, 10)],
    );
    const [zone, ...others] = along(onSigmoid, 'x').zones;
    assert.deepEqual([zone?.kind, zone?.low, others.length], ['saturated', -10, 0]);
    assert.ok((zone?.high ?? 0) < -3);
  });
});

describe('a witness outside of the window', () => {
  it('stands at the edge it lies behind', () => {
    const of = drawing((g) => g.apply('exp', [g.parameter('x', [], 'float')]), [input('x', -4, 4)]);
    const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const hazard = {
      code: 'stability/exp-overflow',
      fingerprint: 'f',
      message: 'overflows',
      fixable: false,
      range: place,
      at: { x: 90 },
      inputs: { x: [90] },
    };
    const { marks } = along({ ...of, hazards: [hazard] }, 'x');
    assert.deepEqual(
      marks.map(({ kind, x }) => [kind, x]),
      [['beyond', 4]],
    );
  });
});
