import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { applyNodes } from '../values/apply';
import { asComplex, complexOf, ofPairs, pairsOf } from '../values/complex';
import { tensorOf } from '../values/tensor';
import type { ComplexValue, Value } from '../values/value';
import { frontAxis, type Bound } from './bound';
import type { Primitive } from './primitive';
import { framed, windowOf } from './windows';

/** Axes of a transform: those given, else so many of the last, or as many as there are sizes. */
function axesOf(at: Bound, rank: number): readonly number[] {
  const given = at.axes('axes', rank);
  if (given) return given;
  const last = at.has('last') ? at.integer('last') : at.has('size') ? at.integers('size').length : rank;
  return Array.from({ length: last }, (_, i) => frontAxis(i - last, rank));
}

function sizesOf(at: Bound, axes: readonly number[]): readonly (number | null)[] {
  if (!at.has('size')) return axes.map(() => null);
  const sizes = at.integers('size');
  if (sizes.length !== axes.length) throw new ShapeError('as many sizes as axes are needed');
  return sizes;
}

/** A part cut, or filled up with zeros, to a length. */
function fitted(machine: Machine, node: Expression, axis: number, size: number | null): Expression {
  const length = node.shape[axis] ?? 1;
  if (size === null || size === length) return node;
  if (size < length) return cut(machine, node, axis, 0, size);
  return applyNodes(machine, 'pad', [node], {
    widths: node.shape.map((_, i) => [0, i === axis ? size - length : 0]),
    mode: 'constant',
    value: 0,
  });
}

function cut(machine: Machine, node: Expression, axis: number, from: number, to: number): Expression {
  return applyNodes(machine, 'slice', [node], {
    starts: node.shape.map((_, i) => (i === axis ? from : 0)),
    stops: node.shape.map((size, i) => (i === axis ? to : size)),
    steps: node.shape.map(() => 1),
  });
}

/** The factor that a transform of so many elements is divided by. */
function divisor(norm: string, inverse: boolean, count: number): number {
  if (norm === 'ortho') return Math.sqrt(count);
  if (norm !== 'backward' && norm !== 'forward') throw new Unreadable(`norm=${norm}`);
  return (norm === 'backward') === inverse ? count : 1;
}

function scaled(machine: Machine, node: Expression, by: number): Expression {
  return by === 1 ? node : applyNodes(machine, 'divide', [node, machine.graph.constant(by)]);
}

/** Transforms along some axes, and scales. */
function spectrum(machine: Machine, z: ComplexValue, axes: readonly number[], inverse: boolean, norm: string): ComplexValue {
  const pairs = axes.reduce((node, axis) => applyNodes(machine, 'dft', [node], { axis, inverse }), pairsOf(machine, z));
  const count = axes.reduce((product, axis) => product * (z.real.shape[axis] ?? 1), 1);
  return ofPairs(machine, scaled(machine, pairs, divisor(norm, inverse, count)));
}

function normOf(at: Bound): string {
  return at.has('norm') ? at.text('norm') : 'backward';
}

/** `fft`, `ifft` and their kin: complex to complex along one axis or more. */
function fft(machine: Machine, at: Bound): Value {
  const z = asComplex(machine, at.value('x'));
  const axes = axesOf(at, z.real.shape.length);
  const sizes = sizesOf(at, axes);
  const fit = (part: Expression): Expression => axes.reduce((node, axis, i) => fitted(machine, node, axis, sizes[i] ?? null), part);
  return spectrum(machine, complexOf(machine, fit(z.real), fit(z.imaginary)), axes, at.flag('inverse'), normOf(at));
}

/** `rfft`: the half of the spectrum of a real array that is not the mirror of the other. */
function rfft(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const axes = axesOf(at, node.shape.length);
  const sizes = sizesOf(at, axes);
  const real = axes.reduce((part, axis, i) => fitted(machine, part, axis, sizes[i] ?? null), node);
  const whole = spectrum(machine, asComplex(machine, tensorOf(machine, real)), axes, false, normOf(at));
  const last = axes.at(-1) ?? 0;
  const half = Math.floor((real.shape[last] ?? 1) / 2) + 1;
  return complexOf(machine, cut(machine, whole.real, last, 0, half), cut(machine, whole.imaginary, last, 0, half));
}

/** `irfft`: the real array that a half spectrum belongs to. */
function irfft(machine: Machine, at: Bound): Value {
  const z = asComplex(machine, at.value('x'));
  const axes = axesOf(at, z.real.shape.length);
  const last = axes.at(-1) ?? 0;
  const sizes = sizesOf(at, axes);
  const length = sizes.at(-1) ?? 2 * ((z.real.shape[last] ?? 1) - 1);
  const half = Math.floor(length / 2) + 1;
  const wanted = axes.map((_, i) => (i === axes.length - 1 ? half : (sizes[i] ?? null)));
  const fit = (part: Expression): Expression => axes.reduce((node, axis, i) => fitted(machine, node, axis, wanted[i] ?? null), part);
  const others = axes.slice(0, -1);
  const norm = normOf(at);
  const inner =
    others.length === 0
      ? { ...z, real: fit(z.real), imaginary: fit(z.imaginary) }
      : spectrum(machine, complexOf(machine, fit(z.real), fit(z.imaginary)), others, true, norm);
  const mirror = (part: Expression, op: 'flip' | 'negative'): Expression => {
    const rest = applyNodes(machine, 'flip', [cut(machine, part, last, 1, length - half + 1)], { axes: [last] });
    const back = op === 'negative' ? applyNodes(machine, 'negative', [rest]) : rest;
    return length === half ? part : applyNodes(machine, 'concatenate', [part, back], { axis: last });
  };
  const whole = complexOf(machine, mirror(inner.real, 'flip'), mirror(inner.imaginary, 'negative'));
  return tensorOf(machine, spectrum(machine, whole, [last], true, norm).real);
}

