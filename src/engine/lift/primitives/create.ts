import type { Expression } from '../../ir/expression';
import { sizeOf } from '../../ir/expression';
import { ShapeError, type Kind, type Shape } from '../../numerics/signature';
import { demandCount } from '../inputs/demand-count';
import type { Machine } from '../machine';
import { MOST_ELEMENTS } from '../state/selecting-graph';
import { UnknownCount, Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { constantElements } from '../values/constant';
import { isShape, itemsOf } from '../values/plain';
import { expressionOf, isArray, tensorOf } from '../values/tensor';
import { float, tuple, type Value } from '../values/value';
import type { Bound, ElementKind } from './bound';
import { castTo } from './cast';
import { asLongAs, chosenPlaces, chosenSizes } from './chosen-sizes';
import type { Primitive } from './primitive';

/** A tensor of known values. */
function constant(machine: Machine, values: readonly number[], shape: Shape, kind: Kind): Value {
  return tensorOf(machine, machine.graph.tensor(values, shape, kind));
}

/** A tensor of one known value. */
function filled(machine: Machine, value: number, shape: Shape, kind: Kind): Value {
  if (shape.some((size) => !Number.isInteger(size) || size < 0)) throw new Unreadable('an array of a length that is not known');
  if (sizeOf(shape) > MOST_ELEMENTS) throw new Unreadable(`a tensor of ${sizeOf(shape)} elements`);
  return constant(machine, new Array<number>(sizeOf(shape)).fill(value), shape, kind);
}

function kindOr(at: Bound, fallback: Kind): ElementKind {
  return at.dtype('dtype') ?? { kind: fallback, format: null };
}

function full(machine: Machine, at: Bound, shape: Shape, like: Kind | null): Value {
  const value = at.value('value');
  const number = asNumber(value);
  const kind = kindOr(at, like ?? (number?.integer && value.kind !== 'boolean' ? 'int' : value.kind === 'boolean' ? 'bool' : 'float')).kind;
  if (number && !number.node) return filled(machine, number.value, shape, floatUnlessWhole(kind, number.value));
  return tensorOf(machine, machine.graph.apply('broadcast_to', [asKind(machine, expressionOf(machine, value), kind)], { shape }));
}

/** An integer tensor filled with a fraction would round; libraries differ in what they then do. */
function floatUnlessWhole(kind: Kind, value: number): Kind {
  if (kind === 'int' && !Number.isInteger(value)) throw new Unreadable('an integer tensor filled with a fraction');
  return kind;
}

function asKind(machine: Machine, node: Expression, kind: Kind): Expression {
  if (kind === 'int' && node.kind === 'weak') return machine.graph.apply('to_int', [node]);
  return kind === 'float' && node.kind !== 'float' ? machine.graph.apply('to_float', [node]) : node;
}

function ramp(machine: Machine, at: Bound): Value {
  const chosen = at.has('stop') ? null : chosenPlaces(machine, at.value('start'));
  if (chosen) return tensorOf(machine, chosen);
  const [first, second] = [at.number('start'), at.has('stop') ? at.number('stop') : null];
  const [start, stop] = second === null ? [0, first] : [first, second];
  const step = at.number('step');
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (count > 4096) throw new Unreadable(`arange of ${count} values`);
  const values = Array.from({ length: count }, (_, i) => start + i * step);
  const whole = ['start', 'stop', 'step'].every((name) => !at.has(name) || asNumber(at.value(name))?.integer);
  const node = machine.graph.tensor(values, [count], whole ? 'int' : 'float');
  return typed(machine, tensorOf(machine, stored(machine, at, node)), at.dtype('dtype'));
}

function spaced(machine: Machine, at: Bound): Value {
  const [start, stop, count] = [at.number('start'), at.number('stop'), at.integer('num')];
  if (count > 4096) throw new Unreadable(`linspace of ${count} values`);
  const values = Array.from({ length: count }, (_, i) => {
    if (i === count - 1 && count > 1) return stop;
    return at.has('stored') ? singleStep(start, stop, count, i) : start + (i * (stop - start)) / Math.max(1, count - 1);
  });
  return typed(machine, tensorOf(machine, stored(machine, at, machine.graph.tensor(values, [count], 'float'))), at.dtype('dtype'));
}

/** A number on the way from one to another in single precision: a rounded step, so many times. */
function singleStep(start: number, stop: number, count: number, at: number): number {
  const { fround } = Math;
  const step = fround(fround(fround(stop) - fround(start)) / Math.max(1, count - 1));
  return fround(fround(start) + fround(step * at));
}

/** A value with the element type that was asked for. */
function typed(machine: Machine, value: Value, dtype: ElementKind | null): Value {
  return dtype ? castTo(machine, value, dtype) : value;
}

/** Floats of known values as the library stores them where no element type is asked for: in its own format, however wide the others are. */
function stored(machine: Machine, at: Bound, node: Expression): Expression {
  const values = node.kind === 'float' && at.has('stored') && !at.has('dtype') ? constantElements(node) : null;
  return values ? machine.graph.tensor(values.map(Math.fround), node.shape, 'float') : node;
}

/** Nested lists and numbers as a tensor; a tensor stays itself. */
function tensor(machine: Machine, at: Bound): Value {
  const data = at.value('data');
  if (data.kind === 'method') return typed(machine, tensorOf(machine, expressionOf(machine, data)), at.dtype('dtype'));
  if (isArray(data)) return typed(machine, data.kind === 'free' ? machine.inputs.tensor(data.path) : data, at.dtype('dtype'));
  const items = itemsOf(data);
  const number = asNumber(data);
  const hinted = at.dtype('hint')?.kind === 'float';
  if (number && !number.node) {
    const kind = at.dtype('dtype')?.kind ?? (data.kind === 'boolean' ? 'bool' : number.integer && !hinted ? 'int' : 'float');
    const node = shaped(machine, at, stored(machine, at, machine.graph.tensor([number.value], [], kind)));
    return typed(machine, tensorOf(machine, node), at.dtype('dtype'));
  }
  if (!items && !number) throw new Unreadable('a tensor of something that is not numbers');
  const node = expressionOf(machine, data);
  const floats = node.kind === 'weak' || (node.kind === 'int' && hinted) ? machine.graph.apply('to_float', [node]) : node;
  return typed(machine, tensorOf(machine, shaped(machine, at, stored(machine, at, floats))), at.dtype('dtype'));
}

/** What a tensor is made of in the shape that is asked for: one element fills it, others are as many. */
function shaped(machine: Machine, at: Bound, node: Expression): Expression {
  if (!at.has('shape')) return node;
  const shape = at.integers('shape');
  return machine.graph.apply(sizeOf(node.shape) === 1 ? 'broadcast_to' : 'reshape', [node], { shape });
}

function triangle(machine: Machine, at: Bound): Value {
  const rows = at.integer('n');
  const columns = at.has('m') ? at.integer('m') : rows;
  const offset = at.integer('offset');
  const values = Array.from({ length: rows * columns }, (_, i) => ((i % columns) - Math.floor(i / columns) <= offset ? 1 : 0));
  return constant(machine, values, [rows, columns], kindOr(at, 'float').kind);
}

function triangleIndices(machine: Machine, at: Bound): Value {
  const rows = at.integer('n');
  const columns = at.has('m') ? at.integer('m') : rows;
  const [offset, upper] = [at.integer('offset'), at.flag('upper')];
  const cells = Array.from({ length: rows * columns }, (_, i) => [Math.floor(i / columns), i % columns] as const);
  const inside = cells.filter(([row, column]) => (upper ? column - row >= offset : column - row <= offset));
  return tuple(
    [0, 1].map((axis) =>
      constant(
        machine,
        inside.map((cell) => cell[axis] ?? 0),
        [inside.length],
        'int',
      ),
    ),
  );
}

function random(machine: Machine, at: Bound, shape: Shape): Value {
  const distribution = at.text('distribution');
  const kind: Kind = distribution === 'integer' || distribution === 'permutation' ? 'int' : 'float';
  return tensorOf(machine, machine.graph.intern('random', [], { distribution, serial: machine.graph.size }, shape, kind));
}

/** Numbers drawn in a shape that is not known are as free as a parameter: noise that is passed in, called as no code can call anything. */
function drawnIn(machine: Machine, at: Bound): Value {
  const known = knownShape(machine, at);
  return known ? placed(machine, at, random(machine, at, known)) : machine.inputs.output(`${at.text('distribution')} noise`, []);
}

/** What was drawn between 0 and 1, or about 0, moved to where it is to lie. */
function placed(machine: Machine, at: Bound, drawn: Value): Value {
  const given = (name: string, standard: number): Value => (at.has(name) ? at.value(name) : float(standard));
  const [from, to] = at.text('distribution') === 'uniform' ? [given('low', 0), given('high', 1)] : [given('mean', 0), null];
  const scale = to ? machine.apply('subtract', [to, from]) : given('stddev', 1);
  const scaled = asNumber(scale)?.value === 1 ? drawn : machine.apply('multiply', [scale, drawn]);
  return asNumber(from)?.value === 0 ? scaled : machine.apply('add', [from, scaled]);
}

function knownShape(machine: Machine, at: Bound): Shape | null {
  try {
    return shapeOf(at);
  } catch (error) {
    if (error instanceof UnknownCount) demandCount(machine.inputs, error.value, error.what);
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** `torch.randint([low,] high, size)`; the ends are kept where they are known. */
function randomIntegers(machine: Machine, at: Bound): Value {
  const shape = at.has('size') ? at.integers('size') : at.integers('high');
  const [from, to] = at.has('size') && at.has('high') ? ['low', 'high'] : [null, 'low'];
  const low = from ? (asNumber(at.value(from))?.value ?? null) : 0;
  const high = asNumber(at.value(to))?.value ?? null;
  const attributes = { distribution: 'integer', serial: machine.graph.size, low, high };
  return tensorOf(machine, machine.graph.intern('random', [], attributes, shape, 'int'));
}

/** `x.new(…)`: nothing yet in the sizes that are given, or what a list holds, of the element type of `x`. */
function fresh(machine: Machine, at: Bound): Value {
  const args = itemsOf(at.value('args')) ?? [];
  const [only] = args;
  const items = args.length === 1 && only ? itemsOf(only) : null;
  const kind = likeKind(at.node('x'));
  if (only && args.length === 1 && isArray(only) && likeKind(expressionOf(machine, only)) === likeKind(at.node('x'))) return only;
  if (args.some(isArray)) throw new Unreadable('a tensor made new of another one');
  if (items && only && !isShape(only))
    return castTo(machine, tensorOf(machine, expressionOf(machine, only)), {
      kind: kind === 'weak' ? 'float' : kind,
      format: null,
    });
  return filled(machine, NaN, args.length === 0 ? [0] : shapeOf(at, 'args'), kind);
}

/** `x.resize_(…)` and `x.resize_as_(y)`: of the elements that there are, as many as there were. */
function resized(machine: Machine, at: Bound): Value {
  const [only] = itemsOf(at.value('shape')) ?? [];
  const shape = only && isArray(only) ? expressionOf(machine, only).shape : shapeOf(at);
  const node = at.node('x');
  if (sizeOf(node.shape) === sizeOf(shape)) return tensorOf(machine, machine.graph.apply('reshape', [node], { shape }));
  if (constantElements(node)?.every(Number.isNaN)) return filled(machine, NaN, shape, node.kind);
  throw new Unreadable('a tensor that is made longer or shorter in place');
}

function shapeOf(at: Bound, name = 'shape'): Shape {
  const shape = at.integers(name);
  if (shape.some((size) => size < 0)) throw new ShapeError(`a tensor of shape (${shape.join(', ')})`);
  return shape;
}

/** A tensor of the sizes that are given, one of which may be how many elements were chosen. */
function sized(machine: Machine, at: Bound, make: (shape: Shape) => Value): Value {
  const known = chosenSizes(machine, at.value('shape'));
  if (!known) return make(shapeOf(at));
  return tensorOf(machine, asLongAs(machine, expressionOf(machine, make(known.shape)), known.chosen));
}

/** A tensor as large as another one: as long as it, where that is a selection. */
function likened(machine: Machine, at: Bound, make: (shape: Shape) => Value): Value {
  const node = at.node('x');
  const selection = machine.graph.selectionOf(node);
  const made = make(node.shape);
  return selection ? tensorOf(machine, asLongAs(machine, expressionOf(machine, made), selection)) : made;
}

/** The element type of the tensor that a new one is made like. */
function ofModel(at: Bound): Kind | null {
  return at.has('like') ? likeKind(at.node('like')) : null;
}

/** The element type of `…_like`: floats for a float or a Python number. */
function likeKind(node: Expression): Kind {
  return node.kind === 'weak' ? 'float' : node.kind;
}

/** Constant and random tensors. */
export const CREATIONS = {
  zeros: (machine, at) => sized(machine, at, (shape) => filled(machine, 0, shape, kindOr(at, ofModel(at) ?? 'float').kind)),
  ones: (machine, at) => sized(machine, at, (shape) => filled(machine, 1, shape, kindOr(at, ofModel(at) ?? 'float').kind)),
  full: (machine, at) => sized(machine, at, (shape) => full(machine, at, shape, ofModel(at))),
  zeros_like: (machine, at) => likened(machine, at, (shape) => filled(machine, 0, shape, kindOr(at, likeKind(at.node('x'))).kind)),
  ones_like: (machine, at) => likened(machine, at, (shape) => filled(machine, 1, shape, kindOr(at, likeKind(at.node('x'))).kind)),
  full_like: (machine, at) => likened(machine, at, (shape) => full(machine, at, shape, likeKind(at.node('x')))),
  empty: (machine, at) => sized(machine, at, (shape) => filled(machine, NaN, shape, kindOr(at, 'float').kind)),
  fresh,
  resized,
  eye: (machine, at) => {
    const rows = at.integer('n');
    const columns = at.has('m') ? at.integer('m') : rows;
    const values = Array.from({ length: rows * columns }, (_, i) => (i % columns === Math.floor(i / columns) ? 1 : 0));
    return constant(machine, values, [rows, columns], kindOr(at, 'float').kind);
  },
  arange: ramp,
  linspace: spaced,
  tensor,
  rewrapped: (machine, at) => {
    const made = tensor(machine, at);
    const like = at.has('like') && !at.has('dtype') ? likeKind(at.node('like')) : null;
    const value = like === null ? made : castTo(machine, made, { kind: like === 'weak' ? 'float' : like, format: null });
    return constantElements(expressionOf(machine, value))
      ? tensorOf(machine, expressionOf(machine, value))
      : tensorOf(machine, applyNodes(machine, 'stop_gradient', [expressionOf(machine, value)]));
  },
  triangle,
  triangle_indices: triangleIndices,
  diag_indices: (machine, at) => {
    const count = at.integer('n');
    const line = constant(
      machine,
      Array.from({ length: count }, (_, i) => i),
      [count],
      'int',
    );
    return tuple(Array.from({ length: at.integer('m') }, () => line));
  },
  random_integers: randomIntegers,
  random: (machine, at) => drawnIn(machine, at),
  random_like: (machine, at) => random(machine, at, at.node('x').shape),
  dropout: (_machine, at) => {
    const [rate, training] = [asNumber(at.value('p')), at.value('training')];
    if (rate?.value !== 0 && !(training.kind === 'boolean' && !training.value)) throw new Unreadable('dropout draws at random');
    return at.value('x');
  },
} satisfies Record<string, Primitive>;
