import assert from 'node:assert/strict';
import { isGrave, judge } from '../rules/judge';
import { lift } from './lifted';

const OVERLAP = [
  'import numpy as np',
  'import torch',
  '',
  'def overlap_loss(a, b):',
  '    inter = torch.minimum(a[:, 1], b[:, 1]) - torch.maximum(a[:, 0], b[:, 0])',
  '    return inter / ((a[:, 1] - a[:, 0]) + (b[:, 1] - b[:, 0]) - inter)',
  '',
];

const fateOf = async (...callers: readonly string[]): Promise<string | undefined> => {
  const { losses } = await lift([...OVERLAP, ...callers, ''].join('\n'));
  return losses.find(({ name }) => name === 'overlap_loss')?.fate;
};

const within = (...body: readonly string[]): string[] => [
  'def assign(truths, anchors, wanted):',
  ...body.map((line) => `    ${line}`),
  '',
  'class Step:',
  '    def run(self, x, y):',
  '        return assign(x, y, 3)',
];

describe('what becomes of the result of a function', () => {
  for (const [what, body] of [
    ['compared', ['return overlap_loss(truths, anchors) > 0.5']],
    ['put in order', ['_, at = torch.topk(overlap_loss(truths, anchors).view(-1), wanted)', 'return at']],
    [
      'kept in order, and compared',
      ['best, at = overlap_loss(truths, anchors).max(0)', 'best.index_fill_(0, at, 2)', 'return at[best < 0.5]'],
    ],
    ['kept under a name that stands for something else then', ['o = overlap_loss(truths, anchors)', 'o = o > 0.5', 'return o.float()']],
    [
      'written into an array of which the largest is looked for',
      ['o = np.zeros(9)', 'o[1:] = overlap_loss(truths, anchors)', 'return np.argmax(o)'],
    ],
    ['gathered in a list', ['o = []', 'o.append(overlap_loss(truths, anchors))', 'return np.argmax(np.array(o).reshape(-1))']],
  ] as const)
    it(`is a decision: ${what}`, async () => assert.equal(await fateOf(...within(...body)), 'decides'));

  it('is a decision of the functions that hand it on', async () => {
    const handed = ['def handed(a, b):', '    return overlap_loss(a, b).t()', ''];
    assert.equal(await fateOf(...handed, ...within('return handed(truths, anchors).argmax(0)')), 'decides');
    assert.equal(await fateOf(...handed, ...within('return handed(truths, anchors)')), undefined);
  });

  it('is anything where a value is used, or where nobody calls what calls it', async () => {
    assert.equal(await fateOf(...within('o, at = overlap_loss(truths, anchors).sort()', 'return 1 / o')), undefined);
    assert.equal(await fateOf(...within('o = overlap_loss(truths, anchors)', 'return o[o > 0.5]')), undefined);
    assert.equal(await fateOf('def assign(truths, anchors):', '    return overlap_loss(truths, anchors).argmax(0)'), 'untrained');
    assert.equal(await fateOf(), undefined);
  });

  it('is not trained where gradients are off', async () =>
    assert.equal(await fateOf(...within('with torch.no_grad():', '    return overlap_loss(truths, anchors)')), 'untrained'));

  it('is no fault where it only decides, and something extraordinary or rounding makes the difference', async () => {
    const grave = async (lines: readonly string[]): Promise<string[]> =>
      (await judge([...lines, ''].join('\n'))).findings.filter(isGrave).map(({ code }) => code);
    assert.deepEqual(await grave([...OVERLAP, ...within('return overlap_loss(truths, anchors) > 0.5')]), []);
    assert.deepEqual(await grave([...OVERLAP, ...within('return overlap_loss(truths, anchors)')]), ['stability/div-unguarded']);
    const distance = [
      'import torch',
      'def square_distance(x, y):',
      '    return (x ** 2).sum(-1)[:, None] + (y ** 2).sum(-1)[None] - 2 * x @ y.t()',
      'class Neighbours:',
      '    def find(self, x, y):',
    ];
    assert.deepEqual(await grave([...distance, '        return square_distance(x, y).argsort(-1)[:, :3]']), []);
    assert.deepEqual(await grave([...distance, '        return square_distance(x, y).mean()']), ['stability/sqdist-expansion']);
  });
});
