import type { Expression } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import { variablesOf } from '../ir/loss';
import { add } from './algebra';
import { gatherRows } from './alike';
import { attempt } from './attempt';
import { decided } from './decide';
import { differentiate } from './differentiate';
import { Elements, longAxes } from './elements';
import { NoFormula } from './no-formula';
import { printLatex } from './latex';
import { Lettering } from './lettering';
import { sumRowsToOne } from './one-hot';
import { simplify } from './polynomial';
import { rewrite } from './rewrite';
import { share } from './share';
import type { Index, Place, Term } from './term';
import { isIndex, symbol } from './term';
import { printText } from './text';

/** A formula twice: LaTeX, and mathjs syntax. */
export interface Formula {
  readonly latex: string;
  readonly text: string;
}

/** Formulas of a loss with more nodes than this are not printed: nobody reads them. */
const LARGEST_PRINTED = 400;

/** The loss as a textbook prints it, or null where it has no such formula or was not read whole. A tensor result is printed by its element. */
export function formulaOf(loss: Loss): Formula | null {
  const { body } = loss;
  if (!body || loss.status !== 'full') return null;
  return attempt(() => {
    const elements = new Elements();
    const at = body.shape.map((size) => elements.place(size));
    const term = gatherRows(rewrite(elements.of(body, at)), (size) => elements.place(size), elements.spans);
    return printed(decided(term, loss), at, loss);
  });
}

/** The gradient by each variable, element by element; variables without a formula are left out. */
export function gradientsOf(loss: Loss): Readonly<Record<string, Formula>> {
  return byVariable(loss, (setting, parameter) => {
    const { total, at } = setting(parameter);
    return printed(ofSimplex(simplify(differentiate(total, { name: parameter.name, at })), loss), at, loss);
  });
}

/** The second derivative by each variable: of a tensor, by one element twice. */
export function secondDerivativesOf(loss: Loss): Readonly<Record<string, Formula>> {
  return byVariable(loss, (setting, parameter) => {
    const { total, at } = setting(parameter);
    const first = simplify(differentiate(total, { name: parameter.name, at }));
    return printed(simplify(differentiate(first, { name: parameter.name, at })), at, loss);
  });
}

/** Rows of a parameter that is declared to be a distribution sum to 1. */
function ofSimplex(term: Term, loss: Loss): Term {
  const { term: summed, rows } = sumRowsToOne(term, (name) => loss.parameters.some((p) => p.name === name && p.domain.kind === 'simplex'));
  return rows.length > 0 ? simplify(summed) : term;
}

/** The loss as one number, and the element of a parameter that one differentiates by. */
type Setting = (parameter: Parameter) => { readonly total: Term; readonly at: readonly Place[] };

function byVariable(loss: Loss, formula: (setting: Setting, parameter: Parameter) => Formula | null): Readonly<Record<string, Formula>> {
  const setting = loss.body && attempt(() => settingOf(loss, loss.body as Expression));
  if (!setting) return {};
  const all = variablesOf(loss).map((parameter) => [parameter.name, attempt(() => formula(setting, parameter))] as const);
  return Object.fromEntries(all.filter((entry): entry is [string, Formula] => entry[1] !== null));
}

function settingOf(loss: Loss, body: Expression): Setting {
  const elements = new Elements();
  const total = decided(rewrite(elements.total(body)), loss);
  return ({ node }) => {
    const shape = node?.shape ?? [];
    return { total, at: longAxes(shape, shape.map(elements.branch())) };
  };
}

function printed(term: Term, at: readonly Place[], loss: Loss): Formula {
  if (term.size > LARGEST_PRINTED) throw new NoFormula('too large to read');
  const free: readonly Index[] = at.filter(isIndex);
  return { latex: latexOf(term, free, loss), text: printText(term, free, new Lettering(term, free, loss.parameters)) };
}

/** LaTeX with names for what is repeated, and the condition under which rows of targets were taken to sum to 1. */
function latexOf(whole: Term, free: readonly Index[], loss: Loss): string {
  const { term: summed, rows } = sumRowsToOne(whole, (name) => loss.parameters.some((p) => p.name === name && p.role === 'target'));
  const taken = new Set(loss.parameters.map((p) => p.name));
  const { term, shared } = share(rows.length > 0 ? simplify(summed) : whole, free, taken, (part) =>
    printLatex(part, new Lettering(part, free, loss.parameters)),
  );
  const letters = new Lettering(add(whole, term), free, loss.parameters);
  const named = shared.map(
    (one) =>
      `${printLatex(
        symbol(
          one.name,
          free.filter((i) => one.term.free.has(i.id)),
        ),
        letters,
      )} = ${printLatex(one.term, letters)}`,
  );
  const conditions = [...named, ...rows.map((row) => `${printLatex(row, letters)} = 1`)];
  return withConditions(printLatex(term, letters), conditions);
}

/** Characters of one line. */
const LINE = 80;

/** A formula and what its names stand for: beside it, or on lines below it where both together are too long for one. */
function withConditions(formula: string, conditions: readonly string[]): string {
  if (conditions.length === 0) return formula;
  const [all = '', ...more] = linesOf(conditions);
  if (more.length === 0 && widthOf(formula + all) <= LINE) return `${formula} \\qquad (${all})`;
  const below = [all, ...more].map((line, i) => `& ${i === 0 ? '(' : '\\;\\,'}${line}${i === more.length ? ')' : ','}`);
  return `\\begin{aligned} & ${formula} \\\\[0.4em] ${below.join(' \\\\ ')} \\end{aligned}`;
}

/** Conditions side by side, as many as a line holds. */
function linesOf(conditions: readonly string[]): readonly string[] {
  return conditions.reduce<string[]>((lines, condition) => {
    const joined = `${lines.at(-1)}, \\; ${condition}`;
    return lines.length > 0 && widthOf(joined) <= LINE ? [...lines.slice(0, -1), joined] : [...lines, condition];
  }, []);
}

/** About how many characters LaTeX takes when it is set on one line. */
function widthOf(latex: string): number {
  return latex.replace(/\\[a-zA-Z]+/g, 'x').replace(/[{}_^\s]/g, '').length;
}
