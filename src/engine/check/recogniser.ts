import { CATALOGUE } from '../catalogue/index';
import type { CatalogueEntry } from '../catalogue/catalogue-entry';
import { FRAMEWORKS } from '../frameworks/index';
import { admits, hullOf } from '../ir/domain';
import type { Domain } from '../ir/domain';
import { sizeOf } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import { variablesOf } from '../ir/loss';
import { liftLoss } from '../lift/loss/lift-loss';
import { once } from '../ops/shared/remember';
import { tapeOf } from '../tape/compile';
import { Machine } from '../tape/machine';
import { Unreadable } from '../tape/tape';

/** A known loss that another one computes. */
export interface Recognised {
  readonly id: string;
  readonly name: string;
  /** `values`: both give the same numbers on seeded inputs, whichever way they are written. */
  readonly how: 'values';
}

interface Known {
  readonly entry: CatalogueEntry;
  readonly loss: Loss;
  readonly machine: Machine;
  readonly root: number;
  /** Inputs that take data, the one the verdicts speak about first; the rest are hyperparameters. */
  readonly data: readonly Parameter[];
  readonly settings: readonly Parameter[];
  /** Length of its vectors; 1 for a loss of single elements. */
  readonly length: number;
  /** An input that is held at 0. */
  readonly zero: Parameter | null;
}

const ROUNDS = 3;
const TOLERANCE = 1e-9;

/** A setting smaller than this would not show in a value: another is tried. */
const VISIBLE = 1e-3;

/** Tells which loss of the catalogue a lifted loss is, by comparing what they compute. */
export class Recogniser {
  /** The losses of the catalogue that have a formula, each read when a loss is first compared with it. */
  private readonly known = CATALOGUE.map((entry) => once(() => knownOf(entry)));

  /** Regression losses of a residual: their target is 0. */
  private readonly residual = this.known.map((known) => once(() => ofResidual(known())));

  /** The loss of the catalogue that a loss computes on every element or row, summed or averaged, or null. */
  recognise(loss: Loss): Recognised | null {
    const subject = subjectOf(loss);
    const match = subject && (this.among(this.known, subject) ?? this.among(this.residual, subject));
    return match ? { id: match.entry.id, name: match.entry.name.en, how: 'values' } : null;
  }

  private among(list: readonly (() => Known | null)[], subject: Subject): Known | null {
    for (const known of list) {
      const one = known();
      if (one && fits(one, subject) && agrees(one, subject)) return one;
    }
    return null;
  }
}

function ofResidual(known: Known | null): Known | null {
  const [prediction, target, ...more] = known?.data ?? [];
  const paired = known?.entry.ofResidual && prediction && target && more.length === 0;
  return paired ? { ...known, data: [prediction], zero: target } : null;
}

interface Subject {
  readonly loss: Loss;
  readonly machine: Machine;
  readonly root: number;
  readonly data: readonly Parameter[];
  readonly settings: readonly Parameter[];
}

function knownOf(entry: CatalogueEntry): Known | null {
  const [loss] = entry.definition === null ? [] : liftLoss(entry.definition).losses;
  const ready = loss && readied(loss);
  if (!ready) return null;
  const settings = loss.parameters.filter((p) => p.node !== null && p.plotAt !== null);
  const variables = variablesOf(loss);
  const others = loss.parameters.filter((p) => p.node !== null && !settings.includes(p) && !variables.includes(p));
  const data = [...variables, ...others];
  return { entry, loss, ...ready, data, settings, length: sizeOf(data[0]?.node?.shape ?? []), zero: null };
}

function subjectOf(loss: Loss): Subject | null {
  if (loss.status !== 'full') return null;
  const ready = readied(loss);
  if (!ready) return null;
  const variables = variablesOf(loss);
  const leaves = loss.parameters.filter((p) => p.node !== null);
  const settings = leaves.filter((p) => p.role === 'hyperparameter' && !variables.includes(p));
  const others = leaves.filter((p) => !settings.includes(p) && !variables.includes(p));
  return { loss, ...ready, data: [...variables, ...others], settings };
}

function readied({ body, framework }: Loss): { machine: Machine; root: number } | null {
  if (!body) return null;
  const tape = tapeOf(body);
  const { conventions } = FRAMEWORKS[framework];
  return { machine: new Machine(tape, { format: 'float64', flushesSubnormals: false, conventions }), root: tape.roots[0] ?? 0 };
}

function fits({ data, settings, length }: Known, subject: Subject): boolean {
  const [prediction] = subject.data;
  const shape = prediction?.node?.shape;
  if (!shape || data.length !== subject.data.length || settings.length < subject.settings.length) return false;
  if (length > 1 && shape.length === 0) return false;
  return subject.data.every(({ node }) => node?.kind === 'int' || sizeOf(node?.shape ?? []) === sizeOf(shape));
}

