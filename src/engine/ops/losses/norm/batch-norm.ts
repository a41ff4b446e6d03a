import { Refused } from '../build';
import { perChannel, scaledBy, standardised } from './standardised';
import { composite } from '../composite';

/** `torch.nn.functional.batch_norm`: by the statistics of the batch in training, else by those given. */
export const batchNorm = composite(
  'batch_norm',
  'Each element minus the mean, over the deviation, of its channel.',
  'input, running_mean=None, running_var=None, weight=None, bias=None, training=False, eps=1e-5',
  (k) => {
    const input = k.tensor('input');
    const rank = input.shape.length;
    const eps = k.number('eps', 1e-5);
    const axes = input.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
    const [mean, variance] = [perChannel(k, 'running_mean', rank), perChannel(k, 'running_var', rank)];
    if (!k.flag('training') && (!mean || !variance)) throw new Refused('no statistics to normalise by');
    const unit =
      k.flag('training') || !mean || !variance
        ? standardised(k, input, axes, eps)
        : k.divide(k.subtract(input, mean), k.op('sqrt', [k.add(variance, eps)]));
    return scaledBy(k, unit, perChannel(k, 'weight', rank), perChannel(k, 'bias', rank));
  },
);
