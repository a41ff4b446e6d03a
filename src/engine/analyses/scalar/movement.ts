import type { Expression } from '../../ir/expression';
import { formatOf } from '../../numerics/format';
import * as Q from '../../numerics/rational';
import type { Conventions } from '../../ops/conventions';
import { opNamed } from '../../ops/registry';
import type { Algebra, Term } from './term';

/** Ops that read nothing but positions: a look at conventions is a fault of this list. */
const MOVEMENTS: ReadonlySet<string> = new Set([
  'reshape',
  'transpose',
  'broadcast_to',
  'concatenate',
  'stack',
  'slice',
  'flip',
  'pad',
  'roll',
  'tile',
  'diagonal',
  'triu',
  'tril',
  'take',
  'index_update',
]);

/** Ops that only move elements are run on the elements' numbers, from 1; 0 is the filling. */
export function moved(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] | null {
  const op = opNamed(node.op);
  if (!op || !MOVEMENTS.has(node.op) || (node.attributes['value'] ?? 0) !== 0) return null;
  const pool: Term[] = [algebra.number(0)];
  const labelled = node.args.map((argument, i) => {
    const list = operands[i] as readonly Term[];
    const positions = node.op === 'take' && i === 1;
    const values = Float64Array.from(list, (term) => (positions ? positionOf(term) : pool.push(term) - 1));
    return { shape: argument.shape, kind: argument.kind, values };
  });
  const at = {
    operands: labelled,
    attributes: node.attributes,
    shape: node.shape,
    format: formatOf('float64'),
    conventions: {} as Conventions,
  };
  const terms = Array.from(op.forward(at), (label) => pool[label]);
  return terms.every((term) => term !== undefined) ? terms : null;
}

/** An index that is known; NaN picks nothing. */
function positionOf(term: Term): number {
  if (term.op !== 'number' || term.constant.denominator !== 1n) return NaN;
  return Number(term.constant.numerator);
}

/** Ops that are linear in their first operand when the others are constants. */
const LINEAR_MAPS: ReadonlySet<string> = new Set(['conv2d', 'avg_pool', 'interpolate', 'pad']);

const MOST_INPUTS = 128;

/** Linear maps are read off their values on unit vectors. */
export function linearlyMapped(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] | null {
  const op = opNamed(node.op);
  const [x, ...others] = operands;
  if (!op || !x || !LINEAR_MAPS.has(node.op) || x.length > MOST_INPUTS || !others.flat().every((t) => t.op === 'number')) return null;
  const fixed = others.map((list) => Float64Array.from(list, (t) => Q.toNumber(t.constant)));
  const run = (values: Float64Array): Float64Array => {
    const inputs = node.args.map((argument, i) => ({
      shape: argument.shape,
      kind: argument.kind,
      values: i === 0 ? values : (fixed[i - 1] as Float64Array),
    }));
    return op.forward({
      operands: inputs,
      attributes: node.attributes,
      shape: node.shape,
      format: formatOf('float64'),
      conventions: {} as Conventions,
    });
  };
  const offset = run(new Float64Array(x.length));
  const columns = x.map((_, i) => run(Float64Array.from(x, (_, j) => (i === j ? 1 : 0))));
  if (![offset, ...columns].every((column) => column.every(Number.isFinite))) return null;
  return Array.from(offset, (constant, row) => {
    const parts = x.map((term, i) => ({
      weight: Q.subtract(Q.fromNumber((columns[i] as Float64Array)[row] as number), Q.fromNumber(constant)),
      term,
    }));
    return algebra.sum(Q.fromNumber(constant), parts);
  });
}
