import { composite } from '../composite';
import { classLogitsOf } from './class-logits-of';

/** `torch.distributions.Categorical.log_prob`. */
export const categoricalLogProb = composite(
  'categorical_log_prob',
  'Log-probability of a class index.',
  'probs=None, logits=None, value=None',
  (k) => {
    const logits = classLogitsOf(k);
    const value = k.tensor('value');
    const axis = value.shape.length;
    const shape = [...value.shape, logits.shape[logits.shape.length - 1] ?? 1];
    const rows = logits.shape.length === shape.length ? logits : k.op('broadcast_to', [logits], { shape });
    const own = k.op('gather', [rows, k.unsqueeze(value, axis)], { axis });
    return k.op('reshape', [own], { shape: own.shape.slice(0, -1) });
  },
);
