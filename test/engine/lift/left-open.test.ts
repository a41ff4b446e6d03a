import assert from 'node:assert/strict';
import { evaluate } from '../../../src/engine/check/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { Loss } from '../../../src/engine/ir/loss';
import { assertClose } from '../../support/close';
import { testTools } from '../../support/tools';
import { lift, lifted, print } from './lifted';

const HEAD = 'import tensorflow as tf\n\n\n';

async function told(text: string): Promise<Loss> {
  const { packages } = await testTools();
  return lifted(HEAD + text, { packages });
}

const names = (loss: Loss): string[] => loss.parameters.filter(({ node, role }) => node ?? role === 'callable').map(({ name }) => name);

describe('what a loss leaves open', () => {
  it('a method that only raises NotImplementedError is a function as free as one that is passed in', async () => {
    const loss = await told(`class BaseLoss(tf.keras.losses.Loss):
    def _each(self, gap):
        """Subclasses say."""
        raise NotImplementedError("each")

    def call(self, y_true, y_pred):
        return tf.reduce_mean(self._each(y_true - y_pred))
`);
    assert.equal(loss.status, 'full');
    assert.equal(print(loss.body), 'mean(?self._each(subtract(y_true, y_pred)))');
    assert.equal(loss.parameters.find(({ name }) => name === 'self._each')?.role, 'callable');
  });

  it('tells a loss of Keras how it reduces where its own code asks', async () => {
    const loss = await told(`class ListLoss(tf.keras.losses.Loss):
    def __init__(self, reduction="auto", name=None):
        super().__init__(reduction, name)

    def __call__(self, y_true, y_pred, sample_weight=None):
        if self._get_reduction() == "sum_over_batch_size":
            return tf.reduce_mean(tf.square(y_true - y_pred))
        return tf.reduce_sum(tf.square(y_true - y_pred))
`);
    assert.equal(loss.status, 'full');
    assert.equal(loss.body?.op, 'mean');
  });

  it('a method that raises something else, or under a condition, is read', async () => {
    const loss = await told(`class PickyLoss(tf.keras.losses.Loss):
    def _each(self, gap):
        if gap.shape.rank > 9:
            raise NotImplementedError("rank")
        return tf.square(gap)

    def call(self, y_true, y_pred):
        return tf.reduce_mean(self._each(y_true - y_pred))
`);
    assert.equal(print(loss.body), 'mean(square(subtract(y_true, y_pred)))');
  });

  it('variables of a model are several tensors, and a filter by their names lets them through', async () => {
    const filters = ["'kernel' in v.name", "'bias' not in v.name"];
    for (const filter of filters) {
      const loss = await told(`def decayed_loss(model, y_true, y_pred):
    penalty = tf.add_n([tf.nn.l2_loss(v) for v in model.trainable_variables if ${filter}])
    return tf.reduce_mean(tf.square(y_true - y_pred)) + penalty
`);
      assert.equal(loss.status, 'full');
      assert.deepEqual(names(loss), ['model.trainable_variables[0]', 'model.trainable_variables[1]', 'y_true', 'y_pred']);
    }
  });

  it('reads penalties of layers as numbers, and all variables of a program', async () => {
    const loss = await told(`def whole_loss(model, y_true, y_pred):
    decay = tf.add_n([tf.nn.l2_loss(v) for v in tf.compat.v1.trainable_variables()])
    return tf.reduce_mean(tf.abs(y_true - y_pred)) + sum(model.losses) + decay
`);
    assert.equal(loss.status, 'full');
    assert.deepEqual(
      loss.parameters.filter(({ name }) => name.startsWith('model.losses')).map(({ node }) => node?.shape),
      [[], []],
    );
    assert.ok(names(loss).includes('tf.trainable_variables[1]'));
  });

  it('takes a sum of tensors that were not read for no number', async () => {
    const loss = await told(`def decayed_loss(y_true, y_pred):
    penalty = tf.add_n([tf.nn.l2_loss(v) for v in strange.collect()])
    return tf.reduce_mean(tf.square(y_true - y_pred)) + penalty
`);
    assert.equal(loss.status, 'partial');
  });

  it('takes a model of a module that was not read for one that is passed in', async () => {
    const loss = await told(`from elsewhere import build

model = build(64)
scale = build(3)


def fit_loss(x, y):
    return tf.reduce_mean(tf.square(model(x) - y))


`);
    assert.equal(loss.status, 'full');
    assert.equal(print(loss.body), 'mean(square(subtract(model(x), y)))');
    const other = await told(`from elsewhere import build

scale = build(3)


def fit_loss(x, y):
    return tf.reduce_mean(tf.square(scale(x) - y))
`);
    assert.equal(other.status, 'partial');
  });

  it('reads settings of the command line as free', async () => {
    const loss = await told(`from absl import flags

FLAGS = flags.FLAGS


def decayed_loss(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred)) + FLAGS.weight_decay * tf.nn.l2_loss(y_pred)
`);
    assert.equal(loss.status, 'full');
    assert.deepEqual(names(loss), ['y_true', 'y_pred', 'FLAGS.weight_decay']);
  });

  it('holds settings at the standard that the file defines for them', async () => {
    const loss = await told(`from absl import flags

flags.DEFINE_float("weight_decay", 1e-2, "How much.")
flags.DEFINE_integer("copies", 3, "How often.")
FLAGS = flags.FLAGS


def decayed_loss(y_true, y_pred):
    rows = tf.tile(y_pred, [FLAGS.copies])
    return tf.reduce_sum(rows) * FLAGS.weight_decay
`);
    assert.equal(print(loss.body), 'multiply(sum(tile{repeats=[3]}(y_pred)), 0.01)');
  });

  it('takes an entry of the settings that is asserted for given', async () => {
    const loss = await told(`class Fit:
    def __init__(self, data, config):
        self.data = data
        self.config = config

    def loss_function(self, logits, batch):
        assert self.data.get("one_hot", False)
        if self.config.get("double", False):
            logits = logits * 2
        return tf.reduce_mean(tf.square(logits - batch["label"]))
`);
    assert.ok(loss.missing.every(({ why }) => !why.startsWith('does not hold')));
    assert.ok(print(loss.body).startsWith('mean(square(subtract(logits, batch["label"])))'));
  });

  it('takes what a model gives row by row for one value', async () => {
    const { packages } = await testTools();
    const loss = await lifted(
      `import jax
import jax.numpy as jnp


def chosen_loss(net, params, states, actions, target):
    values = jax.vmap(lambda state: net.apply(params, state))(states).q_values
    chosen = jax.vmap(lambda row, place: row[place])(values, actions)
    return jnp.mean((target - chosen) ** 2)
`,
      { packages },
    );
    assert.equal(loss.status, 'full');
    assert.deepEqual(
      names(loss).filter((name) => name.startsWith('net')),
      ['net.apply(params, …).q_values'],
    );
  });

  it('repeats for each row what no row decides', async () => {
    const loss = await lifted(
      'import jax\nimport jax.numpy as jnp\n\n\ndef repeated_loss(y_pred, states):\n    return jnp.sum(jax.vmap(lambda state: y_pred)(states))\n',
    );
    assert.ok(print(loss.body).startsWith('sum(stack'));
  });

  it('asks __getattr__ for what a class does not have', async () => {
    const loss = await told(`class Words:
    def __getattr__(self, name):
        return getattr(tf, name)


K = Words()


def short_loss(y_true, y_pred):
    return K.reduce_mean(K.square(y_true - y_pred))
`);
    assert.equal(print(loss.body), 'mean(square(subtract(y_true, y_pred)))');
  });
});

