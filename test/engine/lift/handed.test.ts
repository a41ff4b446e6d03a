import assert from 'node:assert/strict';
import type { LiftOptions } from '../../../src/engine/lift/lift-python';
import { testTools } from '../../support/tools';
import { lifted, parsed, print } from './lifted';

/** Other files of a workspace, by the dotted names under which they are imported. */
async function beside(files: Readonly<Record<string, string>>): Promise<LiftOptions> {
  const { packages } = await testTools();
  const trees = new Map(
    await Promise.all(Object.entries(files).map(async ([dotted, text]) => [dotted, { module: await parsed(text), path: dotted }] as const)),
  );
  return { modules: (dotted) => trees.get(dotted), packages };
}

const ALONE = 'def mean_abs_loss(y, p, **kwargs):\n    lib = kwargs["lib"]\n';

describe('a module of a library that code is handed', () => {
  it('is known by what only it has', async () => {
    const loss = await lifted(
      `${ALONE}    axis = 3 if lib.image_data_format() == "channels_last" else 1\n    return lib.mean(lib.abs(y - p), axis=axis)\n`,
      await beside({}),
    );
    assert.deepEqual([loss.status, loss.framework, loss.body?.op], ['full', 'tensorflow', 'mean']);
  });

  it('is known by its epsilon beside its functions', async () => {
    const loss = await lifted(`${ALONE}    p = lib.clip(p, lib.epsilon(), 1.0)\n    return -lib.mean(y * lib.log(p))\n`);
    assert.deepEqual([loss.status, loss.framework], ['full', 'tensorflow']);
  });

  it('is none where an object has methods of such names', async () => {
    const scheduled = await lifted('def scheduled_loss(y, p, plan):\n    return plan.epsilon(3) * abs(y - p).mean()\n');
    assert.equal(scheduled.framework, 'python');
    assert.equal(print(scheduled.body).includes('?plan.epsilon'), true);
    const handedLosses = await lifted('def other_loss(y, p, losses):\n    return losses.binary_crossentropy(y, p)\n');
    assert.equal(print(handedLosses.body), '?losses.binary_crossentropy(y, p)');
  });

  it('is set for a whole class before its losses are made', async () => {
    const base = `class Tool:
    _lib = None

    def __init__(self):
        if self.lib is None:
            raise RuntimeError("not set up")

    @classmethod
    def set_lib(cls, lib):
        cls._lib = lib

    @property
    def lib(self):
        return self._lib
`;
    const loss = await lifted(
      'from .tools import Tool\n\nclass FlatLoss(Tool):\n    def __init__(self, scale=2.0):\n        super().__init__()\n        self.scale = scale\n\n    def __call__(self, y, p):\n        y = self.lib.cast(y, self.lib.floatx())\n        return self.scale * self.lib.mean(self.lib.square(y - p))\n',
      await beside({ '.tools': base }),
    );
    assert.equal(loss.status, 'full');
    assert.equal(loss.framework, 'tensorflow');
  });
});

describe('the library of a file that imports none', () => {
  const CALLS = 'from .helpers import gap\n\ndef gap_loss(x, y):\n    return gap(x, y)\n';

  it('is the one that the files use which it imports', async () => {
    const near = await beside({ '.helpers': 'import torch\ndef gap(x, y):\n    return torch.mean(torch.abs(x - y))\n' });
    assert.equal((await lifted(CALLS, near)).framework, 'torch');
    const far = await beside({
      '.helpers': 'from .deeper import mean\ndef gap(x, y):\n    return mean(abs(x - y))\n',
      '.deeper': 'import jax.numpy as jnp\ndef mean(x):\n    return jnp.mean(x)\n',
    });
    assert.equal((await lifted(CALLS, far)).framework, 'jax');
  });

  it('is none where they use several', async () => {
    const both = await beside({ '.helpers': 'import torch\nimport jax\ndef gap(x, y):\n    return abs(x - y).mean()\n' });
    assert.equal((await lifted(CALLS, both)).framework, 'python');
  });
});
