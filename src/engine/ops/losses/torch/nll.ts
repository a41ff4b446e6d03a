import { composite } from '../composite';
import { indexed } from './indexed';

/** `torch.nn.functional.nll_loss`. */
export const nll = composite(
  'nll',
  'Negative log-likelihood of the class with the given index.',
  "input, target, weight=None, ignore_index=None, reduction='mean'",
  (k) => indexed(k, k.tensor('input'), k.tensor('target'), 0),
);