/** The zero frequency moved to the middle, or back. */
function shifted(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const axes = at.axes('axes', node.shape.length) ?? node.shape.map((_, axis) => axis);
  const back = at.flag('inverse');
  const by = (size: number): number => (back ? -Math.floor(size / 2) : Math.floor(size / 2));
  return tensorOf(
    machine,
    axes.reduce((part, axis) => applyNodes(machine, 'roll', [part], { shift: by(node.shape[axis] ?? 1), axis }), node),
  );
}

/** Sample frequencies of a transform. */
function frequencies(machine: Machine, at: Bound): Value {
  const n = at.integer('n');
  const spacing = at.number('d');
  const count = at.flag('half') ? Math.floor(n / 2) + 1 : n;
  const of = (k: number): number => (at.flag('half') || k < Math.ceil(n / 2) ? k : k - n);
  return tensorOf(
    machine,
    machine.graph.tensor(
      Array.from({ length: count }, (_, k) => of(k) / (n * spacing)),
      [count],
    ),
  );
}

/** `torch.stft`: spectra of windowed frames; frequencies first, then frames. Pairs of real numbers unless `return_complex`, as ever. */
function stft(machine: Machine, at: Bound): Value {
  const size = at.integer('size');
  const length = at.has('window_length') ? at.integer('window_length') : size;
  const step = at.has('step') ? at.integer('step') : Math.floor(size / 4);
  const window = at.has('window') ? at.node('window') : null;
  const frames = framed(machine, centred(machine, at, size), size, step);
  const shaped = applyNodes(machine, 'multiply', [frames, windowOf(machine, window, length, size)]);
  const axis = shaped.shape.length - 1;
  const onesided = !at.has('onesided') || at.flag('onesided');
  const whole = spectrum(
    machine,
    asComplex(machine, tensorOf(machine, shaped)),
    [axis],
    false,
    at.flag('normalized') ? 'ortho' : 'backward',
  );
  const kept = onesided ? Math.floor(size / 2) + 1 : size;
  const turned = (part: Expression): Expression => {
    const half = cut(machine, part, axis, 0, kept);
    const axes = half.shape.map((_, i) => (i === axis ? axis - 1 : i === axis - 1 ? axis : i));
    return applyNodes(machine, 'transpose', [half], { axes });
  };
  const result = complexOf(machine, turned(whole.real), turned(whole.imaginary));
  return at.has('complex') && at.flag('complex') ? result : tensorOf(machine, pairsOf(machine, result));
}

function centred(machine: Machine, at: Bound, size: number): Expression {
  const node = at.node('x');
  if (!at.flag('center')) return node;
  const mode = at.text('mode');
  const by = Math.floor(size / 2);
  const last = node.shape.length - 1;
  if (mode === 'reflect' && by >= (node.shape[last] ?? 1)) throw new ShapeError('a signal shorter than half a window');
  const widths = node.shape.map((_, i) => (i === last ? [by, by] : [0, 0]));
  return applyNodes(machine, 'pad', [node], { widths, mode, value: 0 });
}

/** Fourier transforms, and what takes complex arrays apart and puts them together. */
export const SPECTRAL = {
  fft,
  rfft,
  irfft,
  fft_shift: shifted,
  fft_frequencies: frequencies,
  stft,
  complex: (machine, at) => complexOf(machine, at.node('real'), at.node('imaginary')),
  polar: (machine, at) => {
    const [size, angle] = [at.node('size'), at.node('angle')];
    const by = (op: string): Expression => applyNodes(machine, 'multiply', [size, applyNodes(machine, op, [angle])]);
    return complexOf(machine, by('cos'), by('sin'));
  },
  view_as_complex: (machine, at) => ofPairs(machine, at.node('x')),
  view_as_real: () => {
    throw new Unreadable('the parts of a real tensor');
  },
  real: (_, at) => at.value('x'),
  imag: (machine, at) => tensorOf(machine, applyNodes(machine, 'multiply', [at.node('x'), machine.graph.constant(0)])),
  conj: (_, at) => at.value('x'),
  angle: (machine, at) => {
    const negative = applyNodes(machine, 'less', [at.node('x'), machine.graph.constant(0)]);
    return tensorOf(machine, applyNodes(machine, 'where', [negative, machine.graph.constant(Math.PI), machine.graph.constant(0)]));
  },
  is_complex: () => ({ kind: 'boolean', value: false }),
} satisfies Record<string, Primitive>;
