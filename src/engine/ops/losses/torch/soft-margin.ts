import { composite } from '../composite';

/** `torch.nn.functional.soft_margin_loss`, whose kernel lets exp overflow. */
export const softMargin = composite('soft_margin', 'Logistic loss for targets of -1 and 1.', "input, target, reduction='mean'", (k) =>
  k.reduce(k.op('log1p', [k.op('exp', [k.multiply(k.negative(k.tensor('target')), k.tensor('input'))])])),
);
