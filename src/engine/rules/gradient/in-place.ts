import { overwrittenIn } from '../../analyses/in-place';
import { textOf } from '../../ir/expression-text';
import { SAVED } from '../../analyses/kept-for-backward';
import { intoNewTensor } from './kept-gradient';
import type { Found, Rule, RuleContext } from '../rule';

const code = 'gradient/in-place';

/** A write in place into what the backward pass needs; or, which is the caller's to judge, into the caller's own prediction. */
export const inPlace: Rule = {
  code,
  group: 'gradient',
  defaultSeverity: 'warning',
  summary: 'in-place.summary',
  *find({ loss, view, textAt }: RuleContext): Iterable<Found> {
    if (loss.framework !== 'torch' || loss.withoutAutograd) return;
    for (const { write, by, name } of overwrittenIn(loss, SAVED)) {
      if (by && view.isWritten(by) && COPIES.test(textAt(view.placeOf(by)))) continue;
      const alone =
        write.span.source === undefined &&
        /(^|\n)[ \t]*$/.test(textAt({ start: Math.max(0, write.span.start - 200), end: write.span.start }));
      const edit = alone ? intoNewTensor(write.span, textAt(write.span)) : null;
      yield {
        code,
        severity: by ? 'warning' : 'information',
        span: write.span,
        messageId: by ? 'in-place.kept' : 'in-place.caller',
        arguments: by ? { expression: textOf(by), operation: by.op } : { name },
        related:
          by && view.isWritten(by) ? [{ span: view.placeOf(by), messageId: 'in-place.here', arguments: { expression: textOf(by) } }] : [],
        hazard: null,
        witness: null,
        rewrite: null,
        ...(edit ? { edit } : {}),
        rank: 20,
      };
    }
  },
};

/** A copy made where an operation is written: what is kept is then other memory, which the graph does not tell. */
const COPIES = /\.clone\(/;
