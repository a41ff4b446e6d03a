import { composite } from '../composite';
import { ctcForward } from './ctc-forward';

/** `tf.nn.ctc_loss` with dense labels. */
export const tfCtc = composite(
  'tf_ctc',
  'Connectionist temporal classification on logits.',
  'target, input, label_length=None, logit_length=None, time_major=True, blank_index=None',
  (k) => {
    const input = k.tensor('input');
    const logits = k.flag('time_major') ? input : k.op('transpose', [input], { axes: [1, 0, 2] });
    const length = (name: string) => (k.isGiven(name) ? k.whole(name) : null);
    return ctcForward(k, k.op('log_softmax', [logits], { axis: 2 }), {
      labels: k.whole('target'),
      labelLengths: length('label_length'),
      lengths: length('logit_length'),
      blank: k.number('blank_index', 0),
    });
  },
);
