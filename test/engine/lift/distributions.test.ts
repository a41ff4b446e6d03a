import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { evaluate } from '../../../src/engine/check/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { assertClose } from '../../support/close';
import { testTools } from '../../support/tools';

interface Answer {
  readonly code: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  readonly gradients: Readonly<Record<string, unknown>>;
}

const answersIn = (name: string): readonly Answer[] => JSON.parse(readFileSync(`test/oracle/${name}.json`, 'utf8')) as readonly Answer[];
const OPTIONS = { ...DEFAULT_OPTIONS, formats: ['float64' as const] };

describe('distributions of JAX libraries answer what torch’s do', () => answered('distributions'));
describe('targets and losses of reinforcement learning answer what their definitions do', () => answered('targets'));

function answered(name: string): void {
  answersIn(name).forEach(({ code, inputs, value, gradients }) => {
    it(code, async () => {
      const parameters = Object.keys(inputs).join(', ');
      const heads =
        'import jax.numpy as jnp\nimport distrax as D\nimport haiku as hk\nimport jax\nimport rlax\nimport tensorflow_probability.substrates.jax as tfp\ntfd = tfp.distributions\n';
      const source = {
        path: 'a.py',
        language: 'python' as const,
        text: `${heads}\n\ndef asked_loss(${parameters}):\n    return ${code}\n`,
      };
      const result = evaluate(source, 'asked_loss', { inputs, wrt: Object.keys(gradients) }, await testTools(), OPTIONS);
      assert.ok(!('problem' in result), 'problem' in result ? result.problem : '');
      assertClose(result.value, value, 1e-6, 'value');
      for (const [name, wanted] of Object.entries(gradients)) assertClose(result.gradients[name], wanted, 1e-6, `gradient of ${name}`);
    });
  });
}
