import { callsOf } from './calls';

/** What PyTorch's functions are called elsewhere, where the arguments are the same. */
const NAMES: Readonly<Record<'jax' | 'tensorflow', Readonly<Record<string, string>>>> = {
  jax: {
    'torch.log': 'jnp.log',
    'torch.log1p': 'jnp.log1p',
    'torch.exp': 'jnp.exp',
    'torch.sqrt': 'jnp.sqrt',
    'torch.cosh': 'jnp.cosh',
    'torch.abs': 'jnp.abs',
    'torch.sum': 'jnp.sum',
    'torch.mean': 'jnp.mean',
    'torch.sigmoid': 'jax.nn.sigmoid',
    'torch.relu': 'jax.nn.relu',
    'F.softplus': 'jax.nn.softplus',
    'torch.acos': 'jnp.arccos',
    'torch.expm1': 'jnp.expm1',
    'torch.where': 'jnp.where',
    'torch.logaddexp': 'jnp.logaddexp',
  },
  tensorflow: {
    'torch.log': 'tf.math.log',
    'torch.log1p': 'tf.math.log1p',
    'torch.exp': 'tf.exp',
    'torch.sqrt': 'tf.sqrt',
    'torch.cosh': 'tf.cosh',
    'torch.abs': 'tf.abs',
    'torch.sum': 'tf.reduce_sum',
    'torch.mean': 'tf.reduce_mean',
    'torch.sigmoid': 'tf.sigmoid',
    'torch.relu': 'tf.nn.relu',
    'F.softplus': 'tf.nn.softplus',
    'torch.acos': 'tf.acos',
    'torch.expm1': 'tf.math.expm1',
    'torch.where': 'tf.where',
  },
};

const IMPORTS = { jax: 'import jax\nimport jax.numpy as jnp', tensorflow: 'import tensorflow as tf' };
const TOTALS = { jax: { sum: 'jnp.sum', mean: 'jnp.mean' }, tensorflow: { sum: 'tf.reduce_sum', mean: 'tf.reduce_mean' } };

/** A PyTorch program in another framework; null where it uses what has no plain counterpart. */
export function inFramework(code: string, framework: 'jax' | 'tensorflow'): string | null {
  if (!/^import torch$/m.test(code)) return null;
  const table = NAMES[framework];
  let text = code.replace(/^import math\n/m, '').replace(/^import torch\n(import torch.*\n)*/m, `${IMPORTS[framework]}\n`);
  text = text.replace(
    /^( {4}return )(-?)(.+)\.(sum|mean)\(\)$/gm,
    (_all, head: string, sign: string, inner: string, total: 'sum' | 'mean') => {
      return `${head}${sign}${TOTALS[framework][total]}(${inner})`;
    },
  );
  for (const { callee } of callsOf(text, /^(torch|F)\./)) {
    const name = table[callee];
    if (!name) return null;
    text = text.replaceAll(`${callee}(`, `${name}(`);
  }
  return /\b(torch|F|math)\./.test(text) ||
    /\.(clamp|log|exp|sqrt|sum|mean|pow|item|softmax|abs|square|norm|min|max|std|var|masked_fill)\(/.test(text)
    ? null
    : text;
}
