import { composite } from '../composite';

/** `torch.nn.functional.multilabel_soft_margin_loss`. */
export const multilabelSoftMargin = composite(
  'multilabel_soft_margin',
  'Binary cross-entropy of logits, averaged over the classes of each sample.',
  "input, target, weight=None, reduction='mean'",
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const axis = input.shape.length - 1;
    const yes = k.multiply(target, k.op('log_sigmoid', [input]));
    const no = k.multiply(k.subtract(1, target), k.op('log_sigmoid', [k.negative(input)]));
    const losses = k.negative(k.add(yes, no));
    const weight = k.optional('weight');
    return k.reduce(k.divide(k.sum(weight ? k.multiply(losses, weight) : losses, [axis]), input.shape[axis] ?? 1));
  },
);