describe('numbers that a loss is asked for', () => {
  const text = `import jax
import jax.numpy as jnp
from elsewhere import check


def soft_loss(logits, labels):
    if check(logits):
        raise TypeError("logits")
    labels = labels.astype(logits.dtype)
    return -jnp.sum(labels * jax.nn.log_softmax(logits))
`;

  it('need not be whole where they are differentiated', async () => {
    const source = {
      path: 'a.py',
      language: 'python' as const,
      text: text.replace('    if check(logits):\n        raise TypeError("logits")\n', ''),
    };
    const inputs = { logits: [0.5, -1], labels: [1, 0] };
    const result = evaluate(source, 'soft_loss', { inputs, wrt: ['labels'] }, await testTools(), DEFAULT_OPTIONS);
    assert.ok(!('problem' in result));
    assertClose(result.gradients['labels'], [0.2014133, 1.7014133], 1e-4, 'gradient of labels');
  });

  it('are not taken for whole ones because something else was not read', async () => {
    const loss = await lifted(text);
    assert.equal(loss.parameters.find(({ name }) => name === 'labels')?.node?.kind, 'float');
  });

  it('stay what they are in ragged tensors of equal rows', async () => {
    const loss = await told(`def ragged_loss(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred.to_tensor()))
`);
    assert.equal(print(loss.body), 'mean(square(subtract(y_true, y_pred)))');
  });
});

describe('losses that a script computes', () => {
  it('takes loops and branches into what an expression is made of', async () => {
    const { losses } = await lift(`import torch

for a, b in loader:
    total = 0.0
    terms = []
    for k in range(2):
        total += (a - b).pow(2).mean()
        terms.append(a.abs().sum())
    if a.dim() > 5:
        total = total * 2
    terms.append(b.sum())
    loss = total + sum(terms)
    loss.backward()
`);
    const [loss] = losses;
    assert.equal(loss?.status, 'full');
    assert.equal(
      print(loss?.body ?? null),
      'add(add(add(0, mean(power(subtract(a, b), 2))), mean(power(subtract(a, b), 2))), add(add(add(0, sum(abs(a))), sum(abs(a))), sum(b)))',
    );
  });

  it('takes what a loop over data adds up for an input', async () => {
    const { losses } = await lift(`import torch

total = 0.0
for x, y in loader:
    total += criterion(net(x), y)
final_loss = total / 2 + torch.mean(a)
`);
    const final = losses.find(({ name }) => name === 'final_loss');
    assert.ok(print(final?.body ?? null).includes('divide(total, 2)'));
  });
});
