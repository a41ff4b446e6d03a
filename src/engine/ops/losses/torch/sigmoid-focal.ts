import { composite } from '../composite';

/** `fvcore.nn.sigmoid_focal_loss`, `torchvision.ops.sigmoid_focal_loss`. Below zero, alpha does not weigh. */
export const sigmoidFocal = composite(
  'sigmoid_focal',
  'Binary cross-entropy of logits, less where the answer is sure already.',
  "inputs, targets, alpha=0.25, gamma=2.0, reduction='none'",
  (k) => {
    const [inputs, targets] = [k.tensor('inputs'), k.tensor('targets')];
    const other = k.subtract(1, targets);
    const probability = k.op('sigmoid', [inputs]);
    const entropy = k.subtract(k.multiply(other, inputs), k.op('log_sigmoid', [inputs]));
    const right = k.add(k.multiply(probability, targets), k.multiply(k.subtract(1, probability), other));
    const focused = k.multiply(entropy, k.op('power', [k.subtract(1, right), k.tensor('gamma')]));
    if (k.isKnown('alpha') && k.number('alpha', 0.25) < 0) return k.reduce(focused);
    const alpha = k.tensor('alpha');
    return k.reduce(k.multiply(k.add(k.multiply(alpha, targets), k.multiply(k.subtract(1, alpha), other)), focused));
  },
);
