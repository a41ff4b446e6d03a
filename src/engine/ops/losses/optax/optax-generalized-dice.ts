import { diceOf } from './dice-of';
import { composite } from '../composite';

/** `optax.losses.multiclass_generalized_dice_loss`: classes count by the inverse square of how often they are there. */
export const optaxGeneralizedDice = composite(
  'optax_generalized_dice',
  'One minus the generalised Dice coefficient.',
  "input, target, smooth=1.0, apply_softmax=True, ignore_background=False, reduction='none'",
  (k) => {
    const target = k.tensor('target');
    const axes = target.shape.slice(1).map((_, i) => i);
    const often = k.sum(target, axes);
    const rare = k.divide(1, k.add(k.op('square', [often]), 1e-7));
    const weights = k.multiply(k.divide(rare, k.sum(rare)), rare.shape[0] ?? 1);
    return k.mean(diceOf(k, k.tensor('input'), target, weights));
  },
);
