import assert from 'node:assert/strict';
import { lift, lifted } from './lifted';

const TORCH = 'import torch\nimport torch.nn.functional as F\n';

/** The shapes of the parameters that a loss was read under. */
async function shapesOf(source: string): Promise<{ status: string; shapes: Record<string, readonly number[] | undefined> }> {
  const loss = await lifted(`${TORCH}${source}`);
  return { status: loss.status, shapes: Object.fromEntries(loss.parameters.map(({ name, node }) => [name, node?.shape])) };
}

describe('shapes that the code demands', () => {
  it('gives one parameter a shape of its own', async () => {
    const { status, shapes } = await shapesOf(
      'def masked_loss(pred, target, lengths):\n    n, t, c = pred.shape\n    keep = torch.arange(t).view(1, t) < lengths.view(n, 1)\n    d = (pred - target).pow(2).sum(2)\n    return (d * keep).sum() / keep.sum()\n',
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes, { pred: [2, 3, 4], target: [2, 3, 4], lengths: [2] });
  });

  it('gives what a callable parameter returns a shape of its own', async () => {
    const { status } = await shapesOf(
      'def scored_loss(score, x, labels):\n    n, c, h = score(x).shape\n    return F.cross_entropy(score(x).transpose(1, 2).reshape(n * h, c), labels.view(-1).repeat(h))\n',
    );
    assert.equal(status, 'full');
  });

  it('gives scores an axis more than the labels that are handed in', async () => {
    const loss = await lifted(
      'import tensorflow as tf\ndef tiled_loss(scores, labels):\n    return tf.reduce_mean(tf.keras.losses.sparse_categorical_crossentropy(tf.tile(labels, [4]), scores, from_logits=True))\n',
    );
    assert.equal(loss.status, 'full');
    assert.equal(loss.parameters.find(({ name }) => name === 'scores')?.node?.shape.length, 2);
  });

  it('takes the shapes that a docstring tells where others do not fit', async () => {
    const { status, shapes } = await shapesOf(
      'def joints_loss(output, target, weight):\n    \"\"\"Loss of joints.\n\n    Args:\n        output (Tensor[N, K, 3]): places.\n        target (Tensor): places of shape (N, K, 3).\n        weight (Tensor): shape [N, K].\n    \"\"\"\n    n, k, three = output.shape\n    if three != 3 or weight.shape != (n, k):\n        raise ValueError("shapes")\n    return ((output - target).norm(dim=-1) * weight).mean()\n',
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes['output']?.slice(-1), [3]);
    assert.equal(shapes['weight']?.length, 2);
  });

  it('takes as many elements of a list, and such a number, as the code demands', async () => {
    const { status } = await shapesOf(
      'def heads_loss(preds: list, y, num_outputs: int):\n    assert len(preds) == 4\n    if num_outputs != 1:\n        raise ValueError("one output")\n    return sum((p - y).pow(2).mean() for p in preds)\n',
    );
    assert.equal(status, 'full');
  });

  it('takes for a count what the code compares it with, also where it is first needed as one', async () => {
    const { status } = await shapesOf(
      'import torch.nn as nn\ndef grades(y, levels):\n    steps = torch.arange(1, levels + 1)\n    return (y.unsqueeze(2).expand(-1, -1, levels) >= steps).float()\n\nclass GradeLoss(nn.Module):\n    def __init__(self, levels):\n        super().__init__()\n        self.levels = levels\n    def forward(self, logits, labels):\n        if logits.dim() != 3 or logits.shape[-1] != self.levels:\n            raise ValueError("a score for each level")\n        return F.binary_cross_entropy_with_logits(logits, grades(labels, self.levels))\n',
    );
    assert.equal(status, 'full');
  });

  it('leaves None what is None by default where another choice of shapes cures the failure', async () => {
    const loss = await lifted(
      `${TORCH}def ranked_loss(labels, logits, mask=None):\n    if mask is None:\n        mask = labels >= 0\n    if logits.dim() != 3:\n        raise ValueError("a score for each class")\n    picked = F.one_hot(labels.long(), logits.shape[-1]) * mask.unsqueeze(-1)\n    return -(F.log_softmax(logits, -1) * picked).sum(-1).mean()\n`,
    );
    assert.equal(loss.status, 'full');
    assert.equal(loss.parameters.find(({ name }) => name === 'mask')?.node ?? null, null);
  });

  it('tries rows and columns before class indices where only the name of the class says cross entropy', async () => {
    const { shapes } = await shapesOf(
      'import torch.nn as nn\nclass SoftCrossEntropyLoss(nn.Module):\n    def forward(self, x, y):\n        return -(y.softmax(dim=1) * x.log_softmax(dim=1)).sum(dim=1).mean()\n',
    );
    assert.deepEqual(
      [shapes['x'], shapes['y']],
      [
        [2, 3],
        [2, 3],
      ],
    );
  });

  it('takes a parameter that is needed as a count for one', async () => {
    const { status } = await shapesOf('def head_loss(x, y, keep):\n    top, _ = torch.topk((x - y).abs(), keep)\n    return top.mean()\n');
    assert.equal(status, 'full');
  });

  it('takes what a branch compares with a number for a number', async () => {
    const { status } = await shapesOf(
      'def both_loss(x, y, opt):\n    loss = (x - y).abs().mean()\n    if opt.wh_weight > 0:\n        loss = loss + opt.wh_weight * (x - y).pow(2).mean()\n    return loss\n',
    );
    assert.equal(status, 'full');
  });

  it('keeps the best reading where the budget ends', async () => {
    const loss = await lifted(`${TORCH}def odd_loss(x, y):\n    z = y.view(7, 11)\n    return torch.unheard_of(x - z).sum()\n`, {
      steps: 400,
    });
    assert.equal(loss.status, 'partial');
  });

  it('keeps the shapes by role where they do', async () => {
    const { shapes } = await shapesOf('def box_loss(pred, target):\n    return (pred[:, 2] - target[:, 3]).abs().mean()\n');
    assert.deepEqual(shapes, { pred: [4, 4], target: [4, 4] });
  });

  it('takes rows and class indices where the code picks an element of every row', async () => {
    for (const rows of ['torch.arange(len(labels))', 'range(labels.shape[0])', 'torch.arange(probs.size(0))']) {
      const { shapes } = await shapesOf(`def picked_loss(probs, labels):\n    return -torch.log(probs[${rows}, labels]).mean()\n`);
      assert.deepEqual(shapes, { probs: [2, 3], labels: [2] });
    }
  });

  it('takes as many class weights as there are classes', async () => {
    const { shapes } = await shapesOf(
      'def weighed_loss(logp, target, class_weight):\n    return -(class_weight[target] * logp[torch.arange(logp.shape[0]), target]).mean()\n',
    );
    assert.deepEqual(shapes, { logp: [2, 3], target: [2], class_weight: [3] });
  });

  it('takes rows as wide as the parameters of the module', async () => {
    const { status, shapes } = await shapesOf(
      [
        'class CenterLoss(torch.nn.Module):',
        '    def __init__(self, classes=10, width=2):',
        '        super().__init__()',
        '        self.centers = torch.nn.Parameter(torch.randn(classes, width))',
        '    def forward(self, x, labels):',
        '        return ((x - self.centers[labels]) ** 2).sum(dim=1).mean()',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual([shapes.x, shapes.labels], [[2, 2], [2]]);
  });

  it('takes two numbers of the prediction for each of the target where the code parts it', async () => {
    const body = '    return (s + 0.5 * ((y - m) / s.exp()) ** 2).mean()\n';
    const halves = await shapesOf(`def normal_loss(out, y):\n    m, s = torch.chunk(out, 2, dim=-1)\n${body}`);
    assert.deepEqual(halves.shapes, { out: [2, 4], y: [2, 2] });
    const columns = await shapesOf(`def normal_loss(out, y):\n    m, s = out[..., :1], out[..., 1:]\n${body}`);
    assert.deepEqual(columns.shapes, { out: [2, 2], y: [2, 1] });
  });

  it('takes a matrix of data and coefficients where a linear model is spelled out', async () => {
    const vector = await shapesOf('def ridge_loss(w, X, y, lam=0.1):\n    return ((X @ w - y) ** 2).mean() + lam * (w ** 2).sum()\n');
    assert.deepEqual(vector.shapes, { w: [3], X: [4, 3], y: [4], lam: [] });
    const classes = await shapesOf('def softmax_loss(W, X, y):\n    return F.cross_entropy(torch.matmul(X, W), y)\n');
    assert.deepEqual(classes.shapes, { W: [4, 3], X: [2, 4], y: [2] });
  });

  it('takes square matrices where several are multiplied', async () => {
    const network = await shapesOf('def net_loss(W1, W2, X, y):\n    return ((torch.relu(X @ W1) @ W2 - y) ** 2).mean()\n');
    assert.deepEqual(network.shapes, { W1: [3, 3], W2: [3, 3], X: [3, 3], y: [3, 3] });
    const factors = await shapesOf('def factor_loss(U, V, R):\n    return ((U @ V.T - R) ** 2).sum()\n');
    assert.deepEqual(factors.shapes, { U: [3, 3], V: [3, 3], R: [3, 3] });
  });

  it('follows what breaks a shape rule to the parameters that it comes from', async () => {
    const { status, shapes } = await shapesOf(
      [
        'def keypoint_loss(x, y, weight):',
        '    n, k, d = x.shape',
        '    per_point = (x - y).pow(2).sum(-1)',
        '    assert weight.shape == per_point.shape',
        '    scale = torch.einsum("nkd,nd->nk", x, y.mean(1))',
        '    return (per_point * weight + scale).mean()',
        '',
      ].join('\n'),
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes, { x: [2, 3, 4], y: [2, 3, 4], weight: [2, 3] });
  });

  it('takes images as large as the windows', async () => {
    const { status, shapes } = await shapesOf(
      'def smooth_loss(x, y):\n    return (F.avg_pool2d(x, 31, 1) - F.avg_pool2d(y, 31, 1)).abs().mean()\n',
    );
    assert.equal(status, 'full');
    assert.deepEqual(shapes, { x: [2, 1, 48, 48], y: [2, 1, 48, 48] });
  });

  it('takes a list of dicts where its elements are indexed with strings', async () => {
    const { status, shapes } = await shapesOf(
      'def staged_loss(outputs, y):\n    output = outputs[0]\n    output["a"] = torch.sigmoid(output["a"])\n    return (output["a"] - y).abs().mean()\n',
    );
    assert.equal(status, 'full');
    assert.deepEqual(Object.keys(shapes), ['outputs[0]["a"]', 'y']);
  });

  it('decides an option otherwise where what it decides first is not read', async () => {
    const loss = await lifted(
      `${TORCH}import elsewhere\n\ndef flagged_loss(x, y, use_oracle):\n    if use_oracle:\n        x = elsewhere.oracle(x)\n    return (x - y).abs().mean()\n`,
    );
    assert.equal(loss.status, 'full');
    assert.deepEqual(loss.options, [{ name: 'use_oracle', values: [false, true], analysed: false }]);
  });

  it('takes what is None by default for given where the code raises without it', async () => {
    const { status, shapes } = await shapesOf(
      'def either_loss(x, y=None):\n    if y is None:\n        raise ValueError("y is needed")\n    return (x - y).abs().mean()\n',
    );
    assert.deepEqual({ status, shapes }, { status: 'full', shapes: { x: [4], y: [4] } });
  });

  it('keeps to products and masks of the rank that a library takes', async () => {
    const drawn = await shapesOf(
      'def drawn_loss(embs, noise):\n    return -F.logsigmoid(torch.bmm(noise, embs.unsqueeze(2))).sum(1).mean()\n',
    );
    assert.deepEqual({ status: drawn.status, rank: drawn.shapes['embs']?.length }, { status: 'full', rank: 2 });
    const { parameters } = await lifted(
      'import tensorflow as tf\ndef masked_loss(gt, pred):\n    def error(pair):\n        g, p = pair\n        return tf.reduce_mean(tf.boolean_mask(tf.square(g - p), g > 0))\n    return tf.map_fn(error, (gt, pred), fn_output_signature=tf.float32)\n',
    );
    assert.equal(parameters.find(({ name }) => name === 'gt')?.node?.shape.length, 2);
  });

  it('takes for None what a method of the class hands on by default', async () => {
    const { losses } = await lift(
      `${TORCH}class Base(torch.nn.Module):\n    def forward(self, x, y, pairs=None):\n        return self.compute(x, y, pairs).mean()\n\nclass OwnLoss(Base):\n    def compute(self, x, y, pairs):\n        d = (x - y).pow(2).sum(1)\n        return d if pairs is None else d[pairs]\n`,
    );
    const loss = losses.find(({ name }) => name === 'OwnLoss.compute');
    assert.deepEqual([loss?.status, loss?.parameters.find(({ name }) => name === 'pairs')?.node], ['full', null]);
  });

  it('heeds documented axes that are one longer than others, single ones, and images that must be square', async () => {
    const steps = await shapesOf(
      'def steps_loss(values, actions):\n    """A loss of steps.\n\n    Args:\n        values: A tensor of shape `[T+1, B, C]`.\n        actions: [T] Tensor of classes.\n    """\n    assert values.dim() == 3 and values.shape[0] - 1 == actions.shape[0]\n    return (values[1:] - values[:-1]).pow(2).mean((1, 2)).mul(actions).sum()\n',
    );
    const [longer, , classes] = steps.shapes['values'] ?? [];
    assert.deepEqual([steps.status, classes, longer], ['full', 3, (steps.shapes['actions']?.[0] ?? 0) + 1]);
    const square = await shapesOf(
      'def patches_loss(images, scores, size):\n    """A loss of patches.\n\n    Args:\n        images (Tensor): [N, 3, H, W] images.\n        scores (Tensor): as many as patches.\n        size (int): size of a patch.\n    """\n    assert images.size(2) == images.size(3) and images.size(2) % size == 0\n    n = images.size(2) // size\n    parts = images.reshape(images.size(0), 3, n, size, n, size).mean((1, 3, 5))\n    return (parts.reshape(images.size(0), n * n) - scores).pow(2).mean()\n',
    );
    assert.equal(square.status, 'full');
    assert.equal(square.shapes['images']?.[2], square.shapes['images']?.[3]);
  });
});
