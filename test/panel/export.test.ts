import assert from 'node:assert/strict';
import { csvOf, svgOf } from '../../media/panel/export-text';
import { linesOf } from '../../media/panel/lines';
import { openingView } from '../../media/panel/opening';
import { sample } from '../../media/panel/sample';
import { speaker } from '../../media/panel/strings/say';
import { Unreadable } from '../../src/engine/tape/tape';
import { negativeLog } from './drawings';

const ink = { text: 'black', grid: 'gray', curves: ['blue', 'red'], others: ['green'], hazard: 'red', paper: 'white' };
const of = negativeLog(-1);
const view = openingView(of);
const result = view && sample(of, view);
if (!result || result instanceof Unreadable) throw new Error('the drawing cannot be sampled');

describe('an export', () => {
  it('as comma-separated values leaves a gap empty', () => {
    const [titles, first, ...rows] = csvOf(result, 'x').split('\n');
    assert.equal(titles, 'x,loss (float64),gradient (float64),loss (float32),gradient (float32)');
    assert.match(first ?? '', /^-1,,/);
    assert.match(rows.at(-2) ?? '', /^1,0,-1,0,-1$|^1,-0,-1,-0,-1$/);
  });

  it('as a picture breaks the curve at the gap and names each line', () => {
    const say = speaker('en');
    const svg = svgOf(result.xs, 'x < 1', [{ quantity: 'value', title: 'loss', lines: linesOf(result, 'value', 'huber', ink, say) }], ink);
    assert.match(svg, /^<svg xmlns/);
    assert.equal(svg.match(/<title>/g)?.length, 2);
    assert.ok(svg.includes('x &lt; 1'));
    const path = /<path d="(M[^"]+)" fill="none"/.exec(svg)?.[1] ?? '';
    assert.equal(path.match(/M/g)?.length, 1);
    assert.ok(!path.includes('NaN'));
  });
});
