import assert from 'node:assert/strict';
import { closeAll, hoverText, placeOf, show } from './workspace';

describe('hover', () => {
  afterEach(closeAll);

  it('shows the typeset formula, the gradient and the verdicts on the name of a loss', async () => {
    const { document } = await show('safe.py');
    const text = await hoverText(document.uri, placeOf(document, 'squared_error'));
    assert.match(text, /convex/i);
    assert.match(text, /smooth/i);
    assert.match(text, /!\[[^\n]+\]\(data:image\/svg\+xml,/);
    assert.ok((text.match(/data:image\/svg\+xml,/g) ?? []).length >= 3, 'formula, gradient and a small curve');
    assert.ok(text.length < 100_000);
  });

  it('waits for the report of the text as it is', async () => {
    const { document } = await show('huber.loss');
    assert.match(await hoverText(document.uri, placeOf(document, 'huber')), /convex/i);
  });

  it('shows the range and the slope of an operation inside a loss, and what is known of an input', async () => {
    const { document } = await show('hazard.py');
    assert.match(await hoverText(document.uri, placeOf(document, 'torch.softmax')), /from 0 to 1 in float32/);
    assert.match(await hoverText(document.uri, placeOf(document, 'logits, dim')), /logits ∈/);
  });

  it('says nothing elsewhere', async () => {
    const { document } = await show('safe.py');
    assert.doesNotMatch(await hoverText(document.uri, placeOf(document, 'import')), /convex/i);
  });
});
