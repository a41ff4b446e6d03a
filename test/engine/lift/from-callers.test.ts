import assert from 'node:assert/strict';
import { Readings } from '../../../src/engine/lift/losses/readings';
import { lift } from './lifted';

const HEAD =
  'import torch\nimport torch.nn.functional as F\n\ndef bag_loss(logits, weight):\n    return (weight * torch.exp(3 * logits)).sum()\n\n';

/** The domain of `logits` in a file with callers of its function, and why. */
async function domainWith(callers: string): Promise<readonly [source: string, because: string]> {
  const { losses } = await lift(HEAD + callers);
  const found = losses.find(({ name }) => name === 'bag_loss')?.parameters.find(({ name }) => name === 'logits');
  return [found?.source ?? '', found?.because ?? ''];
}

describe('what the calls of a function in its file give it', () => {
  for (const [what, argument, before] of [
    ['a sigmoid', 'x.sigmoid()', ''],
    ['a softmax that a name stands for', 'p.view(-1)', 'p = F.softmax(x, dim=1)'],
    ['a product of probabilities and what is left of one', 'p[keep] * (1 - torch.sigmoid(y)).detach()', 'p = torch.softmax(x, 1)'],
    ['what is called a probability', 'class_probs.transpose(1, 0)', ''],
    ['a keyword', 'logits=torch.sigmoid(x)', ''],
  ] as const)
    it(`is a domain: ${what}`, async () => {
      const lines = [before, argument.startsWith('logits=') ? `return bag_loss(weight=w, ${argument})` : `return bag_loss(${argument}, w)`];
      const body = lines.filter((line) => line !== '').map((line) => `    ${line}\n`);
      const [source, because] = await domainWith(`def step(x, y, w, keep, class_probs):\n${body.join('')}`);
      assert.equal(source, 'code');
      assert.match(because, /^each call in the file gives it probabilities, as at line \d+$/);
    });

  for (const [what, callers] of [
    ['nobody calls it', ''],
    ['one call gives scores', 'def step(x, w):\n    return bag_loss(x.sigmoid(), w) + bag_loss(x, w)\n'],
    ['a sum of probabilities is given', 'def step(x, w):\n    return bag_loss(x.sigmoid() + x.sigmoid(), w)\n'],
    ['a name is assigned twice', 'def step(x, w):\n    p = x.sigmoid()\n    p = x * 2\n    return bag_loss(p, w)\n'],
    ['arguments are handed on', 'def step(*args):\n    return bag_loss(*args)\n'],
    ['it calls itself only', 'def other(x):\n    return x\n'],
  ] as const)
    it(`is none where ${what}`, async () => assert.notEqual((await domainWith(callers))[0], 'code'));

  it('is looked at again where a caller changed and the function did not', async () => {
    const readings = new Readings();
    const known = async (callers: string): Promise<readonly [string | undefined, boolean | undefined]> => {
      const { losses } = await lift(HEAD + callers, { readings });
      const found = losses.find(({ name }) => name === 'bag_loss');
      return [found?.parameters.find(({ name }) => name === 'logits')?.source, found?.withoutAutograd];
    };
    assert.deepEqual(await known('def step(x, w):\n    return bag_loss(x.sigmoid(), w)\n'), ['code', false]);
    assert.deepEqual(await known('def step(x, w):\n    return bag_loss(x, w)\n'), ['assumed', false]);
    assert.deepEqual(await known('@torch.no_grad()\ndef step(x, w):\n    return bag_loss(x, w)\n'), ['assumed', true]);
  });
});
