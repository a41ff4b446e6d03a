import { numberText, textOf } from '../ir/expression-text';
import type { Loss } from '../ir/loss';
import type { FormatName } from '../numerics/format';
import { heldIn, lostGuard } from './guards';
import type { Hazard } from './hazard';
import { FORMATS } from './ordinary-values';
import { provedSafe } from './range';
import type { FrameworkArithmetic } from './replay';
import { searchWitnesses } from './witness';

/** `ok` or the reason for the judged format and for narrower ones, up to the first that breaks. */
export function dtypesOf(
  reread: (format: FormatName) => Loss | null,
  judged: FrameworkArithmetic,
  hazard: Hazard | null,
  steps: number,
): Readonly<Record<string, string>> {
  const told: Record<string, string> = { [judged.format]: hazard ? reasonOf(hazard) : 'ok' };
  if (hazard) return told;
  for (const format of FORMATS.slice(FORMATS.indexOf(judged.format) + 1)) {
    const arithmetic = { ...judged, format };
    const loss = reread(format);
    if (!loss) return told;
    const broken = provedSafe(loss, arithmetic) ? null : firstOf(searchWitnesses(loss, arithmetic, { steps, hazards: 3 }));
    told[format] = broken ? reasonOf(broken) : 'ok';
    if (broken) return told;
  }
  return told;
}

function firstOf(hazards: readonly Hazard[]): Hazard | null {
  return hazards.find(({ needs, tier }) => needs.length === 0 && tier === 'ordinary') ?? null;
}

/** The shortest true account of what breaks: a constant that rounds away, else the operation with its numbers. */
function reasonOf(hazard: Hazard): string {
  const guard = lostGuard(hazard);
  if (guard)
    return `${typeof guard.node.attributes.eps === 'number' ? `eps ${numberText(guard.exact)}` : textOf(guard.node, heldIn(hazard.given))} = ${numberText(guard.rounded)}`;
  const { node, at, got, phase } = hazard;
  const call = `${node.op}(${at.map(numberText).join(', ')})`;
  return phase === 'forward' ? `${call} = ${numberText(got)}` : `slope of ${call} = ${numberText(got)}`;
}
