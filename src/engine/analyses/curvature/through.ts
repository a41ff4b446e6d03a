import type { Expression } from '../../ir/expression';
import type { Parameter } from '../../ir/loss';
import * as I from '../../numerics/interval';
import { TermAlgebra } from '../scalar/algebra';
import { groupsOf } from '../scalar/layout';
import type { ElementCoordinate, ScalarLoss } from '../scalar/loss-terms';
import { substituter } from '../scalar/rebuild';
import type { Term } from '../scalar/term';

/** The loss in the logits of its probabilities, each element σ of its own or a row the softmax of its own; null when a variable is no probability. */
export function inLogits(form: ScalarLoss, variables: readonly Parameter[]): ScalarLoss | null {
  if (variables.length === 0 || !variables.every(isProbability)) return null;
  const names = new Set(variables.map((p) => p.name));
  const coordinates = form.coordinates.map((c): ElementCoordinate =>
    names.has(c.parameter) ? { ...c, name: logitOf(c.name), range: I.ALL, values: null, studied: true } : { ...c, studied: false },
  );
  const algebra = new TermAlgebra(new Map(coordinates.map((c) => [c.name, c.range])));
  const made = substituter(algebra, new Map(variables.flatMap((p) => [...probabilities(algebra, p, form)])));
  const elementsOf = (node: Expression): readonly Term[] => form.elementsOf(node).map(made);
  return { algebra, term: made(form.term), guards: [], elementsOf, coordinates, condition: form.condition };
}

function logitOf(name: string): string {
  return `logit of ${name}`;
}

function isProbability({ domain, expects }: Parameter): boolean {
  if (domain.kind === 'simplex') return true;
  if (expects === 'logits' || domain.kind !== 'interval') return false;
  return expects === 'probabilities' || (domain.low === 0 && domain.high === 1);
}

function probabilities(algebra: TermAlgebra, parameter: Parameter, form: ScalarLoss): ReadonlyMap<string, Term> {
  const names = form.coordinates.filter((c) => c.parameter === parameter.name).map((c) => c.name);
  const shape = parameter.node?.shape ?? [];
  if (parameter.domain.kind !== 'simplex' || shape.length === 0) {
    return new Map(names.map((name) => [name, algebra.apply('sigmoid', algebra.variable(logitOf(name)))]));
  }
  const rows = groupsOf(shape, [shape.length - 1]).map((row) => row.map((offset) => names[offset]).filter((name) => name !== undefined));
  return new Map(rows.flatMap((row) => softmaxRow(algebra, row)));
}

function softmaxRow(algebra: TermAlgebra, row: readonly string[]): readonly (readonly [string, Term])[] {
  const logits = row.map((name) => algebra.variable(logitOf(name)));
  const total = algebra.apply('logsumexp', ...logits);
  return row.map((name, i) => [name, algebra.apply('exp', algebra.subtract(logits[i] as Term, total))] as const);
}
