import { ShapeError } from '../../../numerics/signature';
import { composite } from '../composite';
import { distributed } from './distributed';
import { indexed } from './indexed';

/** `torch.nn.functional.cross_entropy`, for class indices and for class probabilities. */
export const crossEntropy = composite(
  'cross_entropy',
  'Softmax, then the negative log-likelihood of the target.',
  "input, target, weight=None, ignore_index=None, reduction='mean', label_smoothing=0.0",
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const logs = k.op('log_softmax', [input], { axis: input.shape.length === 1 ? 0 : 1 });
    const smoothing = k.number('label_smoothing', 0);
    const soft = target.shape.length === input.shape.length && target.kind === 'float';
    if (soft && target.shape.join() !== input.shape.join()) throw new ShapeError('the target is neither class indices nor probabilities');
    return soft ? distributed(k, logs, target, smoothing) : indexed(k, logs, target, smoothing);
  },
);
