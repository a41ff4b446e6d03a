import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FormatName } from '../../../src/engine/numerics/format';
import { isGrave, judge } from './judge';

const HEAD = 'import math\nimport torch\nimport torch.nn.functional as F\nimport jax\nimport jax.numpy as jnp\nimport numpy as np\n';

interface Told {
  readonly line: string;
  readonly says: string;
  readonly format?: FormatName;
  readonly declares?: string;
}

const toldOf = async ({ line, format, declares = 'x: prediction' }: Omit<Told, 'says'>): Promise<string> => {
  const text = `${HEAD}def loss(x, y, m):\n    # losswright: ${declares}\n    return ${line}\n`;
  const { findings, preconditions } = await judge(text, format);
  const graver = findings.filter(isGrave).map(({ code }) => code.replace('stability/', ''));
  return [...new Set(graver), ...(preconditions.length > 0 ? ['needs'] : [])].join(' ') || 'nothing';
};

const TOLD: readonly Told[] = [
  { line: '-torch.log(torch.distributions.Normal(0.0, 1.0).cdf(x)).mean()', says: 'log-ndtr-naive' },
  { line: '-jnp.log(jax.scipy.stats.norm.cdf(x)).mean()', says: 'log-ndtr-naive' },
  { line: '-jax.scipy.stats.norm.logcdf(x).mean()', says: 'nothing' },
  { line: 'F.cross_entropy(x, m, ignore_index=255)', says: 'empty-mean' },
  { line: 'F.cross_entropy(x, m)', says: 'nothing' },
  { line: 'torch.log(1 - F.log_softmax(x, dim=-1)[:, 1].exp()).mean()', says: 'log1mexp' },
  { line: 'torch.logsumexp(x.masked_fill(m == 0, -math.inf), dim=-1).mean()', says: 'logsumexp-all-neginf' },
  { line: 'torch.logsumexp(x.masked_fill(m == 0, -1e9), dim=-1).mean()', says: 'nothing' },
  { line: '(y / (x + 1e-8)).mean()', says: 'needs', declares: 'y in [0, 1]' },
  { line: '(y / (x.abs() + 1e-8)).mean()', says: 'nothing', declares: 'y in [0, 1]' },
  {
    line: 'torch.acos(((x.diagonal(dim1=-2, dim2=-1).sum(-1) - 1) / 2).clamp(-1, 1)).mean()',
    says: 'acos-asin-edge',
    declares: 'x: [2, 3, 3]; x in [-1, 1]',
  },
  { line: '((x ** 2).sum(1) + (y ** 2).sum(1) - 2 * (x * y).sum(1)).mean()', says: 'sqdist-expansion' },
  { line: '((x ** 2).sum(1) + (y ** 2).sum(1) - 2 * (x * y).sum(1)).clamp(min=0).mean()', says: 'nothing' },
  { line: '(x * m).sum() / m.sum().clamp(min=1)', says: 'half-sum-overflow', format: 'float16', declares: 'x: prediction; m in {0, 1}' },
  { line: '((x - y) ** 4).mean()', says: 'pow-overflow', format: 'float16' },
  { line: '(torch.sin(x) / x).mean()', says: 'div-unguarded', declares: 'x in [0, 1]' },
  { line: '-np.mean(np.log(1 - np.clip(x, 0, 1 - 1e-18)))', says: 'eps-absorbed', declares: 'x in [0, 1]' },
  { line: '((m != 0).float() * torch.log(m)).sum() + y.sum()', says: 'mask-multiply', declares: 'y: prediction' },
  { line: '(torch.exp(x) * x).sum()', says: 'xlogx-zero', declares: 'x in [-inf, 0]' },
  { line: 'torch.log(torch.exp(x) + torch.exp(y)).mean()', says: 'log-of-sum-exp', declares: 'x: prediction; y: prediction' },
  {
    line: '-torch.log((m * torch.exp(-0.5 * (x - y) ** 2)).sum(-1)).mean()',
    says: 'log-of-underflowed-product',
    declares: 'x: prediction; m in simplex',
  },
  {
    line: '-jnp.log((m * jnp.exp(-0.5 * (y - x) ** 2)).sum(-1)).mean()',
    says: 'log-of-underflowed-product',
    declares: 'x: prediction; y: target; m: other',
  },
  {
    line: '(y / (m.abs() + 1e-6)).mean()',
    says: 'eps-reciprocal-overflow',
    format: 'float16',
    declares: 'y: prediction; m: other',
  },
  {
    line: '(jax.lax.lgamma(m + y) - jax.lax.lgamma(y) + y * jnp.log(y / (y + x))).mean()',
    says: 'lgamma-cancellation',
    declares: 'x in (0, 10); m in (0, 10); y in (0, inf)',
  },
];

describe('hazards found by their mathematics', () => {
  for (const { says, ...told } of TOLD) {
    it(`${told.line}: ${says}`, async () => assert.equal(await toldOf(told), says));
  }

  it('counts on the values that the author tests for, whatever they are called', async () => {
    const tested = await judge(`${HEAD}def loss(given):\n    return torch.where(given > 0, torch.log(given), given).sum()\n`);
    assert.deepEqual(
      tested.findings.filter(isGrave).map(({ code }) => code),
      ['stability/where-nan-grad'],
    );
    const plain = await judge(`${HEAD}def loss(given):\n    return torch.log(given).sum()\n`);
    assert.deepEqual([plain.findings.filter(isGrave).length, plain.preconditions.length], [0, 1]);
  });

  it('sees an exponential that is clamped on one path only', async () => {
    const text = `${HEAD}def ppo_loss(logp, old_logp, advantages):\n    ratio = torch.exp(logp - old_logp)\n    return -torch.min(ratio * advantages, ratio.clamp(0.8, 1.2) * advantages).mean()\n`;
    const { findings } = await judge(text);
    assert.deepEqual(
      findings.filter(isGrave).map(({ code, line }) => [code, line]),
      [['stability/exp-logratio', 8]],
    );
  });

  it("sees CUDA's autocast around a cross entropy of probabilities, which it refuses", async () => {
    const told = async (...lines: string[]): Promise<readonly string[]> =>
      (await judge(`${HEAD}${lines.join('\n')}\n`)).findings.filter(isGrave).map(({ code }) => code);
    const body = ['def loss(logits, target):', '    p = torch.sigmoid(logits)', '    return F.binary_cross_entropy(p, target)'];
    const under = (context: string): string[] => [
      ...body.slice(0, 1),
      `    with ${context}:`,
      ...body.slice(1).map((line) => `    ${line}`),
    ];
    assert.deepEqual(await told(...under('torch.autocast("cuda")')), ['stability/bce-on-half-prob']);
    assert.deepEqual(await told('@torch.cuda.amp.autocast()', ...body), ['stability/bce-on-half-prob']);
    assert.deepEqual(await told(...under('torch.autocast("cuda", enabled=False)')), ['stability/sigmoid-then-bce']);
    assert.deepEqual(await told(...body), ['stability/sigmoid-then-bce']);
  });
});
