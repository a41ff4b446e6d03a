import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FRAMEWORKS } from '../../../src/engine/frameworks/index';
import type { Loss } from '../../../src/engine/ir/loss';
import { compile } from '../../../src/engine/tape/compile';
import { Machine } from '../../../src/engine/tape/machine';
import { translate, type Target } from '../../../src/engine/write/translate';
import { lossesIn } from './lifted';

const FILES = [
  'torch/regression',
  'torch/classification',
  'torch/overlap',
  'torch/penalties',
  'torch/robust',
  'torch/probabilistic',
  'jax/classification',
  'numpy/classification',
  'tensorflow/classification',
];
const TARGETS: readonly Target[] = ['torch', 'jax', 'tensorflow', 'numpy'];

/** Values between 0.1 and 0.9 that differ from element to element and suit every domain; whole numbers are class indices. */
function inputsOf(loss: Loss): Record<string, number[] | number> {
  const nodes = loss.parameters.flatMap(({ node, name, domain, default: value }) =>
    node ? [{ node, name: name.replace(/^self\./, ''), value, whole: node.kind === 'int' || domain.kind === 'set' }] : [],
  );
  return Object.fromEntries(
    nodes.map(({ node, name, value, whole }, k) => {
      if (typeof value === 'number') return [name, value];
      const size = node.shape.reduce((a, b) => a * b, 1);
      return [name, Array.from({ length: size }, (_, i) => (whole ? (i + k) % 2 : 0.1 + ((i * 0.31 + k * 0.17) % 0.8)))];
    }),
  );
}

function valueOf(loss: Loss, inputs: Readonly<Record<string, number[] | number>>): readonly number[] {
  assert.ok(loss.body);
  const tape = compile([loss.body]);
  const machine = new Machine(tape, { format: 'float64', flushesSubnormals: false, conventions: FRAMEWORKS.torch.conventions });
  const named = Object.fromEntries(Object.keys(tape.inputs).map((name) => [name, inputs[name.replace(/^self\./, '')] ?? 0]));
  return [...(machine.run(named)[tape.roots[0] ?? 0] ?? [])];
}

describe('translations', () => {
  for (const file of FILES) {
    it(`of ${file} mean the same in every library`, async () => {
      const losses = await lossesIn(readFileSync(`test/fixtures/losses/${file}.py`, 'utf8'));
      for (const loss of losses.filter(({ name }) => name !== 'CrossEntropy.forward')) {
        const inputs = inputsOf(loss);
        const expected = valueOf(loss, inputs);
        for (const target of TARGETS) {
          const text = translate(loss, target);
          assert.ok(text, `${loss.name} to ${target}`);
          const declared = Object.entries(inputs).map(([name]) => name);
          const shapes = loss.parameters.flatMap(({ node, name }) =>
            node && declared.includes(name.replace(/^self\./, '')) ? [`${name.replace(/^self\./, '')}: [${node.shape.join(', ')}]`] : [],
          );
          const classes = loss.parameters.flatMap(({ node, name, domain }) =>
            node?.kind === 'int' || domain.kind === 'set' ? [`${name} in {0, 1}`] : [],
          );
          const again = await lossesIn(
            text.replace(
              /^def /m,
              `# losswright: loss; ${shapes
                .filter((s) => !s.endsWith('[]'))
                .concat(classes)
                .join('; ')}\ndef `,
            ),
          );
          const read = again[again.length - 1];
          assert.ok(read?.body && read.status === 'full', `${loss.name} to ${target}: ${read?.missing.map((m) => m.why).join()}\n${text}`);
          const got = valueOf(read, inputs);
          const close =
            got.length === expected.length &&
            got.every((v, i) => Math.abs(v - (expected[i] ?? NaN)) <= 1e-6 * Math.max(1, Math.abs(expected[i] ?? NaN)));
          assert.ok(close, `${loss.name} to ${target}: ${got.join()} not ${expected.join()}\n${text}`);
        }
      }
    });
  }

  it('use the stable form', async () => {
    const [loss] = await lossesIn(
      'import numpy as np\n\n\ndef naive_loss(z, y):\n    return -np.sum(y * np.log(np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)))\n',
    );
    assert.ok(loss);
    assert.equal(
      translate(loss, 'torch'),
      'import torch\nimport torch.nn.functional as F\n\n\ndef naive_loss(z, y):\n    return -torch.sum(y * F.log_softmax(z, dim=1))\n',
    );
  });
});
