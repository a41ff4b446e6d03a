import type { Conventions } from '../../ops/conventions';
import { conventions as torch } from '../torch/conventions';

/** NumPy has no autograd: gradients are shown as PyTorch would compute them. */
export const conventions: Conventions = { ...torch, scalarsInHalf: 'rounded', halfProducts: 'single', halfScans: 'half' };
