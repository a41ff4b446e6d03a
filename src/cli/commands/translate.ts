import { translateLoss } from '../../engine/check/translate';
import { NOTATIONS, UsageError } from '../arguments';
import type { Status } from '../status';
import type { Session } from '../session';
import { openTarget } from '../target';

/** `losswright translate PATH::NAME --to NOTATION`: the loss in another notation, in its numerically stable form. */
export function runTranslate(session: Session): Status {
  const { to } = session.args;
  if (to === null) throw new UsageError(`translate needs --to ${NOTATIONS.join('|')}`);
  const { source, name, absolute } = openTarget(session, 'translate');
  const result = translateLoss(source, name, to, session.tools, session.options(absolute));
  if ('problem' in result) throw new UsageError(result.problem);
  session.io.out(result.text.endsWith('\n') ? result.text : `${result.text}\n`);
  return 0;
}
