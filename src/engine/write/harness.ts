import type { FrameworkId } from '../ir/loss';
import type { TensorMaker } from './tensor-code';

/** How a reproducer runs a loss in one library. */
export interface Harness extends TensorMaker {
  readonly imports: readonly string[];
  /** Statements that set `value` and, where the library differentiates, the gradients of the trained inputs, and print them. */
  run(call: string, trained: readonly string[]): string[];
  /** The expression that holds an input's gradient after `run`, or null where there is none. */
  gradientOf(name: string, trained: readonly string[]): string | null;
  assertFinite(expression: string): string;
  assertNonzero(expression: string): string;
}

/** The harness of a framework for one floating-point format; null for notation that no program runs. */
export function harnessOf(framework: FrameworkId, dtype: string): Harness | null {
  switch (framework) {
    case 'torch':
      return torch(dtype);
    case 'jax':
      return jax(dtype);
    case 'tensorflow':
      return tensorflow(dtype);
    case 'numpy':
      return numpy(dtype);
    case 'python':
      return python();
    case 'loss':
      return null;
  }
}

function torch(dtype: string): Harness {
  const trains = (trained: boolean): string => (trained ? ', requires_grad=True' : '');
  return {
    imports: ['import torch'],
    tensor: (values, kind, trained) =>
      `torch.tensor(${values}, dtype=torch.${kind === 'int' ? 'int64' : kind === 'bool' ? 'bool' : dtype}${trains(trained)})`,
    full: (shape, value, trained) => `torch.full(${shape}, ${value}, dtype=torch.${dtype}${trains(trained)})`,
    run: (call, trained) => [
      `value = ${call}`,
      "print('value', value)",
      ...(trained.length > 0 ? ['value.sum().backward()'] : []),
      ...trained.map((name) => `print('gradient of ${name}', ${name}.grad)`),
    ],
    gradientOf: (name) => `${name}.grad`,
    assertFinite: (expression) => `assert torch.isfinite(${expression}).all()`,
    assertNonzero: (expression) => `assert (${expression} != 0).any()`,
  };
}

function jax(dtype: string): Harness {
  const double = dtype === 'float64' ? ["jax.config.update('jax_enable_x64', True)"] : [];
  return {
    imports: ['import jax', 'import jax.numpy as jnp', ...double],
    tensor: (values, kind) => `jnp.array(${values}${kind === 'float' ? `, dtype=jnp.${dtype}` : ''})`,
    full: (shape, value) => `jnp.full(${shape}, ${value}, dtype=jnp.${dtype})`,
    run: (call, trained) => [
      ...(trained.length > 0
        ? [
            `value, gradients = jax.value_and_grad(lambda ${trained.join(', ')}: jnp.sum(${call}), argnums=${tuple(trained.map((_, i) => String(i)))})(${trained.join(', ')})`,
            "print('value', value)",
            "print('gradients', gradients)",
          ]
        : [`value = ${call}`, "print('value', value)"]),
    ],
    gradientOf: (name, trained) => `gradients[${trained.indexOf(name)}]`,
    assertFinite: (expression) => `assert jnp.isfinite(${expression}).all()`,
    assertNonzero: (expression) => `assert (${expression} != 0).any()`,
  };
}

function tensorflow(dtype: string): Harness {
  const typed = (kind: string): string => (kind === 'int' ? 'tf.int64' : kind === 'bool' ? 'tf.bool' : `tf.${dtype}`);
  const variable = (code: string, trained: boolean): string => (trained ? `tf.Variable(${code})` : code);
  return {
    imports: ['import tensorflow as tf'],
    tensor: (values, kind, trained) => variable(`tf.constant(${values}, dtype=${typed(kind)})`, trained),
    full: (shape, value, trained) => variable(`tf.fill(${shape}, tf.constant(${value}, dtype=tf.${dtype}))`, trained),
    run: (call, trained) => [
      'with tf.GradientTape() as tape:',
      `    value = ${call}`,
      "print('value', value)",
      ...(trained.length > 0 ? [`gradients = tape.gradient(value, [${trained.join(', ')}])`, "print('gradients', gradients)"] : []),
    ],
    gradientOf: (name, trained) => `gradients[${trained.indexOf(name)}]`,
    assertFinite: (expression) => `assert bool(tf.reduce_all(tf.math.is_finite(${expression})))`,
    assertNonzero: (expression) => `assert bool(tf.reduce_any(${expression} != 0))`,
  };
}

function numpy(dtype: string): Harness {
  return {
    imports: ['import numpy as np'],
    tensor: (values, kind) => `np.array(${values}, dtype=np.${kind === 'int' ? 'int64' : kind === 'bool' ? 'bool_' : dtype})`,
    full: (shape, value) => `np.full(${shape}, ${value}, dtype=np.${dtype})`,
    run: (call) => [`value = ${call}`, "print('value', value)"],
    gradientOf: () => null,
    assertFinite: (expression) => `assert np.isfinite(${expression}).all()`,
    assertNonzero: (expression) => `assert np.any(${expression} != 0)`,
  };
}

function python(): Harness {
  return {
    imports: ['import math'],
    tensor: (values) => values,
    full: (_, value) => value,
    run: (call) => [`value = ${call}`, "print('value', value)"],
    gradientOf: () => null,
    assertFinite: (expression) => `assert math.isfinite(${expression})`,
    assertNonzero: (expression) => `assert ${expression} != 0`,
  };
}

function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}
