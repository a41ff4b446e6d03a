import type { Loss } from '../ir/loss';
import { formulaOf, gradientsOf } from '../symbolic/formulas';
import type { Formula } from './report';

/** Formula and gradients of a loss for the reader. */
export function formulasOf(loss: Loss): { formula: Formula | null; gradients: Readonly<Record<string, Formula>> } {
  return { formula: formulaOf(loss), gradients: gradientsOf(loss) };
}
