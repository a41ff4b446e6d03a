import type { PyNode } from '../../syntax/python/node';
import { away, floatsOf, frozen, replacedGradient, withBackward } from '../calls/handmade';
import type { Frame, Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { positional } from '../values/arguments';
import { integerOf, itemsOf } from '../values/plain';
import { expressionOf, tensorOf } from '../values/tensor';
import { NONE, tuple, type Arguments, type FunctionValue, type Value } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

/** `tf.custom_gradient`: the function returns its value and the function that pulls gradients back. */
function customGradient(machine: Machine, at: Bound, depth: number): Value {
  const callee = at.value('f');
  const call = (args: Arguments): Value => {
    const [outputs, pull] = itemsOf(machine.call(callee, args, depth)) ?? [];
    if (!outputs || !pull) throw new Unreadable('a custom gradient that is not returned beside the value');
    const inputs = args.positional;
    return withBackward(machine, outputs, {
      name: nameOf(callee),
      inputs,
      run: (given) => machine.call(pull, positional(...given), depth),
    });
  };
  return { kind: 'native', name: nameOf(callee), call };
}

function nameOf(callee: Value): string {
  return callee.kind === 'function' || callee.kind === 'native' ? callee.name : 'a function';
}

/** `jax.custom_vjp` and `jax.custom_jvp`; the rules are given to the function after its definition. A function without one stays itself. */
function customRule(kind: 'vjp' | 'jvp') {
  return (machine: Machine, at: Bound, depth: number): Value => {
    const callee = at.value('fun');
    if (callee.kind !== 'function') return callee;
    const fixed = fixedOf(callee, at);
    let running = false;
    const call = (args: Arguments): Value => {
      const rules = running || machine.trace.frozen > 0 ? null : rulesOf(machine, callee, depth);
      if (!rules) return machine.call(callee, args, depth);
      const bound: Bind = { machine, callee, args: inOrder(callee, args), fixed, depth };
      running = true;
      try {
        return kind === 'vjp' ? pulledBack(bound, rules) : pushedForward(bound, rules);
      } finally {
        running = false;
      }
    };
    return { kind: 'native', name: callee.name, call };
  };
}

interface Bind {
  readonly machine: Machine;
  readonly callee: FunctionValue;
  readonly args: readonly Value[];
  /** Places of arguments that have no gradient. */
  readonly fixed: ReadonlySet<number>;
  readonly depth: number;
}

function pulledBack({ machine, callee, args, fixed, depth }: Bind, [forward, back]: readonly Value[]): Value {
  if (!forward || !back) throw new Unreadable(`the rules of ${callee.name}`);
  const outputs = frozen(machine, () => machine.call(callee, positional(...args), depth));
  const [, residuals = NONE] = itemsOf(frozen(machine, () => machine.call(forward, positional(...args), depth))) ?? [];
  const held = args.filter((_, i) => fixed.has(i));
  const run = (given: readonly Value[]): Value => {
    const gradient = given.length === 1 ? (given[0] ?? NONE) : tuple([...given]);
    return machine.call(back, positional(...held, residuals, gradient), depth);
  };
  return withBackward(machine, outputs, { name: callee.name, inputs: args.filter((_, i) => !fixed.has(i)), run });
}

function pushedForward({ machine, callee, args, fixed, depth }: Bind, rules: readonly Value[]): Value {
  const { graph } = machine;
  const held = args.filter((_, i) => fixed.has(i));
  const moving = args.filter((_, i) => !fixed.has(i)).map((value) => ({ value, node: floatsOf(machine, value) }));
  const still = moving.map(({ value, node }) => (node ? tensorOf(machine, graph.apply('stop_gradient', [node])) : value));
  const tangents = moving.map(({ node }) => tensorOf(machine, node ? away(machine, node) : graph.constant(0)));
  const output = frozen(machine, () => machine.call(callee, positional(...args), depth));
  const node = floatsOf(machine, output);
  if (!node) throw new Unreadable(`${callee.name} has no single result`);
  const tangent = machine.trace.quietly(() => {
    if (isWhole(rules)) return itemsOf(machine.call(rules[0] as Value, positional(...held, tuple(still), tuple(tangents)), depth))?.[1];
    const parts = rules.flatMap((rule, i) =>
      rule.kind === 'none' ? [] : [machine.call(rule, positional(tangents[i] ?? NONE, output, ...still), depth)],
    );
    return parts.reduce((sum, part) => machine.apply('add', [sum, part]));
  });
  if (!tangent) throw new Unreadable(`the tangent of ${callee.name}`);
  const slope = floatsOf(machine, tangent) ?? expressionOf(machine, tangent);
  return replacedGradient(machine, { name: callee.name, inputs: args }, node, graph.apply('broadcast_to', [slope], { shape: node.shape }));
}

const WHOLE = { kind: 'text', value: 'whole' } as const;

/** One rule for all tangents, as `defjvp` takes it; `defjvps` takes one an argument. */
function isWhole(rules: readonly Value[]): boolean {
  return rules[1] === WHOLE;
}

/** Arguments by place: keywords go where the signature has them. */
function inOrder(callee: FunctionValue, args: Arguments): readonly Value[] {
  const names = (callee.node.field('parameters')?.children ?? []).map((parameter) => /^\w+/.exec(parameter.text)?.[0] ?? '');
  return [
    ...args.positional,
    ...names.slice(args.positional.length).flatMap((name) => args.keywords.get(name) ?? callee.defaults.get(name) ?? []),
  ];
}

function fixedOf(callee: FunctionValue, at: Bound): ReadonlySet<number> {
  const given = at.value('nondiff_argnums');
  const one = asNumber(given);
  const places = one ? [one.value] : (itemsOf(given) ?? []).map((item) => integerOf(item, 'nondiff_argnums'));
  const count = callee.node.field('parameters')?.children.length ?? 0;
  return new Set(places.map((place) => (place < 0 ? place + count : place)));
}

/** What the block around a definition gives it as rules; null for none. */
function rulesOf(machine: Machine, callee: FunctionValue, depth: number): readonly Value[] | null {
  const frame: Frame = { scope: callee.scope, module: callee.module, owner: null, receiver: null, depth, pending: [], choices: null };
  const block = blockAround(callee.node);
  if (block?.type === 'module' && callee.module.path === null) machine.reliance.whole = true;
  const statements = block?.children ?? [];
  const names = new Set([callee.name, ...statements.flatMap((one) => madeOf(one, callee.name))]);
  for (const statement of statements) {
    const decorated = statement.children.some((child) => child.type === 'decorator' && names.has(receiverOf(child.children[0], 'defjvp')));
    if (decorated) return [machine.evaluate(nameNode(statement), frame), WHOLE];
    const call = statement.type === 'expression_statement' ? statement.children[0] : undefined;
    const method = ['defvjp', 'defjvp', 'defjvps'].find((one) => names.has(receiverOf(call?.field('function'), one)));
    if (!call || !method) continue;
    const given = (call.field('arguments')?.children ?? [])
      .filter((one) => one.type !== 'keyword_argument')
      .map((one) => machine.evaluate(one, frame));
    return method === 'defjvp' ? [...given.slice(0, 1), WHOLE] : given;
  }
  return null;
}

function blockAround({ parent }: PyNode): PyNode | null {
  return !parent || parent.type === 'module' || parent.type === 'block' ? parent : blockAround(parent);
}

/** `NAME = custom_vjp(function)`. */
function madeOf(statement: PyNode, name: string): string[] {
  const assignment = statement.children[0];
  const call = assignment?.type === 'assignment' ? assignment.field('right') : null;
  const isMade = /custom_[jv][vj]p/.test(call?.field('function')?.text ?? '') && call?.field('arguments')?.children[0]?.text === name;
  return isMade ? [assignment?.field('left')?.text ?? ''] : [];
}

function receiverOf(node: PyNode | null | undefined, method: string): string {
  const callee = node?.type === 'call' ? node.field('function') : node;
  return callee?.type === 'attribute' && callee.field('attribute')?.text === method ? (callee.field('object')?.text ?? '') : '';
}

function nameNode(statement: PyNode): PyNode {
  return (statement.field('definition') ?? statement).field('name') ?? statement;
}

/** Functions whose gradient their author writes. */
export const CUSTOM_GRADIENTS = {
  custom_gradient: customGradient,
  custom_vjp: customRule('vjp'),
  custom_jvp: customRule('jvp'),
} satisfies Record<string, Primitive>;
