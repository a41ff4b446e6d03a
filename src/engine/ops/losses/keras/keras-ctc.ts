import { composite } from '../composite';
import { ctcForward } from '../sequence/ctc-forward';
import { reduced } from './reduced';

/** `keras.losses.ctc`: logits (N, T, C), labels (N, S) filled up with 0, which is the blank. */
export const kerasCtc = composite(
  'keras_ctc',
  'Connectionist temporal classification on logits.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const logits = k.op('transpose', [k.tensor('input')], { axes: [1, 0, 2] });
    const labels = k.op('to_int', [k.tensor('target')]);
    const labelLengths = k.sum(k.op('to_int', [k.op('not_equal', [labels, k.constant(0, 'int')])]), [1]);
    return reduced(k, ctcForward(k, k.op('log_softmax', [logits], { axis: 2 }), { labels, labelLengths, lengths: null, blank: 0 }));
  },
);
