import { itemsOf } from '../values/plain';
import type { NumberValue, Value } from '../values/value';
import type { Inputs, Wish } from './inputs';

/** So many comparisons are remembered. */
const MOST = 8;

/** Notes that a size of a tensor, or its number of axes, was compared with a known number that it is not. */
export function wishFor(inputs: Inputs, operator: string, holds: boolean, a: NumberValue, b: NumberValue): void {
  if (a.measures) noteNumber(inputs, a, other(operator, holds, b.value));
  if (b.measures) noteNumber(inputs, b, other(MIRRORED[operator] ?? operator, holds, a.value));
}

/** Notes that sizes of a tensor were compared with others: the whole shape, or the last axes of it. */
export function wishForShape(inputs: Inputs, a: Value, b: Value): void {
  noteShape(inputs, a, b);
  noteShape(inputs, b, a);
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** The number that turns the answer of a comparison with `value` round; null where every other would. */
function other(operator: string, holds: boolean, value: number): number | null {
  switch (operator) {
    case '==':
    case '!=':
    case '<>':
      return holds === (operator === '==') ? null : value;
    case '<':
      return holds ? value : value - 1;
    case '<=':
      return holds ? value + 1 : value;
    case '>':
      return holds ? value : value + 1;
    default:
      return holds ? value - 1 : value;
  }
}

function noteNumber(inputs: Inputs, { measures }: NumberValue, value: number | null): void {
  if (!measures || value === null || !Number.isInteger(value) || value < 1) return;
  const { node, axis } = measures;
  note(inputs, axis === null ? { node, rank: value } : { node, shape: node.shape.with(axis, value) });
}

function noteShape(inputs: Inputs, sizes: Value, wanted: Value): void {
  const own = itemsOf(sizes)?.map(measuresOf);
  const values = itemsOf(wanted)?.map((one) => (one.kind === 'number' && one.integer ? one.value : 0));
  const node = own?.[0]?.node;
  if (!own || !node || !values || values.some((value) => value < 1)) return;
  const ends = own.every((one, i) => one?.node === node && one.axis === node.shape.length - own.length + i);
  if (ends)
    note(inputs, {
      node,
      shape: [...node.shape.slice(0, Math.max(0, node.shape.length - values.length)), ...values].slice(
        own.length === node.shape.length ? -values.length : 0,
      ),
    });
}

function measuresOf(value: Value): NumberValue['measures'] {
  return value.kind === 'number' ? value.measures : undefined;
}

function note({ wishes }: Inputs, wish: Wish): void {
  wishes.push(wish);
  if (wishes.length > MOST) wishes.shift();
}
