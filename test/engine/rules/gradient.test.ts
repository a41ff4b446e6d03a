import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGrave, judge } from './judge';

const TORCH = 'import torch\nimport torch.nn.functional as F\n\n\n';

/** Codes of the gradient rules that speak of a function `def loss(pred, target)` with this body, and what they would write instead. */
async function told(...body: readonly string[]): Promise<readonly (readonly [string, string | undefined])[]> {
  const text = `${TORCH}def some_loss(pred, target):\n${body.map((line) => `    ${line}\n`).join('')}`;
  const { findings } = await judge(text);
  return findings.filter(({ code }) => /^gradient\/(?!saturates)/.test(code)).map(({ code, edit }) => [code, edit?.newText]);
}

/** As torch 2.13 has it: `backward()` raises an error. */
const DESTROYED: readonly (readonly [string, ...string[]])[] = [
  ['p = p.clamp(1e-6, 1 - 1e-6)', 'p = torch.sigmoid(pred)', 'p.clamp_(1e-6, 1 - 1e-6)', 'return -(target * torch.log(p)).mean()'],
  ['p = p + 1e-8', 'p = torch.softmax(pred, dim=-1)', 'p += 1e-8', 'return -(target * torch.log(p)).sum()'],
  ['d = d.abs()', 'd = pred - target', 'sq = d ** 2', 'd.abs_()', 'return (sq + d).mean()'],
  ['', 'e = pred.exp()', 'e[target == 0] = 0', 'return e.sum()'],
  ['n = n.mul(2)', 'n = torch.sqrt(((pred - target) ** 2).sum() + 1e-8)', 'n.mul_(2)', 'return n'],
  ['h = h * target', 'h = F.relu(pred)', 'h *= target', 'return h.sum()'],
  ['a = a.add(1)', 'a = pred - target', 'l = a * pred', 'a.add_(1)', 'return l.mean() + a.mean()'],
];

const HARMLESS: readonly (readonly string[])[] = [
  ['p = torch.sigmoid(pred)', 'p = p.clamp(1e-6, 1 - 1e-6)', 'return -(target * torch.log(p)).mean()'],
  ['p = torch.sigmoid(pred).clone()', 'p.clamp_(1e-6, 1 - 1e-6)', 'return -(target * torch.log(p)).mean()'],
  ['loss = F.mse_loss(pred, target)', 'loss += 0.1 * pred.abs().mean()', 'return loss'],
  ['d = pred - target', 'd.abs_()', 'return d.mean()'],
  ['total = 0.0', 'for i in range(3):', '    total += (pred * target).mean()', 'return total'],
  ['w = torch.ones_like(pred)', 'w[target > 0.5] = 2.0', 'return (w * (pred - target) ** 2).mean()'],
  ['loss = (pred - target).abs()', 'loss[target < 0] = 0', 'return loss.mean()'],
  ['loss = (pred - target) ** 2', 'loss *= 0.5', 'loss /= pred.numel()', 'return loss.sum()'],
  ['c = (pred.T @ target) / 4', 'd = torch.diagonal(c)', 'return d.add_(-1).pow_(2).sum()'],
  ['p = pred.float()', 'p.register_hook(lambda g: g)', 'return ((p - target) ** 2).mean()'],
  ['s = pred * 2', 's.sub_(1)', 's.exp_()', 'return (s * target).sum()'],
  ['p = torch.sigmoid(pred)', 'p.data.clamp_(1e-6, 1 - 1e-6)', 'return -(target * torch.log(p)).mean()'],
  ['p = torch.sigmoid(pred)', 'p.data = torch.zeros_like(p)', 'return -(target * torch.log(p + 1)).mean()'],
  [
    'w = 1 / target.sum(1)',
    'for row in w:',
    '    row[torch.isinf(row)] = 0',
    'return (pred.sum(1) * w).mean() / (target.sum(1) * w).mean()',
  ],
  ['zero = torch.tensor(0.0)', 'total = torch.tensor(0.0)', 'total += torch.max(pred * pred - 1, zero).sum()', 'return total'],
];

