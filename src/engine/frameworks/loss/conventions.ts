import type { Conventions } from '../../ops/conventions';
import { conventions as torch } from '../torch/conventions';

/** A formula has no autograd: gradients are shown as PyTorch would compute them. */
export const conventions: Conventions = torch;
