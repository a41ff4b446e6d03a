import { composite } from '../composite';

/** `torch.nn.functional.multi_margin_loss`. */
export const multiMargin = composite(
  'multi_margin',
  'A hinge on every wrong class, averaged over the classes.',
  "input, target, p=1, margin=1.0, weight=None, reduction='mean'",
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const axis = input.shape.length - 1;
    const classes = input.shape[axis] ?? 1;
    const mine = k.op('gather', [input, k.unsqueeze(target, axis)], { axis });
    const hinge = k.atLeastZero(k.add(k.subtract(k.tensor('margin'), mine), input));
    const others = k.subtract(1, k.op('one_hot', [target], { classes }));
    const terms = k.multiply(k.number('p', 1) === 2 ? k.op('square', [hinge]) : hinge, others);
    const weight = k.optional('weight');
    const weighted = weight ? k.multiply(terms, k.unsqueeze(k.op('take', [weight, target], { axis: 0 }), axis)) : terms;
    return k.reduce(k.divide(k.sum(weighted, [axis]), classes));
  },
);
