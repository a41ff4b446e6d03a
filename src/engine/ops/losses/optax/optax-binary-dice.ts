import { diceOf } from './dice-of';
import { composite } from '../composite';

/** `optax.losses.binary_dice_loss`. */
export const optaxBinaryDice = composite(
  'optax_binary_dice',
  'One minus the Dice coefficient of one class.',
  'input, target, smooth=1.0, apply_softmax=True',
  (k) => {
    const [input, target] = [k.tensor('input'), k.tensor('target')];
    const last = input.shape.length;
    const plain = target.shape.length === last && input.shape[last - 1] !== 1;
    return diceOf(k, plain ? k.unsqueeze(input, last) : input, plain ? k.unsqueeze(target, last) : target, null);
  },
);