describe('rules of the gradient', () => {
  it('tell writes in place that destroy what the backward pass needs, and how to write them instead', async () => {
    for (const [fix, ...body] of DESTROYED)
      assert.deepEqual(await told(...body), [['gradient/in-place', fix === '' ? undefined : fix]], body[1]);
  });

  it('tell writes in place into a prediction of the caller', async () => {
    assert.deepEqual(await told('pred.clamp_(0.1, 0.9)', 'return F.l1_loss(pred, target)'), [
      ['gradient/in-place', 'pred = pred.clamp(0.1, 0.9)'],
    ]);
  });

  it('say nothing of writes that the backward pass survives', async () => {
    for (const body of HARMLESS) assert.deepEqual(await told(...body), [], body[0]);
  });

  it('say nothing of writes where autograd does not look, or before anything is computed', async () => {
    const texts = [
      [
        'class Base(torch.autograd.Function):',
        '    @staticmethod',
        '    def backward(ctx, g):',
        '        return ctx.saved_tensors[0] * g, None',
        'class SomeLossFunction(Base):',
        '    @staticmethod',
        '    def forward(ctx, pred, target):',
        '        p = torch.exp(pred)',
        '        p.mul_(target)',
        '        return (p * pred).sum()',
      ],
      [
        'class PriorLoss(torch.nn.Module):',
        '    def __init__(self):',
        '        super().__init__()',
        '        self.prior = torch.nn.Parameter(torch.zeros(3))',
        '        self.prior.fill_(0)',
        '    def forward(self, pred, target):',
        '        return ((pred - target - self.prior) ** 2).mean()',
      ],
      [
        'def train_step(model, features, labels, optimizer):',
        '    logits = model(features)',
        '    with torch.no_grad():',
        '        p = torch.exp(logits - logits.max())',
        '        p.div_(p.sum())',
        '        shown_loss = -(labels * torch.log(p + 1e-6)).mean()',
        '    logits.backward(p)',
      ],
    ];
    for (const lines of texts) {
      const { findings } = await judge(`${TORCH}${lines.join('\n')}\n`);
      assert.deepEqual(
        findings.filter(({ code }) => code === 'gradient/in-place').map(({ line }) => line),
        [],
        lines[0],
      );
    }
  });

  it('name the operation that cuts the gradient, and leave it out where that is a cure', async () => {
    const cases: readonly (readonly [string, string | undefined, ...string[]])[] = [
      ['detached', 'pred', 'p = pred.detach()', 'return ((p - target) ** 2).mean()'],
      ['detached', 'torch.sigmoid(pred)', 'return (torch.sigmoid(pred).detach() * target).sum()'],
      ['detached', 'pred', 'return F.mse_loss(pred.data, target)'],
      ['rewrapped', 'F.mse_loss(pred, target)', 'return torch.tensor(F.mse_loss(pred, target))'],
      ['item', 'pred.mean()', 'return torch.tensor(pred.mean().item()) - target.mean()'],
      ['item', 'pred', 'return torch.tensor([abs(p - t) for p, t in zip(pred.tolist(), target.tolist())]).mean()'],
      ['detached', undefined, 'p = pred.detach().cpu().numpy()', 'return ((torch.from_numpy(p) - target) ** 2).mean()'],
      ['argmax', undefined, 'return (pred.argmax(dim=1) != target).float().mean()'],
      ['argmax', undefined, 'return (pred.topk(1).indices != target).float().mean()'],
      ['comparison', undefined, 'return ((pred > 0.5).float() - target).abs().mean()'],
      ['round', undefined, 'return (torch.round(pred) - target).abs().mean()'],
      ['integer-cast', undefined, 'return (pred.long() - target).abs().float().mean()'],
      ['no-grad', undefined, 'with torch.no_grad():', '    loss = ((pred - target) ** 2).mean()', 'return loss'],
    ];
    for (const [name, fix, ...body] of cases) assert.deepEqual(await told(...body), [[`gradient/${name}`, fix]], body[0]);
  });

  it('are none of a measure, which gives numbers of Python or NumPy', async () => {
    for (const end of ['.item()', '.detach().cpu().numpy()', '.tolist()']) {
      const body = `    error = (pred - target).abs().mean()\n    return error${end}, error.sqrt()${end}\n`;
      const grave = async (name: string): Promise<string[]> =>
        (await judge(`${TORCH}def ${name}(pred, target):\n${body}`)).findings.filter(isGrave).map(({ code }) => code.split('/')[0] ?? '');
      assert.ok(!(await grave('depth_error')).includes('gradient'), end);
      assert.equal((await grave('depth_loss')).includes('gradient'), end !== '.detach().cpu().numpy()', end);
    }
  });

  it('name a squared error on a sigmoid or a softmax, and the cross entropy that cures it', async () => {
    const cases: readonly (readonly [string | undefined, string])[] = [
      ['saturates.squared-sigmoid', 'return ((torch.sigmoid(pred) - target) ** 2).mean()'],
      ['saturates.squared-sigmoid', 'return F.mse_loss(torch.sigmoid(pred), target)'],
      ['saturates.squared-softmax', 'return (target - F.softmax(pred, dim=-1)).pow(2).sum(-1).mean()'],
      ['saturates.here', 'return torch.tanh(pred - target).abs().mean()'],
      [undefined, 'return F.mse_loss(pred, target)'],
    ];
    for (const [id, body] of cases) {
      const { findings } = await judge(`${TORCH}def some_loss(pred, target):\n    ${body}\n`, undefined, { shape: true });
      assert.equal(findings.find(({ code }) => code === 'gradient/saturates')?.messageId, id, body);
    }
  });
});
