import type { Loss } from '../ir/loss';
import { harnessOf } from './harness';
import type { Failure } from './reproducer';
import { tensorCode } from './tensor-code';

/**
 * A short program that compares the backward pass of a function, imported from `module`, with differences of its values, with
 * its framework's own tool for that; it fails where they differ. Null where the call cannot be made up.
 */
export function gradientCheck(loss: Loss, failure: Failure, module: string): string | null {
  const harness = harnessOf(loss.framework, 'float64');
  const check = CHECKS[loss.framework];
  const { name: fullName, parameters } = loss.ownBackward?.of ?? loss;
  const path = fullName.split('.');
  const [root] = path;
  if (!harness || !check || root === undefined || parameters.some(({ name, role }) => !/^\w+$/.test(name) || role === 'callable'))
    return null;
  const arguments_ = parameters
    .filter(({ name, default: standard }) => name in failure.inputs || standard === null)
    .map(({ name }) => name);
  const trained = arguments_.filter((name) => name in failure.gradients);
  const kinds = new Map(parameters.map(({ name, node }) => [name, node?.kind ?? 'float']));
  const inputs = arguments_.map((name) => {
    const value = failure.inputs[name];
    return `${name} = ${value === undefined ? 'None' : tensorCode(value, kinds.get(name) ?? 'float', harness, trained.includes(name))}`;
  });
  const call = `${root}${path.length > 1 ? '.apply' : ''}(${arguments_.join(', ')})`;
  const { imports, lines } = check(`lambda ${trained.join(', ')}: ${call}`, trained.join(', '));
  return [...harness.imports, ...imports, `from ${module} import ${root}`, '', ...inputs, ...lines, ''].join('\n');
}

type Check = (call: string, trained: string) => { readonly imports: readonly string[]; readonly lines: readonly string[] };

const CHECKS: Partial<Record<Loss['framework'], Check>> = {
  torch: (call, trained) => ({ imports: [], lines: [`torch.autograd.gradcheck(${call}, (${trained},))`] }),
  jax: (call, trained) => ({
    imports: ['from jax.test_util import check_grads'],
    lines: [`check_grads(${call}, (${trained},), order=1, modes=['rev'], atol=1e-3, rtol=1e-3)`],
  }),
  tensorflow: (call, trained) => ({
    imports: [],
    lines: [
      `written, numeric = tf.test.compute_gradient(${call}, [${trained}])`,
      'for given, slope in zip(written, numeric):',
      '    tf.debugging.assert_near(given, slope, atol=1e-3, rtol=1e-3)',
    ],
  }),
};
