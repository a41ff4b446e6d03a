import * as D from '../../numerics/double-double';
import type * as Q from '../../numerics/rational';
import { type Ball, constant, difference, FUNCTIONS, imageOf, type Known, oddRoot, ONE, plus, raised, times } from './ball';
import { inOrder } from './tape';
import type { Term } from './term';

type Number = D.DoubleDouble;

/** Evaluates a term at points of double-doubles; null where a branch, a singularity or an unknown function leaves the value open. */
export type PreciseEvaluator = (values: readonly Number[]) => Ball | null;

type Step = (args: readonly Ball[]) => Ball | null;

/** Compiles a term for evaluation in extended precision. */
export function precisely(term: Term, variables: readonly string[]): PreciseEvaluator {
  const order = inOrder(term);
  const slotOf = new Map(order.map((node, i) => [node, i] as const));
  const steps = order.map((node) => ({
    input: node.op === 'variable' ? variables.indexOf(node.name) : -1,
    at: node.args.map((a) => slotOf.get(a) as number),
    step: stepOf(node),
  }));
  return (values) => {
    const slots: (Ball | null)[] = [];
    for (const { input, at, step } of steps) {
      const given = input >= 0 ? values[input] : undefined;
      const args = at.map((i) => slots[i] ?? null);
      slots.push(given ? { mid: given, rad: 0 } : checked(step(args as readonly Ball[], args)));
    }
    return slots[slots.length - 1] ?? null;
  };
}

function checked(ball: Ball | null): Ball | null {
  return ball && Number.isFinite(ball.mid.hi) && Number.isFinite(ball.rad) ? ball : null;
}

/** A step whose operands are all known, unless it is a branch. */
function stepOf(node: Term): (args: readonly Ball[], open: readonly (Ball | null)[]) => Ball | null {
  if (node.op === 'where') return (_, open) => branch(node.name, open);
  const step = plainStep(node);
  return (args, open) => (open.every((arg) => arg !== null) ? step(args) : null);
}

function plainStep(node: Term): Step {
  const weights = node.weights.map(constant);
  switch (node.op) {
    case 'number': {
      const value = constant(node.constant);
      return () => value;
    }
    case 'pi':
      return () => ({ mid: D.PI, rad: 2 ** -104 });
    case 'sum': {
      const start = constant(node.constant);
      return (args) => args.reduce((total, arg, i) => plus(total, times(arg, weights[i] as Ball)), start);
    }
    case 'product':
      return (args) => args.reduce<Ball | null>((total, arg, i) => productStep(total, raised(arg, node.weights[i] as Q.Rational)), ONE);
    case 'max':
      return (args) => args.reduce(larger);
    case 'logsumexp':
      return logSumExp;
    case 'oddroot':
      return ([x]) => oddRoot(x as Ball, node.constant);
    default: {
      const known = FUNCTIONS[node.op as keyof typeof FUNCTIONS] as Known | undefined;
      return ([x]) => (known && x ? known(x) : null);
    }
  }
}

function productStep(a: Ball | null, b: Ball | null): Ball | null {
  return a && b && times(a, b);
}

function larger(a: Ball, b: Ball): Ball {
  return { mid: D.compare(a.mid, b.mid) < 0 ? b.mid : a.mid, rad: Math.max(a.rad, b.rad) };
}

function branch(relation: string, [guard, then, otherwise]: readonly (Ball | null)[]): Ball | null {
  if (!guard) return null;
  const sign = Math.abs(guard.mid.hi) > guard.rad ? Math.sign(guard.mid.hi) : guard.rad === 0 ? Math.sign(guard.mid.hi) : NaN;
  if (Number.isNaN(sign)) return null;
  const holds = relation === '<' ? sign < 0 : relation === '<=' ? sign <= 0 : sign === 0;
  return (holds ? then : otherwise) ?? null;
}

function logSumExp(args: readonly Ball[]): Ball | null {
  const top = args.reduce(larger);
  const total = args.map((u) => imageOf(D.exp(difference(u.mid, top.mid)), 1, u.rad + top.rad)).reduce(plus);
  const rest = FUNCTIONS.log(total);
  return rest && plus({ mid: top.mid, rad: 0 }, rest);
}
