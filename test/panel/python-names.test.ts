import assert from 'node:assert/strict';
import { canonicalName, importedNames } from '../../src/editor/python-names';

const TEXT = `import torch
import numpy as np, optax
import torch.nn.functional as F
from torch import nn
from keras.losses import (Huber as H, MeanSquaredError)
def half(
`;

describe('names of a Python text', () => {
  const names = importedNames(TEXT);
  for (const [written, canonical] of [
    ['torch.nn.MSELoss', 'torch.nn.MSELoss'],
    ['np.log', 'numpy.log'],
    ['optax.huber_loss', 'optax.huber_loss'],
    ['F.cross_entropy', 'torch.nn.functional.cross_entropy'],
    ['nn.CrossEntropyLoss', 'torch.nn.CrossEntropyLoss'],
    ['H', 'keras.losses.Huber'],
    ['MeanSquaredError', 'keras.losses.MeanSquaredError'],
    ['criterion.weight', undefined],
  ] as const) {
    it(`${written} is ${canonical ?? 'nothing imported'}`, () => assert.equal(canonicalName(written, names), canonical));
  }

  it('reads imports over several lines, and past comments', () => {
    const text =
      'import torch  # noqa\nfrom torch.nn.functional import (  # the losses\n    huber_loss,\n    mse_loss as mse,\n)\nfrom torch import \\\n    nn\n';
    const names = importedNames(text);
    assert.equal(canonicalName('torch.log', names), 'torch.log');
    assert.equal(canonicalName('huber_loss', names), 'torch.nn.functional.huber_loss');
    assert.equal(canonicalName('mse', names), 'torch.nn.functional.mse_loss');
    assert.equal(canonicalName('nn.HuberLoss', names), 'torch.nn.HuberLoss');
  });
});
