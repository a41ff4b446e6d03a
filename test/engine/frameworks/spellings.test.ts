import assert from 'node:assert/strict';
import type { Framework, Spelling } from '../../../src/engine/frameworks/framework';
import {
  canonicalName,
  classNamed,
  elementTypeNamed,
  frameworkOf,
  FRAMEWORKS,
  functionNamed,
  isModuleBase,
} from '../../../src/engine/frameworks/index';
import { namesOf } from '../../../src/engine/frameworks/spell';
import { SIGNATURES } from '../../../src/engine/lift/primitives/signatures';
import { compositeNamed } from '../../../src/engine/ops/losses/registry';
import { opNamed } from '../../../src/engine/ops/registry';

interface Named {
  readonly where: string;
  readonly spelling: Spelling;
  readonly available: readonly string[];
}

function spellingsOf(framework: Framework): Named[] {
  const plain = [framework.functions, framework.methods, framework.properties].flatMap((table) =>
    Object.entries(table).map(([where, spelling]) => ({ where, spelling, available: namesOf(spelling.parameters) })),
  );
  const calls = Object.entries(framework.classes).map(([where, { parameters, call }]) => ({
    where,
    spelling: call,
    available: [...namesOf(parameters), ...namesOf(call.parameters)],
  }));
  return [...plain, ...calls];
}

/** Canonical argument names of what a spelling means; the attributes of an op. */
function targetNames(means: string): readonly string[] | undefined {
  if (means.startsWith('lift:')) {
    const signature = (SIGNATURES as Readonly<Record<string, string>>)[means.slice('lift:'.length)];
    return signature === undefined ? undefined : namesOf(signature);
  }
  if (means.startsWith('loss:')) {
    const composite = compositeNamed(means.slice('loss:'.length));
    return composite && namesOf(composite.parameters);
  }
  const op = opNamed(means);
  return op && Object.keys(op.attributes ?? {});
}

describe('spellings', () => {
  for (const framework of Object.values(FRAMEWORKS)) {
    const all = spellingsOf(framework);

    it(`of ${framework.id} mean something that exists`, () => {
      assert.deepEqual(
        all
          .filter(({ spelling }) => targetNames(spelling.means) === undefined)
          .map(({ where, spelling }) => `${where} → ${spelling.means}`),
        [],
      );
    });

    it(`of ${framework.id} map parameters that they have`, () => {
      const wrong = all.flatMap(({ where, spelling, available }) =>
        [
          ...Object.values(spelling.attributes ?? {}).flatMap((source) => ('from' in source ? [source.from] : [])),
          ...(spelling.operands ?? []),
        ]
          .filter((name) => !available.includes(name))
          .map((name) => `${where}: ${name}`),
      );
      assert.deepEqual(wrong, []);
    });

    it(`of ${framework.id} map onto arguments that their meaning has`, () => {
      const wrong = all.flatMap(({ where, spelling }) => {
        const names = targetNames(spelling.means);
        return names
          ? Object.keys(spelling.attributes ?? {})
              .filter((name) => !names.includes(name))
              .map((name) => `${where}: ${name}`)
          : [];
      });
      assert.deepEqual(wrong, []);
    });
  }
});

describe('library names', () => {
  it('resolve module aliases, longest prefix first', () => {
    assert.equal(canonicalName('tensorflow.keras.losses.mse'), 'keras.losses.mean_squared_error');
    assert.equal(canonicalName('tensorflow.keras.backend.mean'), 'keras.backend.mean');
    assert.equal(canonicalName('tensorflow.compat.v1.log'), 'tensorflow.log');
    assert.equal(canonicalName('autograd.numpy.log'), 'numpy.log');
    assert.equal(canonicalName('some.unknown.name'), 'some.unknown.name');
  });

  it('find functions, classes and dtypes', () => {
    assert.equal(functionNamed('tensorflow.exp')?.spelling.means, 'exp');
    assert.equal(functionNamed('tensorflow.math.exp')?.spelling.means, 'exp');
    assert.equal(functionNamed('torch.nn.functional.huber_loss')?.spelling.means, 'loss:huber');
    assert.equal(classNamed('torch.nn.modules.loss.MSELoss')?.callable.call.means, 'loss:mse');
    assert.equal(elementTypeNamed('torch.half'), 'float16');
    assert.equal(functionNamed('constructor'), null);
  });

  it('know base classes and the library of a file', () => {
    assert.ok(isModuleBase('tensorflow.keras.losses.Loss'));
    assert.ok(!isModuleBase('builtins.object'));
    assert.equal(frameworkOf(['numpy', 'torch.nn']).id, 'torch');
    assert.equal(frameworkOf(['os']).id, 'python');
  });
});
