import assert from 'node:assert/strict';
import { failingTest } from '../../../src/engine/report/failing-test';

describe('a failing test', () => {
  it('keeps the imports above, and asserts in a function what the reproducer asserts', () => {
    const reproducer =
      "import torch\nfrom losses import Focal\n\nz = torch.tensor([1.0])\nvalue = z.log()\nprint('value', value)\nassert torch.isfinite(value).all()\n";
    assert.equal(
      failingTest(reproducer, 'stability/log-zero-prob', 'Focal.forward'),
      'import torch\nfrom losses import Focal\n\n\ndef test_focal_forward_log_zero_prob():\n    z = torch.tensor([1.0])\n    value = z.log()\n    assert torch.isfinite(value).all()\n',
    );
  });
});
