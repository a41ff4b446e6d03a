import { diceOf } from './dice-of';
import { composite } from '../composite';

/** `optax.losses.dice_loss`. */
export const optaxDice = composite(
  'optax_dice',
  'One minus the Dice, or Tversky, coefficient of each class.',
  "input, target, class_weights=None, smooth=1.0, alpha=0.5, beta=0.5, apply_softmax=True, reduction='mean', ignore_background=False, axis=None",
  (k) => {
    return diceOf(k, k.tensor('input'), k.tensor('target'), k.optional('class_weights'));
  },
);
