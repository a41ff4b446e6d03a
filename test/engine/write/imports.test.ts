import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/engine/text/edit';
import { importEdit, importsOf, localName } from '../../../src/engine/write/imports';

describe('imports of a module', () => {
  const text = [
    '"""A module."""',
    'import torch',
    'import torch.nn.functional as F',
    'from torch import (',
    '    nn,',
    '    sigmoid as squash,',
    ')',
    '',
    'x = 1',
    '',
  ].join('\n');

  it('bind names', () => {
    const { names } = importsOf(text);
    assert.deepEqual(
      [...names],
      [
        ['torch', 'torch'],
        ['torch.nn.functional', 'F'],
        ['torch.nn', 'nn'],
        ['torch.sigmoid', 'squash'],
      ],
    );
  });

  it('give the shortest spelling of a library name', () => {
    const imports = importsOf(text);
    assert.deepEqual(localName(imports, 'torch.nn.functional.log_softmax', 'import torch'), { name: 'F.log_softmax', missing: null });
    assert.deepEqual(localName(imports, 'torch.sigmoid', 'import torch'), { name: 'squash', missing: null });
    assert.deepEqual(localName(imports, 'torch.nn.Module', 'import torch'), { name: 'nn.Module', missing: null });
  });

  it('say which statement is missing', () => {
    assert.deepEqual(localName(importsOf('import numpy as np\n'), 'scipy.special.logsumexp', 'from scipy.special import logsumexp'), {
      name: 'logsumexp',
      missing: 'from scipy.special import logsumexp',
    });
    const older = importsOf('import tensorflow.compat.v2 as tf\n');
    assert.deepEqual(localName(older, 'tensorflow.math.log', 'import tensorflow as tf'), { name: 'tf.math.log', missing: null });
    assert.equal(localName(importsOf('import scipy\n'), 'scipy.special.expit', 'from scipy.special import expit').name, 'expit');
  });

  it('go after the last one, or after docstring and comments', () => {
    const add = (source: string): string => applyEdits(source, importEdit(importsOf(source), ['import math']));
    assert.equal(add('import numpy as np\nx = 1\n'), 'import numpy as np\nimport math\nx = 1\n');
    assert.equal(add('# comment\n"""Doc."""\nx = 1\n'), '# comment\n"""Doc."""\nimport math\nx = 1\n');
    assert.equal(add('x = 1\n'), 'import math\nx = 1\n');
    assert.equal(add(''), 'import math\n');
  });
});
