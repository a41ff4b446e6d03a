import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { constantElements } from '../values/constant';
import { applyNodes } from '../values/apply';
import { sharing, tensorOf } from '../values/tensor';
import type { Value } from '../values/value';
import { expanded } from './shape';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

/** A vector as a matrix with it on a diagonal, a matrix as its diagonal. */
function diag(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const offset = at.integer('offset');
  if (node.shape.length === 2) return tensorOf(machine, applyNodes(machine, 'diagonal', [node], { offset }));
  if (node.shape.length !== 1) throw new ShapeError('diag of a tensor with more than two axes');
  return tensorOf(machine, embedded(machine, node, offset));
}

/** The diagonal of the matrices in two axes, sharing memory with them where they are the last ones. */
function diagonal(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const rank = node.shape.length;
  const [first, second] = [at.axis('axis1', rank), at.axis('axis2', rank)];
  const offset = at.integer('offset');
  if (first === rank - 2 && second === rank - 1)
    return sharing(machine, at.value('x'), {
      read: (from) => applyNodes(machine, 'diagonal', [from], { offset }),
      write: (from, part) => written(machine, from, part, offset),
    });
  const rest = node.shape.map((_, axis) => axis).filter((axis) => axis !== first && axis !== second);
  return sharing(machine, at.value('x'), {
    read: (from) => {
      const turned = applyNodes(machine, 'transpose', [from], { axes: [...rest, first, second] });
      return applyNodes(machine, 'diagonal', [turned], { offset });
    },
    write: () => {
      throw new Unreadable('a write into a diagonal across other axes');
    },
  });
}

/** Cells of a matrix that lie on a diagonal, and the place on it that each row or column meets. */
function cells(rows: number, columns: number, offset: number): { mask: number[]; places: number[]; length: number } {
  const all = Array.from({ length: rows * columns }, (_, i) => ({ row: Math.floor(i / columns), column: i % columns }));
  const length = Math.max(0, Math.min(rows + Math.min(0, offset), columns - Math.max(0, offset)));
  const last = Math.max(0, length - 1);
  return {
    mask: all.map(({ row, column }) => (column === row + offset ? 1 : 0)),
    places: all.map(({ row, column }) => Math.min(row, column, last)),
    length,
  };
}

/** The matrices with other elements on one diagonal. */
function written(machine: Machine, matrices: Expression, part: Expression, offset: number): Expression {
  const [rows = 0, columns = 0] = matrices.shape.slice(-2);
  const { mask, places, length } = cells(rows, columns, offset);
  if (part.shape.length > 0 && part.shape.at(-1) !== length) throw new ShapeError('a diagonal of another length');
  const known = constantElements(matrices);
  const filled = part.shape.length < 2 ? constantElements(part) : null;
  if (known && filled && matrices.shape.length === 2) {
    const of = (i: number): number => filled[part.shape.length === 0 ? 0 : (places[i] ?? 0)] ?? 0;
    return machine.graph.tensor(
      known.map((value, i) => (mask[i] ? of(i) : value)),
      matrices.shape,
      matrices.kind,
    );
  }
  const apply = machine.graph.apply.bind(machine.graph);
  const on = machine.graph.tensor(mask, [rows, columns], 'bool');
  if (part.shape.length === 0) return apply('where', [on, part, matrices]);
  const spread = apply('take', [part, machine.graph.tensor(places, [places.length], 'int')], { axis: part.shape.length - 1 });
  const square = apply('reshape', [spread], { shape: [...part.shape.slice(0, -1), rows, columns] });
  return apply('where', [on, square, matrices]);
}

/** A matrix with the last axis on one of its diagonals. */
function embedded(machine: Machine, node: Expression, offset: number): Expression {
  const size = (node.shape.at(-1) ?? 1) + Math.abs(offset);
  const zeros = machine.graph.tensor(
    Array.from({ length: size * size }, () => 0),
    [size, size],
  );
  return machine.trace.quietly(() => written(machine, zeros, node, offset));
}

/** Diagonals read, written and made into matrices. */
export const DIAGONALS = {
  diag,
  diagonal,
  diag_embed: (machine, at) => tensorOf(machine, embedded(machine, at.node('x'), at.integer('offset'))),
  fill_diagonal: (machine, at) => {
    const node = at.node('x');
    if (node.shape.length < 2) machine.graph.misfit('diagonal', [node], { used: 2 }, 'a diagonal of fewer than two axes');
    if (node.shape.length > 2 && new Set(node.shape).size > 1)
      machine.graph.misfit('diagonal', [node], { used: 2 }, 'all dimensions of input must be of equal length');
    if (node.shape.length > 2) throw new Unreadable('a diagonal of more than two axes filled');
    return tensorOf(machine, written(machine, node, at.node('value'), 0));
  },
  set_diag: (machine, at) => {
    const node = at.node('x');
    const length = Math.min(...node.shape.slice(-2));
    const part = expanded(machine, at.node('diagonal'), [...node.shape.slice(0, -2), length]);
    return tensorOf(machine, written(machine, node, part, 0));
  },
} satisfies Record<string, Primitive>;
