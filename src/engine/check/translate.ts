import type { Loss } from '../ir/loss';
import { stabilised, translate } from '../write/translate';
import type { Target } from '../write/translate';
import { definitionOf } from '../symbolic/definition';
import { formulaOf } from '../symbolic/formulas';
import { liftSource } from './lift-source';
import type { CheckOptions } from './options';
import type { Source } from './source';
import type { Tools } from './tools';

/** Notations that a loss can be written in. */
export type Notation = Target | 'loss' | 'latex';

/** A loss in another notation, in its numerically stable form, or why not. */
export function translateLoss(
  source: Source,
  name: string,
  to: Notation,
  tools: Tools,
  options: CheckOptions,
): { text: string } | { problem: string } {
  const [found] = liftSource(source, tools, { ...options, only: name }).lifted;
  if (!found) return { problem: `no loss "${name}" in ${source.path}` };
  const { loss, region } = found;
  const [unread] = loss.missing;
  if (loss.status !== 'full' || !loss.body) {
    return {
      problem: `${name} is not fully translated${unread ? `: ${unread.what} at line ${region.rangeOf(unread.span).start.line + 1} (${unread.why})` : ''}`,
    };
  }
  const text = to === 'latex' || to === 'loss' ? notation(loss, to) : translate(loss, to);
  return text === null ? { problem: `${name} uses an operation that ${to} has no spelling for` } : { text };
}

function notation(loss: Loss, to: 'latex' | 'loss'): string | null {
  const stable = loss.body ? { ...loss, body: stabilised(loss.body) } : loss;
  return to === 'loss' ? definitionOf(stable) : (formulaOf(stable)?.latex ?? null);
}
