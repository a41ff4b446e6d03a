import { FRAMEWORKS } from '../frameworks/index';
import type { Loss } from '../ir/loss';
import { isFormatName } from '../numerics/format';
import type { FormatName } from '../numerics/format';
import type { CheckOptions } from './options';

/** Formats that a loss is judged in, the one it is computed in first: those asked for, else the declared one, else the framework's own. */
export function formatsOf(loss: Loss, options: CheckOptions): readonly [FormatName, ...FormatName[]] {
  const [first, ...more] = options.formats;
  if (first !== undefined) return [first, ...more];
  const { dtype } = loss.declarations;
  return [dtype !== null && isFormatName(dtype) ? dtype : FRAMEWORKS[loss.framework].defaultFormat];
}
