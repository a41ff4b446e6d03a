import { opNamed } from '../ops/registry';
import { ONE, isNumber } from './algebra';
import type { TermOf, Term } from './term';

/** Prints an operand, in parentheses when it holds together less tightly than asked. */
export type PrintOperand = (term: Term, tightness: number) => string;

const RELATIONS: Readonly<Record<string, string>> = {
  less: '<',
  less_equal: '\\le',
  greater: '>',
  greater_equal: '\\ge',
  equal: '=',
  not_equal: '\\ne',
  logical_and: '\\land',
  logical_or: '\\lor',
};

/** Templates where the op's own would not read well inside a longer formula. */
const TEMPLATES: Readonly<Record<string, string>> = {
  log1p: '\\log\\left(1 + #1\\right)',
  relu: '\\max\\left(0, #1\\right)',
  exp: 'e^{#1}',
  stop_gradient: '#1',
  logsumexp: '',
};

const CONDITION = 0;
const ADD = 1;
const POWER = 3;
const ATOM = 4;

/** An op with its operands as LaTeX, and how tightly that holds together. */
export function latexOperator(term: TermOf<'apply'>, print: PrintOperand): [text: string, tightness: number] {
  const { op, args, attributes } = term;
  const [x, y, z] = args;
  if (op === 'where' && x && y && z) {
    const isIndicator = isNumber(y, 1) && isNumber(z, 0);
    return [isIndicator ? `\\mathbf{1}\\left[${print(x, CONDITION)}\\right]` : cases(term, print), ATOM];
  }
  if (op === 'to_int' && x?.kind === 'symbol') return [print(x, ATOM), ATOM];
  const relation = RELATIONS[op];
  if (relation && x && y) return [between(term, print) ?? `${print(x, ADD)} ${relation} ${print(y, ADD)}`, CONDITION];
  if (typeof attributes.at === 'number') return [`${named(op, args, print)}_{${attributes.at}}`, ATOM];
  const template = TEMPLATES[op] ?? opNamed(op)?.latex ?? '';
  if (template === '' || Object.keys(attributes).length > 0) return [named(op, args, print), ATOM];
  return [fill(template, args, print), isClosed(template) ? ATOM : POWER];
}

function named(op: string, args: readonly Term[], print: PrintOperand): string {
  return `\\operatorname{${op.replaceAll('_', '\\_')}}\\left(${args.map((arg) => print(arg, ADD)).join(', ')}\\right)`;
}

/** Operands that a template does not already enclose get parentheses where they need them. */
function fill(template: string, args: readonly Term[], print: PrintOperand): string {
  return template.replace(/(\{|\\left\(|\\left\||, |\\left\\l\w+ )?#(\d)/g, (_, enclosing: string | undefined, position: string) => {
    const operand = args[Number(position) - 1];
    return operand ? (enclosing ?? '') + print(operand, enclosing === undefined ? ATOM : ADD) : '';
  });
}

/** `x > low and x < high` is `low < x < high`. */
function between({ op, args }: TermOf<'apply'>, print: PrintOperand): string | null {
  const [left, right] = args;
  if (op !== 'logical_and' || left?.kind !== 'apply' || right?.kind !== 'apply') return null;
  const [x, low] = left.args;
  const [again, high] = right.args;
  const first = { greater: '<', greater_equal: '\\le' }[left.op];
  const second = { less: '<', less_equal: '\\le' }[right.op];
  if (!first || !second || !x || !low || !high || again?.key !== x.key) return null;
  return `${print(low, ADD)} ${first} ${print(x, ADD)} ${second} ${print(high, ADD)}`;
}

/** A choice within the other side of a choice is one more case. */
function cases(term: Term, print: PrintOperand): string {
  const rows: string[] = [];
  let rest = term;
  while (rest.kind === 'apply' && rest.op === 'where') {
    const [condition = ONE, value = ONE, otherwise = ONE] = rest.args;
    rows.push(`${print(value, ADD)} & \\text{if } ${print(condition, CONDITION)}`);
    rest = otherwise;
  }
  return `\\begin{cases} ${rows.join(' \\\\ ')} \\\\ ${print(rest, ADD)} & \\text{otherwise} \\end{cases}`;
}

function isClosed(template: string): boolean {
  return /\\right\S*$|\\end\{cases\}$|\\sqrt\{#1\}$/.test(template.trim()) || template === '#1';
}
