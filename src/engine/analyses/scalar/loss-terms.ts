import { type Domain, hullOf } from '../../ir/domain';
import { type Expression, inOrder, sizeOf } from '../../ir/expression';
import type { Loss, Parameter } from '../../ir/loss';
import * as I from '../../numerics/interval';
import { TermAlgebra } from './algebra';
import type { Coordinate } from './coordinate';
import { coordinatesOf, elementName } from './layout';
import { guardsOf } from './expression-guards';
import { narrowed } from './natural-domain';
import { rebuilder, substituter } from './rebuild';
import { INFINITIES, scalarise, Unreadable } from './scalarise';
import type { Term } from './term';

/** A loss as one scalar term of its parameters' elements. */
export interface ScalarLoss {
  readonly algebra: TermAlgebra;
  readonly term: Term;
  /** Terms at whose zeros an operation of the expression changes its branch, whether or not the term as a whole does. */
  readonly guards: readonly Term[];
  /** Every element of every parameter that the term depends on. */
  readonly coordinates: readonly ElementCoordinate[];
  /** The terms of a tensor of the loss's expression, an element each. */
  elementsOf(node: Expression): readonly Term[];
  /** What had to be assumed: defaults that were held, domains that were cut to where the loss is defined. */
  readonly condition: string | null;
}

/** A coordinate that is an element of a parameter. */
export interface ElementCoordinate extends Coordinate {
  readonly parameter: string;
}

/** Why a loss has no scalar form. */
export interface NoScalarForm {
  readonly why: string;
}

/** Expands a loss at its shapes; a tensor result counts as the sum of its elements. */
export function scalarLoss(loss: Loss): ScalarLoss | NoScalarForm {
  const { body } = loss;
  if (!body) return { why: 'the result could not be read' };
  const classes = classCounts(body);
  const coordinates = loss.parameters.flatMap((p) => coordinatesOfParameter(p, classes));
  const algebra = new TermAlgebra(new Map(coordinates.map((c) => [c.name, c.range])));
  try {
    const elements = scalarise(algebra, body);
    const hold = substituter(algebra, defaultsOf(algebra, loss));
    const term = hold(algebra.add(...(elements.get(body) ?? [])));
    if ([...INFINITIES].some((name) => term.free.has(name))) return { why: 'a constant of the formula is infinite' };
    const guards = guardsOf(algebra, elements).map(hold);
    const elementsOf = (node: Expression): readonly Term[] => (elements.get(node) ?? []).map(hold);
    return onNaturalDomain({ algebra, term, guards, coordinates, elementsOf, condition: heldDefaults(loss) });
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.why };
    throw error;
  }
}

function onNaturalDomain(form: ScalarLoss): ScalarLoss {
  const { domains, conditions } = narrowed(form.algebra, form.term);
  const used = form.coordinates.filter((c) => form.term.free.has(c.name)).map((c) => ({ ...c, range: domains.get(c.name) ?? c.range }));
  const asked = [...conditions].flatMap(([text, names]) => subjects(used, names).map((name) => `${name} ${text}, where it is defined`));
  const condition = [form.condition, ...asked].filter((c) => c !== null).join('; ') || null;
  if (conditions.size === 0) return { ...form, coordinates: used, condition };
  const algebra = new TermAlgebra(domains);
  const inside = rebuilder(algebra);
  return {
    algebra,
    term: inside(form.term),
    guards: form.guards.map(inside),
    elementsOf: (node) => form.elementsOf(node).map(inside),
    coordinates: used,
    condition,
  };
}

/** Names of coordinates, where a parameter has them all by its own. */
function subjects(coordinates: readonly ElementCoordinate[], names: ReadonlySet<string>): readonly string[] {
  const whole = (parameter: string): boolean => coordinates.every((c) => c.parameter !== parameter || names.has(c.name));
  return [...new Set(coordinates.filter((c) => names.has(c.name)).map((c) => (whole(c.parameter) ? c.parameter : c.name)))];
}

/** A hyperparameter with a numeric default is held at it. */
function isHeld(parameter: Parameter): parameter is Parameter & { default: number } {
  return parameter.role === 'hyperparameter' && typeof parameter.default === 'number' && Number.isFinite(parameter.default);
}

function defaultsOf(algebra: TermAlgebra, loss: Loss): ReadonlyMap<string, Term> {
  const scalars = loss.parameters.filter(isHeld).filter((p) => p.node?.shape.length === 0);
  return new Map(scalars.map((p) => [p.name, algebra.number(p.default)] as const));
}

function heldDefaults(loss: Loss): string | null {
  const used = new Set(loss.body ? inOrder(loss.body) : []);
  const list = loss.parameters.filter(isHeld).filter((p) => p.node && used.has(p.node));
  return list.length === 0 ? null : list.map((p) => `${p.name} = ${p.default}`).join(', ');
}

function coordinatesOfParameter(parameter: Parameter, classes: ReadonlyMap<Expression, number>): readonly ElementCoordinate[] {
  const { node, name, domain } = parameter;
  if (!node || sizeOf(node.shape) > 4096) return [];
  const values = valuesOf(domain, node, classes.get(node));
  const { low, high, lowOpen, highOpen } = hullOf(domain);
  const hull = I.interval(low, high, lowOpen || low === -Infinity, highOpen || high === Infinity);
  const range = values ? I.interval(Math.min(...values), Math.max(...values)) : hull;
  return coordinatesOf(node.shape).map((at) => ({ name: elementName(name, at), parameter: name, range, values, studied: false }));
}

const MOST_VALUES = 12;

/** The finite set of a parameter's values: declared, of truth values, of class indices, or of a short range of integers. */
function valuesOf(domain: Domain, node: Expression, classes: number | undefined): readonly number[] | null {
  if (domain.kind === 'set') return domain.values;
  if (node.kind === 'bool') return [0, 1];
  if (classes !== undefined) return Array.from({ length: classes }, (_, i) => i);
  const whole = domain.kind === 'interval' && (domain.integer || node.kind === 'int');
  if (!whole || !(domain.high - domain.low < MOST_VALUES)) return null;
  const first = Math.ceil(domain.low) + (domain.lowOpen && Number.isInteger(domain.low) ? 1 : 0);
  const last = Math.floor(domain.high) - (domain.highOpen && Number.isInteger(domain.high) ? 1 : 0);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const LOOK_UPS: ReadonlySet<string> = new Set(['gather', 'take']);

/** How many classes a parameter that is used as an index chooses from. */
function classCounts(body: Expression): ReadonlyMap<Expression, number> {
  const counts = new Map<Expression, number>();
  for (const node of inOrder(body)) {
    const index = node.op === 'one_hot' ? node.args[0] : LOOK_UPS.has(node.op) ? node.args[1] : undefined;
    if (!index) continue;
    const axis = Number(node.attributes['axis'] ?? 0);
    const shape = node.op === 'one_hot' ? node.shape : (node.args[0]?.shape ?? []);
    const size = node.op === 'one_hot' ? shape[shape.length - 1] : shape[axis < 0 ? axis + shape.length : axis];
    for (const leaf of inOrder(index)) if (leaf.op === 'parameter' && size !== undefined) counts.set(leaf, size);
  }
  return counts;
}
