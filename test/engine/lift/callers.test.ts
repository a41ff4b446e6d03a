import assert from 'node:assert/strict';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { printDomain } from '../../../src/engine/ir/domain';
import { Readings } from '../../../src/engine/lift/losses/readings';
import type { Mention } from '../../../src/engine/lift/callers/references';
import { worded } from '../../../src/engine/report/worded';
import { testTools } from '../../support/tools';
import { lift, parsed } from './lifted';

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
      assert.match(because, /^what each call passes, as at line \d+$/);
    });

  for (const [what, callers] of [
    ['nobody calls it', ''],
    ['one call gives scores', 'def step(x, w):\n    return bag_loss(x.sigmoid(), w) + bag_loss(x, w)\n'],
    ['it is also handed on', 'def step(x, w):\n    return train(bag_loss) + bag_loss(x.sigmoid(), w)\n'],
    ['only a test calls it', 'def test_bag(x, w):\n    return bag_loss(x.sigmoid(), w)\n'],
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

const BARE = 'import torch\n\ndef gap_loss(first, second):\n    return (torch.log(first) * second).sum()\n';

/** Domain of `first` of a loss, and whether no row of it is empty, in a workspace with other files. */
async function firstIn(files: Readonly<Record<string, string>>, own = BARE): Promise<string> {
  const others: [string, Mention][] = [];
  for (const [path, text] of Object.entries(files)) others.push([text, { path, module: await parsed(text) }]);
  const mentions = (word: string): readonly Mention[] => others.filter(([text]) => text.includes(word)).map(([, one]) => one);
  const { losses } = await lift(own, { mentions });
  const found = losses.flatMap(({ parameters }) => parameters).find(({ name }) => name === 'first');
  return found ? `${printDomain(found.domain)}${found.filled ? ' filled' : ''}` : '';
}

/** A file that imports the loss and calls it in a function. */
const calling = (argument: string, before = '', head = ''): Readonly<Record<string, string>> => ({
  'train.py': `import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nfrom losses import gap_loss\n${head}\n\ndef step(x, y, lengths):\n${[
    ...before.split('\n'),
    `return gap_loss(${argument}, y)`,
  ]
    .filter((line) => line !== '')
    .map((line) => `    ${line}\n`)
    .join('')}`,
});

describe('what the calls of a function in other files pass', () => {
  for (const [what, argument, before, domain] of [
    ['a softplus and an epsilon', 'F.softplus(x) + 1e-3', '', '[0.001, inf)'],
    ['a clamp', 'x.clamp(min=0.1, max=2)', '', '[0.1, 2]'],
    ['a clamp in place', 'x', 'x.clamp_(0.1, 2)', '[0.1, 2]'],
    ['a norm and an epsilon', 'x.norm(dim=1) + 1', '', '[1, inf)'],
    ['what is assigned last', 'p', 'p = x\np = torch.sigmoid(x)\np = p + 1', '[1, 2]'],
    ['either of two branches', 'p', 'p = torch.tanh(x)\nif y:\n    p = torch.sigmoid(x)', '[-1, 1]'],
    ['the root of what is clamped', 'torch.sqrt(torch.clamp(x ** 2, min=4)).transpose(2, 1)', '', '[2, inf)'],
    ['similarities of normalised rows', 'u @ F.normalize(y, dim=1).t()', 'u = x / x.norm(dim=1, keepdim=True)', '[-1, 1]'],
    ['the first of what is returned', 'big', 'big, where = torch.sigmoid(x).max(dim=1)', '[0, 1]'],
    [
      'what the halves of it are put together to',
      'z',
      'while y:\n    z = torch.sigmoid(x)\n    a, b = torch.split(z, 2)\n    z = torch.cat([a, b])',
      '[0, 1]',
    ],
    ['a part of a dict', 'out["p"]', 'out = {"p": torch.sigmoid(x), "q": x}', '[0, 1]'],
    ['a part of a dict that was written', 'out["p"]', 'out = {}\nout["p"] = torch.sigmoid(x)', '[0, 1]'],
  ] as const)
    it(`is a domain: ${what}`, async () => assert.equal(await firstIn(calling(argument, before)), domain));

  for (const [what, argument, before, domain] of [
    ['the larger of a sigmoid and of anything', 'torch.max(torch.sigmoid(x), y)', '', '[0, inf)'],
    ['a layer that is called norm', 'norm(x)', 'norm = nn.LayerNorm(4)', 'R'],
    ['what a loop adds to', 'z', 'z = torch.sigmoid(x)\nfor one in y:\n    z = z + one', 'R'],
    [
      'what comes round in an inner loop',
      'z',
      'for a in y:\n    z = torch.sigmoid(a)\n    for b in a:\n        w = z\n        z = b\n    z = w',
      'R',
    ],
    ['the norm of a model', 'y.norm(x)', '', 'R'],
    ['what a transform makes normal', 'y.normalize(x)', '', 'R'],
    ['a parameter of a lambda with the name of something else', 'x', 'x = torch.sigmoid(y)\nreturn lambda x: gap_loss(x, y)', 'R'],
    ['columns of rows that are normalised together', 'u @ F.normalize(y, dim=1).t()', 'u = F.normalize(x, dim=1).view(4, -1)', 'R'],
  ] as const)
    it(`is no more than is known: ${what}`, async () => assert.equal(await firstIn(calling(argument, before)), domain));

  it('is followed through functions, objects and layers of the workspace', async () => {
    const helper = 'def scaled(z, scale=2.0):\n    return torch.sigmoid(z) * scale\n';
    assert.equal(await firstIn(calling('scaled(x)', '', helper)), '[0, 2]');
    const head =
      'class Head(nn.Module):\n    def __init__(self, floor=0.5):\n        super().__init__()\n        self.floor = floor\n        self.last = nn.Sequential(nn.Linear(4, 4), nn.Sigmoid())\n\n    def forward(self, z):\n        return self.last(z) + self.floor\n';
    assert.equal(await firstIn(calling('model(x)', 'model = Head().to(y.device)', head)), '[0.5, 1.5]');
  });

  it('says that the mask of sequences is not empty', async () => {
    const own = 'import torch\n\ndef masked_loss(first, second):\n    return (first * second).sum() / first.sum()\n';
    const call = (mask: string): Record<string, string> => ({
      'train.py': `import torch\nfrom losses import masked_loss\n\ndef step(x, lengths):\n    places = torch.arange(9)\n    return masked_loss(${mask}, x)\n`,
    });
    assert.match(await firstIn(call('(places[None] < lengths[:, None]).float()'), own), / filled$/);
    assert.match(await firstIn(call('sequence_mask(lengths, 9)'), own), / filled$/);
    assert.doesNotMatch(await firstIn(call('(x > 0).float()'), own), / filled$/);
    assert.match(await firstIn(call('sequence_mask(lengths, 9)[:, None]'), own), / filled$/);
    assert.doesNotMatch(await firstIn(call('sequence_mask(lengths, 9)[:, 1:]'), own), / filled$/);
  });

  it('is followed to the calls of objects of a class', async () => {
    const own =
      'import torch\nfrom torch import nn\n\nclass GapLoss(nn.Module):\n    def forward(self, first, second):\n        return (torch.log(first) * second).sum()\n';
    const call = (rest: string): Record<string, string> => ({ 'train.py': `import torch\nfrom losses import GapLoss\n\n${rest}` });
    const trainer =
      'class Trainer:\n    def __init__(self):\n        self.gap = GapLoss()\n\n    def step(self, x, y):\n        return self.gap(torch.sigmoid(x), y)\n';
    assert.equal(await firstIn(call(trainer), own), '[0, 1]');
    assert.equal(await firstIn(call('def step(x, y):\n    gap = GapLoss()\n    return gap(torch.sigmoid(x), y)\n'), own), '[0, 1]');
    assert.equal(await firstIn(call(`${trainer}\n    def other(self):\n        return run(self.gap)\n`), own), 'R');
    assert.equal(await firstIn(call(`${trainer}\nLOSSES = {"gap": GapLoss}\n`), own), 'R');
    assert.equal(await firstIn(call(`${trainer}\nclass Other(GapLoss):\n    pass\n`), own), 'R');
  });

  const CLASS =
    'import torch\nfrom torch import nn\n\nclass GapLoss(nn.Module):\n    def forward(self, first, second):\n        return (torch.log(first) * second).sum()\n';
  const STEP = 'def step(criterion, x, y):\n    return criterion(torch.sigmoid(x), y)\n\n';
  const OUTER = 'def main(loader, model):\n';
  for (const [what, lines, domain] of [
    [
      'as an argument',
      [STEP, OUTER, '    criterion = GapLoss().cuda()\n    for x, y in loader:\n        step(criterion, x, y)\n'],
      '[0, 1]',
    ],
    [
      'as one of several results',
      [
        STEP,
        'def make():\n    model = nn.Linear(2, 2)\n    return model, GapLoss()\n\n',
        OUTER,
        '    model, criterion = make()\n    step(criterion, loader, 1)\n',
      ],
      '[0, 1]',
    ],
    [
      'in a dict that a function takes apart',
      [
        'def run(losses, x, y):\n    gap = losses["gap"]\n    other = losses["other"]\n    return gap(x.sigmoid(), y) + other(x, y)\n\n',
        OUTER,
        '    run({"gap": GapLoss(), "other": nn.L1Loss()}, loader, 1)\n',
      ],
      '[0, 1]',
    ],
    [
      'in a list that is gone through with others',
      [
        OUTER,
        '    terms = [GapLoss(), GapLoss()]\n    total = 0\n    for weight, term in zip([1, 2], terms):\n        total = total + weight * term(loader.sigmoid(), 1)\n    return total\n',
      ],
      '[0, 1]',
    ],
    [
      'in lists that are joined',
      [OUTER, '    terms = [nn.L1Loss()]\n    terms += [GapLoss()]\n    every = [None] + terms\n    return every[2](loader, 1)\n'],
      'R',
    ],
    [
      'wrapped for several devices',
      [STEP, OUTER, '    criterion = nn.DataParallel(GapLoss())\n    criterion.train()\n    step(criterion, loader, 1)\n'],
      '[0, 1]',
    ],
    [
      'under another name',
      ['from losses import GapLoss as Gap\n', OUTER, '    gap = Gap()\n    return gap(loader.sigmoid(), 1)\n'],
      '[0, 1]',
    ],
    [
      'beside calls that have too many arguments for it',
      [
        'def run(gap, x, y):\n    if y:\n        return gap(x, x, y)\n    return gap(x.sigmoid(), y)\n\n',
        OUTER,
        '    gap = GapLoss()\n    if model:\n        gap = nn.TripletMarginLoss()\n    run(gap, loader, 1)\n',
      ],
      '[0, 1]',
    ],
    ['to a function that is not there', [STEP, OUTER, '    gap = GapLoss()\n    step(gap, loader, 1)\n    fit(model, gap)\n'], 'R'],
    ['to an object that is not there', [STEP, OUTER, '    gap = GapLoss()\n    step(gap, loader, 1)\n    model.compile(loss=gap)\n'], 'R'],
    [
      'to calls of which one gives scores',
      [STEP, OUTER, '    gap = GapLoss()\n    step(gap, loader, 1)\n    return gap(loader, 1)\n'],
      'R',
    ],
    [
      'in a register that nobody in sight takes it from',
      [STEP, 'LOSSES = {"gap": GapLoss}\n', OUTER, '    step(GapLoss(), loader, 1)\n'],
      'R',
    ],
  ] as const)
    it(`is followed where an object is handed on ${what}`, async () =>
      assert.equal(
        await firstIn({ 'train.py': ['import torch\nfrom torch import nn\nfrom losses import GapLoss\n\n', ...lines].join('') }, CLASS),
        domain,
      ));

  it('is followed through a model that is handed on', async () => {
    const head = 'class Net(nn.Module):\n    def forward(self, z):\n        return torch.sigmoid(z)\n\nclass Deep(Net):\n    pass\n\n';
    const train = 'def train(model, x, y):\n    out = model(x)\n    return gap_loss(out, y)\n\n';
    const call = (rest: string): Record<string, string> => ({
      'train.py': `import torch\nfrom torch import nn\nfrom losses import gap_loss\n\n${head}${train}${rest}`,
    });
    assert.equal(
      await firstIn(
        call('def main(x, y, cuda):\n    model = Deep()\n    if cuda:\n        model = model.cuda()\n    train(model, x, y)\n'),
      ),
      '[0, 1]',
    );
    assert.equal(await firstIn(call('def main(x, y):\n    train(nn.Linear(2, 2), x, y)\n    train(Net(), x, y)\n')), 'R');
  });

  it('is told with the call', async () => {
    const python = await parsed(
      '# first\n\nimport torch\nfrom losses import gap_loss\n\ndef step(x, y):\n    return gap_loss(torch.relu(x), y)\n',
    );
    const tools = await testTools();
    const mentions = (word: string): readonly Mention[] => (word === 'gap_loss' ? [{ path: 'lib/use.py', module: python }] : []);
    const text = 'import torch\n\ndef gap_loss(sigma, x):\n    return (torch.log(sigma) + x ** 2).mean()\n';
    const { findings } = worded(
      checkSource({ path: 'losses.py', language: 'python', text }, tools, { ...DEFAULT_OPTIONS, mentions }).report,
      'en',
    );
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error').map(({ code, related }) => [code, related.map(({ message }) => message)]),
      [['stability/log-zero-prob', ['the gradient of sigma is inf', 'sigma is passed so at use.py:7']]],
    );
  });

  it('is not taken for granted where a configuration may choose the function', async () => {
    const own = BARE.replace('def gap', '@LOSSES.register_module()\ndef gap');
    assert.equal(await firstIn(calling('torch.sigmoid(x)'), own), 'R');
  });

  for (const [what, use, untrained] of [
    ['turns gradients off', 'with torch.no_grad():\n        return gap_loss(x, y)', true],
    ['only puts its values in order', 'gaps = gap_loss(x, y)\n    return torch.argmin(-gaps)', true],
    ['compares its values', 'return gap_loss(x, y) > 1', true],
    ['hands its values on as well', 'gaps = gap_loss(x, y)\n    return gaps, gaps.argmin()', false],
    ['trains with it', 'return gap_loss(x, y)', false],
  ] as const)
    it(`tells whether a gradient is taken: a caller ${what}`, async () => {
      const text = `import torch\nfrom losses import gap_loss\n\ndef step(x, y):\n    ${use}\n`;
      const mention = { path: 'use.py', module: await parsed(text) };
      const { losses } = await lift(BARE, { mentions: (word) => (text.includes(word) ? [mention] : []) });
      assert.equal(losses[0]?.withoutAutograd, untrained);
    });

  it('is unknown where too many files hold the word', async () => {
    const { losses } = await lift(BARE, { mentions: () => null });
    assert.equal(losses[0]?.parameters[0]?.source, 'assumed');
  });
});
