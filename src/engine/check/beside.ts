import { FRAMEWORKS } from '../frameworks/index';
import { wrongGradients } from '../rules/gradient/handwritten-wrong';
import { findingsOf } from './findings';
import { formatsOf } from './format-of-loss';
import type { LiftedLoss } from './lift-source';
import type { CheckOptions } from './options';
import type { Finding } from './report';
import type { Source } from './source';

/** What is found of a function that is no loss: only the gradient that is written for it is judged. Never throws. */
export function besideLosses(source: Source, one: LiftedLoss, options: CheckOptions): readonly Finding[] {
  const { conventions, flushesSubnormals } = FRAMEWORKS[one.loss.framework];
  const [format] = formatsOf(one.loss, options);
  try {
    const found = [...wrongGradients(one.loss, { format, conventions, flushesSubnormals })];
    return findingsOf(source, one, found).map((finding) => ({ ...finding, loss: null }));
  } catch {
    return [];
  }
}