/** Whether both give the same numbers: element by element or row by row, summed, or averaged. */
function agrees(known: Known, subject: Subject): boolean {
  const counts = new Set<number>();
  for (let round = 1; round <= ROUNDS; round++) {
    const pair = valuesIn(known, subject, round);
    if (!pair) return false;
    const ways = waysEqual(pair.value, pair.parts);
    if (round === 1) ways.forEach((way) => counts.add(way));
    else for (const way of counts) if (!ways.includes(way)) counts.delete(way);
    if (counts.size === 0) return false;
  }
  return true;
}

/** Ways in which values come from the parts: 0 one by one, 1 summed, 2 averaged. */
function waysEqual(value: ArrayLike<number>, parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  const one = value.length === 1 ? (value[0] ?? NaN) : NaN;
  const ways = [
    value.length === parts.length && parts.every((part, i) => close(part, value[i] ?? NaN)),
    close(one, sum),
    close(one, sum / parts.length),
  ];
  return ways.flatMap((holds, way) => (holds ? [way] : []));
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(a) + Math.abs(b));
}

/** Value of the subject and values of the known loss for each row, on the same numbers; null where they cannot be computed. */
function valuesIn(known: Known, subject: Subject, round: number): { value: Float64Array; parts: number[] } | null {
  const [prediction] = subject.data;
  const shape = prediction?.node?.shape ?? [];
  if (known.length > 1 && shape.at(-1) !== known.length) return null;
  const settings = settingsOf(known, subject, round);
  const rows = Math.max(1, sizeOf(shape) / known.length);
  const filled = known.data.map((p, i) => samples(p.domain, rows, known.length, round * 31 + i * 7));
  try {
    const own = Object.fromEntries(subject.data.map((p, i) => [p.name, asGiven(p, filled[i] ?? [], known.length)]));
    const value = subject.machine.run({ ...own, ...settings.own })[subject.root]?.slice();
    const parts = Array.from({ length: rows }, (_, row) => {
      const slice = (values: readonly number[]) => values.slice(row * known.length, (row + 1) * known.length);
      const inputs = Object.fromEntries(known.data.map((p, i) => [p.name, slice(filled[i] ?? [])]));
      if (known.zero) inputs[known.zero.name] = [0];
      return known.machine.run({ ...inputs, ...settings.known })[known.root]?.[0] ?? NaN;
    });
    return value && [...value, ...parts].every(Number.isFinite) ? { value, parts } : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Settings of both, the same for both and another in every round: matched by name, else in order. */
function settingsOf(known: Known, subject: Subject, round: number): { own: Record<string, number>; known: Record<string, number> } {
  const free = subject.settings.filter((p) => !known.settings.some((k) => k.name === p.name));
  const theirs: Record<string, number> = {};
  const own: Record<string, number> = {};
  for (const setting of known.settings) {
    const partner = subject.settings.find((p) => p.name === setting.name) ?? free.shift();
    const given = partner?.default;
    const standard = typeof given === 'number' && Math.abs(given) >= VISIBLE ? given : (setting.plotAt ?? 1);
    const varied = [1 + round / 8, 1 - round / 8].map((factor) => standard * factor);
    const value = partner ? (varied.find((x) => admits(setting.domain, x)) ?? standard) : (setting.plotAt ?? 1);
    theirs[setting.name] = value;
    if (partner) own[partner.name] = value;
  }
  return { own, known: theirs };
}

/** Numbers of a domain, of every element: spread evenly, in an order that depends on the seed; one-hot rows for a simplex. */
function samples(domain: Domain, rows: number, length: number, seed: number): number[] {
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < length; column++) values.push(sample(domain, column, row, length, seed));
  }
  return values;
}

function sample(domain: Domain, column: number, row: number, length: number, seed: number): number {
  if (domain.kind === 'simplex') return (row + seed) % length === column ? 1 : 0;
  const fraction = ((row * length + column + 1) * 0.618033988749895 + seed * 0.7548776662466927) % 1;
  if (domain.kind === 'set') return domain.values[Math.floor(fraction * domain.values.length)] ?? 0;
  const { low, high } = hullOf(domain);
  const from = Math.max(low, -3);
  const to = Math.min(high, from + 6);
  const x = from + (to - from) * fraction;
  return admits(domain, x) ? x : (from + to) / 2;
}

/** One-hot rows as class indices where the subject takes indices. */
function asGiven({ node }: Parameter, values: readonly number[], length: number): readonly number[] {
  if (node?.kind !== 'int' || length === 1) return values;
  return Array.from({ length: values.length / length }, (_, row) => values.slice(row * length, (row + 1) * length).indexOf(1));
}
