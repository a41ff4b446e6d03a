import { classLogits } from './given-logits';
import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two categorical distributions. */
export const klCategorical = composite(
  'kl_categorical',
  'Kullback-Leibler divergence of two categorical distributions.',
  'p_probs=None, p_logits=None, q_probs=None, q_logits=None',
  (k) => {
    const [p, q] = [classLogits(k, 'p_probs', 'p_logits'), classLogits(k, 'q_probs', 'q_logits')];
    const axis = p.shape.length - 1;
    return k.sum(k.multiply(k.op('softmax', [p], { axis }), k.subtract(p, q)), [axis]);
  },
);
