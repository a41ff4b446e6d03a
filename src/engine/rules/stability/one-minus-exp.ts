import { precisionRule } from '../precision-rule';
import { complementOf, constantOf } from '../view';

/** 1 - exp(-x) near 0. */
export const oneMinusExp = precisionRule({
  name: 'one-minus-exp',
  severity: 'information',
  probe: 'near-zero',
  from: 1e-3,
  rewrite(node, graph) {
    const exponent = complementOf(node)?.args[0] ?? node;
    return graph.apply('negative', [graph.apply('expm1', [exponent])]);
  },
  matches: (node) => complementOf(node)?.op === 'exp' && node.args.some((a) => constantOf(a) === 1),
});
