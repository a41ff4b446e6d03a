import assert from 'node:assert/strict';
import { operationAt } from '../../../src/engine/check/operation';
import type { OperationReport } from '../../../src/engine/check/operation';
import { drawEntry } from '../../../src/engine/check/draw-entry';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { sketchOf } from '../../../src/engine/check/sketch';
import { operationHover } from '../../../src/engine/report/operation-hover';
import { testTools } from '../../support/tools';

const TEXT = `import torch
import torch.nn.functional as F

def entropy(z, y):
    p = torch.sigmoid(z)
    return -(y * torch.log(p)).mean() + F.mse_loss(z, y)
`;

async function at(word: string): Promise<OperationReport | null> {
  const source = { path: 'a.py', language: 'python', text: TEXT } as const;
  const before = TEXT.slice(0, TEXT.indexOf(word)).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return operationAt(source, 'entropy', position, await testTools(), DEFAULT_OPTIONS);
}

describe('an operation inside a loss', () => {
  it('has its range, its operand and its slope at the ends', async () => {
    const log = await at('torch.log');
    assert.ok(log);
    assert.deepEqual([log.op, log.dtype, log.values.low, log.values.high], ['log', 'float32', '-inf', 0]);
    assert.deepEqual([log.operand?.code, log.operand?.values.low, log.operand?.values.high], ['p', 0, 1]);
    assert.deepEqual([log.slope?.atLow, log.slope?.atHigh], ['inf', 1]);
    const text = operationHover(log, 'concave in z', [], 'en');
    assert.match(text, /from −∞ to 0 in float32, where `p` is from 0 to 1/);
    assert.match(text, /concave in z/);
    assert.match(text, /slope `1 \/ p`: ∞ at 0, 1 at 1/);
    assert.match(operationHover(log, null, [], 'zh-cn'), /斜率/);
  });

  it('is the innermost one', async () => assert.equal((await at('torch.sigmoid'))?.op, 'sigmoid'));

  it("is none in the middle of a library's own loss, nor on a word that computes nothing", async () => {
    assert.equal(await at('F.mse_loss'), null);
    assert.equal(await at('entropy'), null);
  });
});

describe('the sketch of a loss', () => {
  it('runs along the prediction', async () => {
    const drawing = drawEntry('huber', await testTools());
    const sketch = drawing && sketchOf(drawing);
    assert.deepEqual([sketch?.axis, sketch?.low, sketch?.high], ['x', -6, 6]);
    assert.ok((sketch?.values[0] ?? 0) > 4);
  });

  it('moves one logit where moving all changes nothing', async () => {
    const drawing = drawEntry('cross-entropy', await testTools());
    const values = drawing && sketchOf(drawing)?.values;
    assert.ok(values && (values[0] ?? 0) > (values.at(-1) ?? 0) + 1);
  });
});
