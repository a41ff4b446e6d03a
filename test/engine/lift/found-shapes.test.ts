import assert from 'node:assert/strict';
import { lift, lifted } from './lifted';

const TORCH = 'import torch\nimport torch.nn.functional as F\n';

/** The shapes of the parameters that a loss was read under. */
async function shapesOf(source: string): Promise<{ status: string; shapes: Record<string, readonly number[] | undefined> }> {
  const loss = await lifted(`${TORCH}${source}`);
  return { status: loss.status, shapes: Object.fromEntries(loss.parameters.map(({ name, node }) => [name, node?.shape])) };
}

describe('shapes that are looked for', () => {
  it('takes two parameters for one where the code refuses others, before it takes what is None for given', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def referred_loss(x, y, ref, scale=None):',
        '    if scale is None:',
        '        scale = 1.0',
        '    if ref is not x:',
        '        raise ValueError("a reference is not supported")',
        '    return scale * (x - y).pow(2).mean()',
        '',
      ].join('\n'),
    );
    assert.deepEqual([status, shapes['x'], shapes['scale']], ['full', [4], undefined]);
  });

  it('counts the sizes that a tensor is made of', async () => {
    const { status, shapes } = await shapesOf(
      [
        'class CentresLoss(torch.nn.Module):',
        '    def __init__(self, in_dim, out_dim):',
        '        super().__init__()',
        '        self.weight = torch.nn.Parameter(torch.Tensor(in_dim, out_dim))',
        '    def forward(self, x, y):',
        '        return (x.mm(self.weight) - y).pow(2).mean()',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.equal(shapes['self.weight']?.length, 2);
  });

  it('gives a binary cross-entropy targets as large as its input', async () => {
    const { status, shapes } = await shapesOf(
      'def pair_loss(x, y, labels):\n    return F.binary_cross_entropy_with_logits((x[:, None] @ y[:, :, None]).squeeze(-1).squeeze(-1), labels)\n',
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes['labels'], [2]);
  });

  it('reads axes of two words in the documentation', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def stereo_loss(x, y):',
        '    """',
        '    Args:',
        '        x (torch.Tensor): signals with shape (batch size, 2, seq_len).',
        '        y (torch.Tensor): signals with shape (batch size, 2, seq_len).',
        '    """',
        '    a, b, c = x.size()',
        '    if b != 2:',
        '        raise ValueError("stereo signals are needed")',
        '    return ((x - y).sum(1) ** 2).mean()',
        '',
      ].join('\n'),
    );
    assert.deepEqual({ status, x: shapes['x'] }, { status: 'full', x: [2, 2, 4] });
  });

  it('goes through as many heads as a loss has', async () => {
    const heads = ['a', 'b', 'c', 'd', 'e', 'f'];
    const source = [
      'def picked(feat, ind):',
      '    feat = feat.permute(0, 2, 3, 1)',
      '    feat = feat.reshape(feat.size(0), -1, feat.size(3))',
      '    return feat.gather(1, ind.unsqueeze(2).expand(ind.size(0), ind.size(1), feat.size(2)))',
      'def heads_loss(output, batch):',
      '    total = 0',
      ...heads.map((name) => `    total = total + (picked(output["${name}"], batch["ind_${name}"]) - batch["${name}"]).abs().sum()`),
      '    return total',
      '',
    ].join('\n');
    const { status, shapes } = await shapesOf(source);
    assert.equal(status, 'full');
    for (const name of heads) assert.equal(shapes[`output["${name}"]`]?.length, 4);
  });

  it('takes large images under the defaults, not what is None by default for given', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def scales_loss(x, y, weights=None):',
        '    if weights is None:',
        '        weights = torch.tensor([0.25, 0.75])',
        '    if weights.size(0) != weights.numel():',
        '        raise ValueError("a vector of weights is needed")',
        '    if x.size(-1) < 20 or x.size(-2) < 20:',
        '        raise ValueError("the size of the images is at least 20")',
        '    return (weights * (x - y).pow(2).mean()).sum()',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.equal(shapes['weights'], undefined);
    assert.ok((shapes['x']?.at(-1) ?? 0) >= 20);
  });

  it('gives as many arguments by place as are taken apart, and lists of as many elements', async () => {
    const { status, shapes } = await shapesOf(
      [
        'class SideLoss(torch.nn.CrossEntropyLoss):',
        '    def __init__(self, side=True, third=True):',
        '        super().__init__()',
        '        self.side, self.third = side, third',
        '    def forward(self, *inputs):',
        '        preds, target = tuple(inputs)',
        '        inputs = tuple(list(preds) + [target])',
        '        if not self.side:',
        '            return super().forward(*inputs)',
        '        if not self.third:',
        '            pred, side, target = inputs',
        '            return super().forward(pred, target) + super().forward(side, target)',
        '        pred, side, third, target = inputs',
        '        return super().forward(pred, target) + super().forward(side, target) + super().forward(third, target)',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes['inputs[1]'], [2]);
    assert.deepEqual(Object.keys(shapes).filter((name) => name.startsWith('inputs[0]')).length, 3);
  });

  it('hands on no more arguments than the base of a loss takes', async () => {
    const { status, shapes } = await shapesOf(
      [
        'class PairLoss(torch.nn.CrossEntropyLoss):',
        '    def __init__(self, side=False):',
        '        super().__init__()',
        '        self.side = side',
        '    def forward(self, *inputs):',
        '        if not self.side:',
        '            return super().forward(*inputs)',
        '        pred, side, target = tuple(inputs)',
        '        return super().forward(pred, target) + super().forward(side, target)',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual(
      Object.keys(shapes).filter((name) => name.startsWith('inputs')),
      ['inputs[0]', 'inputs[1]'],
    );
  });

  it('counts as many classes as the code has weights', async () => {
    const { status, shapes } = await shapesOf(
      [
        'WEIGHTS = [0.5, 1.0, 1.5, 2.0, 2.5, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]',
        'def class_loss(pred, target):',
        '    n, c, h, w = pred.size()',
        '    return torch.nn.CrossEntropyLoss(weight=torch.FloatTensor(WEIGHTS))(pred, target.view(n, h, w))',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes['pred'], [2, 11, 4, 5]);
  });

  it('takes rows as wide as the code asks for before larger tensors that end so', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def spread_of(box):',
        '    assert box.shape[-1] == 5',
        '    turn = box[..., 4]',
        '    rows = torch.stack([turn.cos(), -turn.sin(), turn.sin(), turn.cos()], dim=-1)',
        '    return rows.reshape(box.shape[:-1] + (2, 2)) * box[..., 2:4].unsqueeze(-1)',
        'def spread_loss(pred_bboxes, target_bboxes):',
        '    return spread_of(pred_bboxes).bmm(spread_of(target_bboxes)).sum()',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes['pred_bboxes'], [2, 5]);
  });

  it('gives what is reshaped after a parameter as many rows as that has', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def point_loss(points, spread):',
        '    rows = points.shape[:-1]',
        '    pairs = points.reshape(-1, 2)',
        '    distance = (pairs.unsqueeze(1) @ spread.reshape(-1, 2, 2)).squeeze(1).pow(2).sum(-1)',
        '    return distance.reshape(rows).mean()',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.equal(shapes['points']?.at(-1), 2);
  });

  it('gives a temporal classification scores of each step, rows of labels and lengths', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def spoken_loss(log_probs, targets, input_lens, target_lens):',
        '    steps = (input_lens * log_probs.shape[1]).round().int()',
        '    return F.ctc_loss(log_probs.transpose(0, 1), targets, steps, target_lens.int(), zero_infinity=True)',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes, { log_probs: [2, 3, 4], targets: [2, 3], input_lens: [2], target_lens: [2] });
  });

  it('takes what has no such row for a tuple', async () => {
    const { status, shapes } = await shapesOf(
      'def labelled_loss(predicts, batch):\n    return F.cross_entropy(predicts, batch[1].long()) + (predicts - batch[4]).abs().mean()\n',
    );
    assert.equal(status, 'full');
    assert.deepEqual(Object.keys(shapes), ['predicts', 'batch[1]', 'batch[4]']);
  });

  it('gives what bounds a slice of each row one number a row', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def lengths_loss(pred, target, lens):',
        '    rows = torch.zeros(pred.shape[0])',
        '    for i in range(pred.shape[0]):',
        '        last = int(lens[i] * pred.shape[1])',
        '        rows[i] = (pred[i, :last] - target[i, :last]).pow(2).sum(dim=0)',
        '    return rows.mean()',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual([shapes['lens'], shapes['pred']?.length], [[2], 2]);
  });

  it('soon takes what is counted and taken apart for lists within lists', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def matched(maps, match):',
        '    if len(match) == 0:',
        '        return maps.sum() * 0.0',
        '    parts = []',
        '    for pair in match:',
        '        [top, left], [bottom, right] = pair',
        '        parts.append((maps[:, top, left] - maps[:, bottom, right]).abs().mean())',
        '    return torch.stack(parts).mean()',
        'def batch_loss(pred, target, match):',
        '    total = 0.0',
        '    for i in range(pred.size(0)):',
        '        total += matched(pred[i], match[i]) + (pred[i] - target[i]).abs().mean()',
        '    return total',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual([shapes['pred']?.length, shapes['match[1][0][1][0]']], [4, [2]]);
  });

  it('tries all shapes again where an option that the code refuses decides otherwise', async () => {
    const { status, shapes } = await shapesOf(
      [
        'class KeptLoss(torch.nn.Module):',
        "    def __init__(self, per_row=False, reduction='mean'):",
        '        super().__init__()',
        '        if not per_row:',
        "            assert reduction == 'none', 'reduction is of rows'",
        '        self.reduction = reduction',
        '    def forward(self, scores, label):',
        '        b, c, h, w = scores.shape',
        '        flat = scores.permute(0, 2, 3, 1).reshape(-1, c)',
        '        return (flat.softmax(1)[torch.arange(b * h * w), label.reshape(-1)] ** 2).mean()',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes, { scores: [2, 3, 4, 5], label: [2, 4, 5], per_row: undefined, reduction: undefined });
  });

  it('takes numbers that must be known for what their names say', async () => {
    const { losses } = await lift(
      `${TORCH}def pooled_loss(x, y, scale):\n    size = int(x.shape[2] * scale)\n    pool = torch.nn.AvgPool2d(size, stride=size)\n    return (pool(x) - pool(y)).pow(2).mean()\n` +
        'def bins_loss(x, y, n_fft=None, n_mels=None):\n    bins = torch.arange(1 + n_fft // 2) / n_fft\n    edges = torch.arange(n_mels + 2) / n_mels\n' +
        '    return (bins.sum() * x - edges.sum() * y).abs().mean()\n',
    );
    assert.deepEqual(
      losses.map(({ status }) => status),
      ['full', 'full'],
    );
    assert.deepEqual(
      losses.flatMap(({ parameters }) => parameters.flatMap(({ name, count }) => (count === undefined ? [] : [[name, count]]))),
      [
        ['scale', 1],
        ['n_fft', 16],
        ['n_mels', 4],
      ],
    );
  });
});
