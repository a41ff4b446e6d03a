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
  /** Statements that fail where the gradient of an input is not the slope of the call around it. */
  assertSlope(call: string, name: string, gradient: string): string[];
  /** A statement that makes the library draw a value. */
  draw(distribution: string, name: string): string | null;
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
  const typed = (kind: string): string => (kind === 'int' ? 'int64' : kind === 'bool' ? 'bool' : dtype);
  const trains = (trained: boolean): string => (trained ? ', requires_grad=True' : '');
  return {
    imports: ['import torch'],
    tensor: (values, kind, trained) => `torch.tensor(${values}, dtype=torch.${typed(kind)}${trains(trained)})`,
    full: (shape, value, kind, trained) => `torch.full(${shape}, ${value}, dtype=torch.${typed(kind)}${trains(trained)})`,
    run: (call, trained) => [
      `value = ${call}`,
      "print('value', value)",
      ...(trained.length > 0 ? ['value.sum().backward()'] : []),
      ...trained.map((name) => `print('gradient of ${name}', ${name}.grad)`),
    ],
    gradientOf: (name) => `${name}.grad`,
    assertFinite: (expression) => `assert torch.isfinite(${expression}).all()`,
    assertNonzero: (expression) => `assert (${expression} != 0).any()`,
    assertSlope: (call, name, gradient) => slope(`${call}.sum()`, name, `${gradient}.sum()`),
    draw: (distribution, name) => drawn(distribution, name, ['torch.rand', 'torch.rand_like'], ['torch.randn', 'torch.randn_like']),
  };
}

/** A step that is large beside rounding and small beside ordinary values. */
const STEP = 0.01;

function slope(call: string, name: string, gradient: string): string[] {
  return [
    `f = lambda ${name}: ${call}`,
    `slope = (f(${name} + ${STEP}) - f(${name} - ${STEP})) / ${2 * STEP}`,
    `assert abs(${gradient} - slope) <= 0.01 * abs(slope)`,
  ];
}

function drawn(distribution: string, name: string, uniform: readonly string[], normal: readonly string[]): string | null {
  const functions = distribution.includes('uniform') ? uniform : distribution.includes('normal') ? normal : [];
  return functions.length > 0 ? `${functions.join(' = ')} = lambda *_, **__: ${name}` : null;
}

function jax(dtype: string): Harness {
  const typed = (kind: string): string => (kind === 'float' ? `, dtype=jnp.${dtype}` : '');
  const double = dtype === 'float64' ? ["jax.config.update('jax_enable_x64', True)"] : [];
  return {
    imports: ['import jax', 'import jax.numpy as jnp', ...double],
    tensor: (values, kind) => `jnp.array(${values}${typed(kind)})`,
    full: (shape, value, kind) => `jnp.full(${shape}, ${value}${typed(kind)})`,
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
    assertSlope: (call, name, gradient) => slope(`jnp.sum(${call})`, name, `jnp.sum(${gradient})`),
    draw: (distribution, name) => drawn(distribution, name, ['jax.random.uniform'], ['jax.random.normal']),
  };
}

function tensorflow(dtype: string): Harness {
  const typed = (kind: string): string => (kind === 'int' ? 'tf.int32' : kind === 'bool' ? 'tf.bool' : `tf.${dtype}`);
  const variable = (code: string, trained: boolean): string => (trained ? `tf.Variable(${code})` : code);
  return {
    imports: ['import tensorflow as tf'],
    tensor: (values, kind, trained) => variable(`tf.constant(${values}, dtype=${typed(kind)})`, trained),
    full: (shape, value, kind, trained) => variable(`tf.fill(${shape}, tf.constant(${value}, dtype=${typed(kind)}))`, trained),
    run: (call, trained) => [
      'with tf.GradientTape() as tape:',
      `    value = ${call}`,
      "print('value', value)",
      ...(trained.length > 0 ? [`gradients = tape.gradient(value, [${trained.join(', ')}])`, "print('gradients', gradients)"] : []),
    ],
    gradientOf: (name, trained) => `gradients[${trained.indexOf(name)}]`,
    assertFinite: (expression) => `assert bool(tf.reduce_all(tf.math.is_finite(${expression})))`,
    assertNonzero: (expression) => `assert bool(tf.reduce_any(${expression} != 0))`,
    assertSlope: (call, name, gradient) => slope(`tf.reduce_sum(${call})`, name, `tf.reduce_sum(${gradient})`),
    draw: (distribution, name) => drawn(distribution, name, ['tf.random.uniform'], ['tf.random.normal']),
  };
}

function numpy(dtype: string): Harness {
  const typed = (kind: string): string => (kind === 'int' ? 'int64' : kind === 'bool' ? 'bool_' : dtype);
  return {
    imports: ['import numpy as np'],
    tensor: (values, kind) => `np.array(${values}, dtype=np.${typed(kind)})`,
    full: (shape, value, kind) => `np.full(${shape}, ${value}, dtype=np.${typed(kind)})`,
    // Python raises where it divides by its own 0
    number: (value) => (value === '0' ? 'np.float64(0)' : value),
    run: (call) => [`value = ${call}`, "print('value', value)"],
    gradientOf: () => null,
    assertFinite: (expression) => `assert np.isfinite(${expression}).all()`,
    assertNonzero: (expression) => `assert np.any(${expression} != 0)`,
    assertSlope: () => [],
    draw: (distribution, name) =>
      drawn(distribution, name, ['np.random.rand', 'np.random.random', 'np.random.uniform'], ['np.random.randn', 'np.random.normal']),
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
    assertSlope: () => [],
    draw: () => null,
  };
}

function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}
