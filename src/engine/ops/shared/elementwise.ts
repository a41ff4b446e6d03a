import type { Format } from '../../numerics/format';
import type { Interval } from '../../numerics/interval';
import type { Attributes, Kind, Signature } from '../../numerics/signature';
import type { Conventions } from '../conventions';
import type { Backward, Facts, Forward, Op, Operand } from '../op';
import { intermediate } from './intermediate';
import { promote, promoteToFloat } from './kinds';
import { elementAt, type Lane, laneOf } from './lanes';
import { broadcastShapes, sizeOf } from './shapes';

/** Gradient of one operand at one position: upstream `g`, operands, result `r`; intermediate steps round with `at.format`. */
export type Pull = (g: number, x: number, y: number, z: number, r: number, at: Backward) => number;

/** Kind of the result: as the operands promote, never whole (`float`), or fixed. */
type KindRule = 'promoted' | 'float' | 'int' | 'bool';

/** What every definition of an elementwise op says, whatever its number of operands. */
export interface Reading {
  readonly name: string;
  readonly summary: string;
  readonly attributes?: Attributes;
  readonly kind?: KindRule;
  /** Whether Python numbers enter as the convention `scalarsInHalf` says; else they are rounded like everything else. */
  readonly wide?: boolean;
  readonly steep?: (operands: readonly Interval[], attributes: Attributes, conventions: Conventions) => boolean;
  readonly facts?: Facts;
  readonly definition?: string;
  readonly latex?: string;
}

/** An elementwise op of up to three operands. Operands that are missing are passed as 0. */
export interface Elementwise extends Reading {
  readonly operands: readonly string[];
  /** Operands that decide the kind of the result; absent: all. */
  readonly promotes?: readonly number[];
  value(x: number, y: number, z: number, at: Forward): number;
  readonly pulls: readonly (Pull | null)[];
  range(operands: readonly Interval[], attributes: Attributes, signatures: readonly Signature[], format?: Format): Interval;
}

/** The op of a definition: broadcasting, promotion, rounding of the result and sums over broadcast axes are added. */
export function elementwise(definition: Elementwise): Op {
  const { value, pulls, promotes, kind = 'promoted', wide = false, ...rest } = definition;
  return {
    ...rest,
    elementwise: true,
    infer: (operands) => ({
      shape: broadcastShapes(operands.map(({ shape }) => shape)),
      kind: kindOf(kind, promotes ? promotes.map((i) => operands[i] as Signature) : operands),
    }),
    forward: (at) => forward(value, wide, at),
    backward: (at) => backward(pulls, wide, at),
  };
}

function kindOf(rule: KindRule, operands: readonly Signature[]): Kind {
  if (rule === 'promoted') return promote(operands);
  return rule === 'float' ? promoteToFloat(operands) : rule;
}

const ABSENT: Lane = { values: new Float64Array(1), offsets: null, single: true };

function lanesOf(at: Forward, wide: boolean): readonly [Lane, Lane, Lane] {
  const { operands, shape } = at;
  const meetsFloat = operands.some(isFloat);
  const scalars = wide && at.conventions.scalarsInHalf === 'single' ? intermediate(at) : at.format.round;
  const round = meetsFloat ? scalars : null;
  const [x, y, z] = operands;
  return [x ? laneOf(x, shape, round) : ABSENT, y ? laneOf(y, shape, round) : ABSENT, z ? laneOf(z, shape, round) : ABSENT];
}

function isFloat({ kind }: Operand): boolean {
  return kind === 'float';
}

function forward(value: Elementwise['value'], wide: boolean, at: Forward): Float64Array {
  const result = at.room ?? new Float64Array(sizeOf(at.shape));
  const [x, y, z] = lanesOf(at, wide);
  const { round } = at.format;
  for (let i = 0; i < result.length; i++) {
    const a = x.values[elementAt(x, i)] as number;
    const b = y.values[elementAt(y, i)] as number;
    const c = z.values[elementAt(z, i)] as number;
    result[i] = round(value(a, b, c, at));
  }
  return result;
}

function backward(pulls: Elementwise['pulls'], wide: boolean, at: Backward): readonly (Float64Array | null)[] {
  const lanes = lanesOf(at, wide);
  return pulls.map((pull, i) => (pull && (at.wanted?.[i] ?? true) ? pulled(pull, lanes, lanes[i] as Lane, at) : null));
}

function pulled(pull: Pull, [x, y, z]: readonly [Lane, Lane, Lane], own: Lane, at: Backward): Float64Array {
  const sums = new Float64Array(own.values.length);
  const { round } = at.format;
  for (let i = 0; i < at.result.length; i++) {
    const a = x.values[elementAt(x, i)] as number;
    const b = y.values[elementAt(y, i)] as number;
    const c = z.values[elementAt(z, i)] as number;
    const target = elementAt(own, i);
    const term = round(pull(at.gradient[i] as number, a, b, c, at.result[i] as number, at));
    sums[target] = round((sums[target] as number) + term);
  }
  return sums;
}
