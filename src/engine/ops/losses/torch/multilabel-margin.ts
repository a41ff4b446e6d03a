import { composite } from '../composite';

/** `torch.nn.functional.multilabel_margin_loss`: the labels of a row end at the first -1. */
export const multilabelMargin = composite(
  'multilabel_margin',
  'A hinge between every label and every other class, averaged over the classes.',
  "input, target, reduction='mean'",
  (k) => {
    const input = k.tensor('input');
    const rank = input.shape.length;
    const classes = input.shape[rank - 1] ?? 1;
    const rows = rank === 1 ? k.unsqueeze(input, 0) : input;
    const given = k.whole('target');
    const target = rank === 1 ? k.unsqueeze(given, 0) : given;
    const zero = k.constant(0, 'int');
    const live = k.op('equal', [k.op('cumsum', [k.op('to_int', [k.op('less', [target, zero])])], { axis: 1 }), zero]);
    const index = k.op('where', [live, target, zero]);
    const hot = k.op('multiply', [k.op('one_hot', [index], { classes }), k.op('to_int', [k.unsqueeze(live, 2)])]);
    const labelled = k.op('greater', [k.sum(hot, [1]), zero]);
    const mine = k.unsqueeze(k.op('gather', [rows, index], { axis: 1 }), 2);
    const hinge = k.atLeastZero(k.add(k.subtract(1, mine), k.unsqueeze(rows, 1)));
    const counted = k.op('logical_and', [k.unsqueeze(live, 2), k.op('logical_not', [k.unsqueeze(labelled, 1)])]);
    const losses = k.divide(k.sum(k.op('where', [counted, hinge, 0]), [1, 2]), classes);
    return k.reduce(rank === 1 ? k.op('reshape', [losses], { shape: [] }) : losses);
  },
);
