import assert from 'node:assert/strict';
import { evaluate, type EvaluationRequest } from '../../../src/engine/check/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

const TEXT = `import torch
def mse_loss(x, y, reduction='mean', unused=1):
    z = (x - y) ** 2
    return z.sum() if reduction == 'sum' else z.mean()
def chosen_loss(logits, labels):
    return torch.nn.functional.cross_entropy(logits, labels[labels != -100])
def pairs_loss(x, pairs=None):
    if pairs is None:
        return x.sum()
    anchor, other = pairs
    return (x[anchor] - x[other]).abs().sum()
def net_loss(net, x):
    return net(x).pow(2).sum()
class HalfLoss(torch.autograd.Function):
    @staticmethod
    def forward(ctx, pred, target):
        ctx.save_for_backward(pred, target)
        return ((pred - target) ** 2).sum()
    @staticmethod
    def backward(ctx, grad_output):
        pred, target = ctx.saved_tensors
        return grad_output * (pred - target), None
class DoubleHalfLoss(HalfLoss):
    @staticmethod
    def forward(ctx, pred, target):
        ctx.save_for_backward(pred, target)
        return 2 * ((pred - target) ** 2).sum()
`;
const PAIR = { x: [1, 2], y: [0, 1] };

/** What is asked, and the one line that answers it. */
const PROBLEMS: readonly (readonly [request: EvaluationRequest, loss: string, problem: RegExp])[] = [
  [{ inputs: { x: [1] } }, 'mse_loss', /^mse_loss needs the input "y"$/],
  [{ inputs: { x: [1, 2], y: [1, 2, 3] } }, 'mse_loss', /shapes \(2,\) and \(3,\) do not broadcast/],
  [{ inputs: { ...PAIR, z0: [1] } }, 'mse_loss', /^mse_loss has no parameter "z0"$/],
  [{ inputs: PAIR, parameters: { gamma: 2 } }, 'mse_loss', /^mse_loss has no parameter "gamma"$/],
  [{ inputs: PAIR, wrt: ['gamma'] }, 'mse_loss', /^mse_loss has no parameter "gamma"$/],
  [{ inputs: { x: [[1], [1, 2]], y: 0 } }, 'mse_loss', /"x" is not a number or a rectangular array/],
  [
    {
      inputs: {
        logits: [
          [1, 2],
          [0, 1],
        ],
        labels: [1, -100],
      },
    },
    'chosen_loss',
    /what its code demands of the inputs does not hold/,
  ],
  [{ inputs: PAIR }, 'absent_loss', /^no loss "absent_loss"/],
  [{ inputs: { x: [1] } }, 'net_loss', /^net_loss calls "net": say in "callables"/],
  [{ inputs: { x: [[1, 2]] }, callables: { net: { linear: [[1, 2, 3]] } } }, 'net_loss', /sizes 2 and 3 do not match/],
];

async function answer(request: EvaluationRequest, loss: string): Promise<ReturnType<typeof evaluate>> {
  return evaluate({ path: 'losses.py', language: 'python', text: TEXT }, loss, request, await testTools(), DEFAULT_OPTIONS);
}

describe('an evaluation that cannot be says why in one line', () => {
  for (const [request, loss, problem] of PROBLEMS)
    it(`${loss} ${JSON.stringify(request)}`, async () => {
      const result = await answer(request, loss);
      assert.ok('problem' in result, JSON.stringify(result));
      assert.match(result.problem, problem);
      assert.ok(!result.problem.includes('\n'));
    });

  it('takes what is None by default for given where parts of it are', async () => {
    const result = await answer({ inputs: { x: [1, 4], 'pairs[0]': [0, 1], 'pairs[1]': [1, 1] } }, 'pairs_loss');
    assert.deepEqual('value' in result ? result.value : result, 3);
  });

  it('takes the backward pass that a function has, or comes to', async () => {
    for (const [name, value] of [
      ['HalfLoss', 4],
      ['DoubleHalfLoss', 8],
    ]) {
      const result = await answer({ inputs: { pred: [3, 1], target: [1, 1] } }, `${name}.forward`);
      assert.deepEqual(result, { value, gradients: { pred: [2, 0] }, dtype: 'float32' });
    }
  });

  it('takes a parameter that changes nothing', async () => {
    const result = await answer({ inputs: PAIR, parameters: { unused: 3, reduction: 'sum' } }, 'mse_loss');
    assert.deepEqual(result, { value: 2, gradients: { x: [2, 2] }, dtype: 'float32' });
  });
});

describe('places that are computed count from the end where they are negative', () => {
  it('next to another index', async () => {
    const text =
      'import torch\ndef loss(x):\n    i = torch.abs(torch.arange(3)[:, None] - torch.arange(3)[None, :])\n    return x[1, i - 1].sum(0)\n';
    const source = { path: 'a.py', language: 'python' as const, text };
    const request: EvaluationRequest = {
      inputs: {
        x: [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
      },
    };
    const result = evaluate(source, 'loss', request, await testTools(), DEFAULT_OPTIONS);
    assert.deepEqual('value' in result && result.value, [15, 14, 15]);
  });
});
