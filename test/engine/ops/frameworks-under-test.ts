import { conventions as jax } from '../../../src/engine/frameworks/jax/conventions';
import { conventions as tensorflow } from '../../../src/engine/frameworks/tensorflow/conventions';
import { conventions as torch } from '../../../src/engine/frameworks/torch/conventions';
import type { FormatName } from '../../../src/engine/numerics/format';
import type { Arithmetic } from '../../../src/engine/tape/machine';

/** The frameworks whose autograd was measured. */
export const FRAMEWORKS = ['torch', 'jax', 'tensorflow'] as const;

/** How each of them computes. */
export function arithmeticOf(framework: (typeof FRAMEWORKS)[number], format: FormatName): Arithmetic {
  return { format, flushesSubnormals: framework !== 'torch', conventions: { torch, jax, tensorflow }[framework] };
}
