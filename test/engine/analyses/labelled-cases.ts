import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Loss } from '../../../src/engine/ir/loss';
import { liftLoss } from '../../../src/engine/lift/loss/lift-loss';

/** An expression with verified labels; points, limits, constants and dead zones only for functions of one variable. */
export interface LabelledCase {
  readonly id: string;
  readonly expression: string;
  readonly domains: Readonly<Record<string, string>>;
  readonly wrt: readonly string[];
  readonly convexity: string;
  readonly differentiability: string;
  readonly points?: readonly {
    readonly at: number;
    readonly kind: string;
    readonly left?: number | string;
    readonly right?: number | string;
  }[];
  readonly quasiconvex?: boolean;
  readonly lipschitz?: number | null;
  readonly limits?: readonly (number | string | null)[];
  readonly deadZones?: readonly (readonly (number | null)[])[];
}

/** The labelled cases of test/fixtures. */
export const LABELLED = JSON.parse(
  readFileSync(new URL('../../fixtures/convexity.json', import.meta.url), 'utf8'),
) as readonly LabelledCase[];

/** A loss read from a definition and its declarations. */
export function lossOf(expression: string, domains: Readonly<Record<string, string>>, wrt: readonly string[]): Loss {
  const declared = Object.entries(domains).map(([name, domain]) => `${name} in ${domain}`);
  const text = `# losswright: ${[...declared, `wrt ${wrt.join(', ')}`].join('; ')}\nf(${Object.keys(domains).join(', ')}) = ${expression}\n`;
  const { losses, errors } = liftLoss(text);
  assert.deepEqual(errors, [], text);
  return losses[0] ?? assert.fail(text);
}
