import assert from 'node:assert/strict';
import { printDomain } from '../../../src/engine/ir/domain';
import { lift } from './lifted';

const HEAD = 'import torch\n\ndef gap_loss(first, second):\n    return (torch.log(first) * second).sum()\n\n';

/** The domain of `first` where its one caller computes it so. */
async function firstOf(...lines: readonly string[]): Promise<string> {
  const body = lines.map((line) => `    ${line}\n`).join('');
  const { losses } = await lift(`${HEAD}def step(x, y):\n${body}    return gap_loss(x, y)\n`);
  const found = losses.find(({ name }) => name === 'gap_loss')?.parameters.find(({ name }) => name === 'first');
  return found ? printDomain(found.domain) : '';
}

describe('a vector that is divided by its own length', () => {
  for (const lines of [
    ['x = x / x.norm(dim=1, keepdim=True)'],
    ['x = x / (torch.norm(x, 2, 1, keepdim=True) + 1e-12)'],
    ['x = 1. * x / (torch.norm(x, 2, 1, keepdim=True).expand_as(x) + 1e-12)'],
    ['n = torch.sqrt(torch.sum(x * x, dim=1) + 1e-10)', 'x = x / n.unsqueeze(-1).expand_as(x)'],
    ['n = (x ** 2).sum(1, keepdim=True).sqrt().clamp(min=1e-8)', 'x = x / n'],
    ['x = torch.div(x, x.pow(2).sum(1, keepdim=True).pow(0.5))'],
    ['x = x.div(torch.clamp(torch.linalg.norm(x), min=1e-6))'],
  ])
    it(`has no element beyond 1: ${lines.join('; ')}`, async () => assert.equal(await firstOf(...lines), '[-1, 1]'));

  for (const lines of [
    ['x = x / y.norm(dim=1, keepdim=True)'],
    ['x = x / torch.sqrt(torch.sum(x + x, dim=1))'],
    ['x = x / (x.norm(dim=1, keepdim=True) - 1)'],
    ['x = x / torch.sqrt(torch.mean(x * x, dim=1))'],
  ])
    it(`is anything else: ${lines.join('; ')}`, async () => assert.equal(await firstOf(...lines), 'R'));
});
