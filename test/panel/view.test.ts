import assert from 'node:assert/strict';
import { keptView, openingView } from '../../media/panel/opening';
import { alongAxis, axesOf } from '../../media/panel/view';
import { absoluteError, drawing, input, sumOfSquares } from './drawings';

describe('the view of a drawing', () => {
  it('opens on the first variable, in its window', () => {
    const view = openingView(absoluteError());
    assert.deepEqual([view?.axis, view?.low, view?.high, view?.element], ['x', -4, 4, 'all']);
  });

  it('is none where there is nothing to move', () => {
    const constant = drawing((g) => g.constant(1), []);
    assert.equal(openingView(constant), null);
  });

  it('keeps what the reader chose when the text changes', () => {
    const before = absoluteError();
    const view = openingView(before);
    assert.ok(view);
    const chosen = { ...view, low: -1, second: true, values: { ...view.values, target: [2] } };
    const kept = keptView(chosen, before, absoluteError());
    assert.deepEqual([kept?.low, kept?.second, kept?.values['target']], [-1, true, [2]]);
  });

  it('starts afresh where the axis has another shape', () => {
    const before = absoluteError();
    const view = openingView(before);
    assert.ok(view);
    assert.equal(keptView({ ...view, low: -1 }, before, sumOfSquares())?.low, -2);
  });

  it('never offers a finite set as an axis', () => {
    const target = { ...input('y', 0, 1), choices: [0, 1] };
    const of = { ...absoluteError(), inputs: [input('x', -1, 1), target] };
    assert.deepEqual(
      axesOf(of).map(({ name }) => name),
      ['x'],
    );
    assert.equal(alongAxis(input('x', -1, 1)).axis, 'x');
  });

  it('moves one logit of a softmax, against its own class, because moving all changes nothing', () => {
    const cross = drawing(
      (g) => {
        const logits = g.apply('log_softmax', [g.parameter('z', [2, 3], 'float')], { axis: 1 });
        return g.apply('negative', [g.apply('sum', [g.apply('multiply', [g.parameter('y', [2, 3], 'float'), logits])])]);
      },
      [input('z', -4, 4, [0, 0, 0, 0, 0, 0]), { ...input('y', 0, 1, [1, 1, 1, 1, 1, 1]), least: 0, most: 1 }],
    );
    const view = openingView(cross);
    assert.deepEqual([view?.element, view?.values['y']], [0, [1, 0, 0, 1, 0, 0]]);
  });
});
