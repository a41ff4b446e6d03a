import assert from 'node:assert/strict';
import { pack, unpack } from '../../src/protocol/number-safe';
import { isEngineReply, isFromPanel, isPanelState, isToPanel } from '../../src/protocol/validate';

describe('messages', () => {
  it('keep the numbers that JSON loses', () => {
    const value = { bounds: [-Infinity, Infinity, -0, 0.5], slope: NaN, name: 'inf' };
    assert.deepEqual(unpack(pack(value)), value);
  });

  it('are refused when they are not of the form agreed on', () => {
    const place = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
    assert.ok(isFromPanel({ kind: 'reveal', range: place }));
    for (const wrong of [
      null,
      'ready',
      { kind: 'reveal' },
      { kind: 'reveal', range: { start: place.start } },
      { kind: 'toString' },
      { kind: 'choose', loss: 3 },
    ]) {
      assert.equal(isFromPanel(wrong), false, JSON.stringify(wrong));
    }
  });

  it('from the worker and to the panel are checked too', () => {
    assert.ok(isEngineReply({ kind: 'checked', id: 1, report: null }));
    assert.equal(isEngineReply({ kind: 'checked', id: '1', report: null }), false);
    assert.ok(isToPanel({ kind: 'stale' }));
    assert.equal(isToPanel({ kind: 'show', content: {} }), false);
  });

  it('of an older version do not restore a panel', () => {
    assert.ok(isPanelState({ document: 'file:///a.py', loss: 'huber' }));
    assert.equal(isPanelState({ document: 'file:///a.py' }), false);
    assert.equal(isPanelState(undefined), false);
  });
});
