import assert from 'node:assert/strict';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { lossHover } from '../../../src/engine/report/hover';
import { OPERATIONS } from '../../../src/engine/report/evidence/operations-zh-cn';
import { OPS } from '../../../src/engine/ops/index';
import { worded } from '../../../src/engine/report/worded';
import { testTools } from '../../support/tools';

const TEXT = 'import numpy as np\n\n\ndef mse(y_true, y_pred):\n    return np.mean((y_true - y_pred) ** 2)\n';

describe('a report in Chinese', () => {
  it('calls known losses by their Chinese names', async () => {
    const { report } = checkSource({ path: 'a.py', language: 'python', text: TEXT }, await testTools(), DEFAULT_OPTIONS);
    assert.equal(worded(report, 'en').losses[0]?.recognised?.name, 'Mean squared error');
    const [loss] = worded(report, 'zh-cn').losses;
    assert.ok(loss);
    assert.equal(loss.recognised?.name, '均方误差');
    assert.match(lossHover(loss, [], 'zh-cn'), /均方误差/);
  });

  it('says of every operation what it is', () => {
    assert.deepEqual(Object.keys(OPERATIONS).sort(), Object.keys(OPS).sort());
    assert.ok(Object.values(OPERATIONS).every((summary) => summary.endsWith('。')));
  });
});
