import { composite } from '../composite';
import { classLogitsOf } from './class-logits-of';

/** `torch.distributions.Categorical.log_prob`. */
export const categoricalLogProb = composite(
  'categorical_log_prob',
  'Log-probability of a class index.',
  'probs=None, logits=None, value=None',
  (k) => {
    const logits = classLogitsOf(k);
    const axis = logits.shape.length - 1;
    const own = k.op('gather', [logits, k.unsqueeze(k.tensor('value'), axis)], { axis });
    return k.op('reshape', [own], { shape: own.shape.slice(0, -1) });
  },
);
