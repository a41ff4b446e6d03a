import { composite } from '../composite';
import { ctcForward } from '../sequence/ctc-forward';
import { EPSILON } from './epsilon';

/** `keras.backend.ctc_batch_cost`: probabilities (N, T, C), the last class is the blank, lengths (N, 1). */
export const kerasCtcBatchCost = composite(
  'keras_ctc_batch_cost',
  'Connectionist temporal classification on probabilities.',
  'target, input, input_length, label_length',
  (k) => {
    const probabilities = k.op('transpose', [k.tensor('input')], { axes: [1, 0, 2] });
    const logits = k.op('log', [k.add(probabilities, EPSILON)]);
    const [, count = 1, classes = 1] = logits.shape;
    const flat = (name: string) => k.op('reshape', [k.whole(name)], { shape: [count] });
    const losses = ctcForward(k, k.op('log_softmax', [logits], { axis: 2 }), {
      labels: k.whole('target'),
      labelLengths: flat('label_length'),
      lengths: flat('input_length'),
      blank: classes - 1,
    });
    return k.unsqueeze(losses, 1);
  },
);
