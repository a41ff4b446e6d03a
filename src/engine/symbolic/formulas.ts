import type { Expression } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import { variablesOf } from '../ir/loss';
import { differentiate } from './differentiate';
import { Elements, NoFormula } from './elements';
import { LatexPrinter } from './latex';
import { Lettering } from './lettering';
import { simplify } from './polynomial';
import { reduce } from './reduction';
import { rewrite } from './rewrite';
import type { Index, Place, Term } from './term';
import { isIndex } from './term';
import { printText } from './text';

/** A formula twice: LaTeX, and mathjs syntax. */
export interface Formula {
  readonly latex: string;
  readonly text: string;
}

/** Formulas of a loss with more nodes than this are not printed: nobody reads them. */
const LARGEST_PRINTED = 400;

/** The loss as a textbook prints it, or null where it has no such formula. A tensor result is printed by its element. */
export function formulaOf(loss: Loss): Formula | null {
  const { body } = loss;
  return (
    body &&
    attempt(() => {
      const elements = new Elements();
      const at = body.shape.map((size) => elements.place(size));
      return printed(rewrite(elements.of(body, at)), at);
    })
  );
}

/** The gradient by each variable, element by element; variables without a formula are left out. */
export function gradientsOf(loss: Loss): Readonly<Record<string, Formula>> {
  return byVariable(loss, (body, parameter) => {
    const { total, at } = gradientSetting(body, parameter);
    return printed(simplify(differentiate(total, { name: parameter.name, at })), at);
  });
}

/** The second derivative by each variable that is a number. */
export function secondDerivativesOf(loss: Loss): Readonly<Record<string, Formula>> {
  return byVariable(loss, (body, parameter) => {
    if (parameter.node?.shape.length !== 0) return null;
    const { total, at } = gradientSetting(body, parameter);
    const first = simplify(differentiate(total, { name: parameter.name, at }));
    return printed(simplify(differentiate(first, { name: parameter.name, at })), at);
  });
}

function byVariable(loss: Loss, formula: (body: Expression, parameter: Parameter) => Formula | null): Readonly<Record<string, Formula>> {
  const { body } = loss;
  if (!body) return {};
  const all = variablesOf(loss).map((parameter) => [parameter.name, attempt(() => formula(body, parameter))] as const);
  return Object.fromEntries(all.filter((entry): entry is [string, Formula] => entry[1] !== null));
}

/** The loss as one number, and the element of the parameter that one differentiates by. */
function gradientSetting(body: Expression, parameter: Parameter): { total: Term; at: readonly Place[] } {
  const elements = new Elements();
  const places = body.shape.map((size) => elements.place(size));
  const total = rewrite(reduce('sum', places.filter(isIndex), elements.of(body, places)));
  return { total, at: (parameter.node?.shape ?? []).map((size) => elements.place(size)) };
}

function printed(term: Term, at: readonly Place[]): Formula {
  if (term.size > LARGEST_PRINTED) throw new NoFormula('too large to read');
  const free: readonly Index[] = at.filter(isIndex);
  return { latex: new LatexPrinter(new Lettering(term, free)).print(term, 0), text: printText(term, free, new Lettering(term, free)) };
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof NoFormula) return null;
    throw error;
  }
}
