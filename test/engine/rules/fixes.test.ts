import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { textOf } from '../../../src/engine/ir/expression-text';
import { judge } from './judge';

const rewriteOf = async (line: string): Promise<string> => {
  const { findings } = await judge(
    `import torch\nimport jax.numpy as jnp\ndef loss(x, y):\n    # losswright: x: prediction\n    return ${line}`,
  );
  const rewrite = findings.find((found) => found.rewrite !== null)?.rewrite;
  return rewrite ? textOf(rewrite.by) : 'none';
};

describe('rewritings of hazards', () => {
  for (const [line, by] of [
    ['-(y * torch.log(torch.softmax(x, -1))).sum()', 'log_softmax(x)'],
    ['-torch.log(torch.sigmoid(x)).mean()', 'log_sigmoid(x)'],
    ['torch.log(1 + torch.exp(x)).sum()', 'softplus(x)'],
    ['torch.log(torch.exp(x).sum(-1)).sum()', 'logsumexp(x)'],
    ['(1 / (1 + torch.exp(-x)) - y).square().sum()', 'sigmoid(x)'],
    ['torch.where(x > 0, torch.sqrt(x), x).sum()', 'sqrt(where(x > 0, x, 1))'],
    ['torch.sqrt(((x - y) ** 2).sum(-1)).sum()', 'sqrt(sum((x - y) ^ 2) + 0.000001)'],
    ['torch.acos(x.clamp(-1, 1)).sum()', 'acos(clip(clip(x, -1, 1), -0.999999, 0.999999))'],
    ['((x / jnp.linalg.norm(x, axis=-1, keepdims=True) - y) ** 2).mean()', 'sqrt(sum(x^2) + 0.000001)'],
    ['(((x - jnp.mean(x)) / jnp.std(x) - y) ** 2).mean()', 'sqrt(var(x) + 0.000001)'],
    ['(x.clamp(0, 1) * torch.log(x.clamp(0, 1) / y.clamp(0, 1))).sum()', '(… + 0.000001) / (… + 0.000001)'],
  ] as const) {
    it(`${line} becomes ${by}`, async () => assert.equal(await rewriteOf(line), by));
  }
});
