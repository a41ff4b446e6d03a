import assert from 'node:assert/strict';
import { alongAxis, axesOf, keptView, openingView } from '../../media/panel/view';
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
});
