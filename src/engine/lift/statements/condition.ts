import type { PyNode } from '../../syntax/python/node';
import type { Expression } from '../../ir/expression';
import type { Completion, Frame, Machine, Pending, Side, Split } from '../machine';
import { choose, join, settle } from '../state/branch';
import { decide } from '../state/paths';
import { Unreadable } from '../state/unreadable';
import { branchTruth, truth } from '../values/truth';

const NEXT: Completion = { kind: 'next' };

/** `if … elif … else`. */
export function runIf(machine: Machine, node: PyNode, frame: Frame): Completion {
  const clauses = node.fieldAll('alternative');
  return runClause(machine, node, clauses, frame);
}

/** `assert`: a known falsehood raises; a condition on data is a demand on the inputs. */
export function runAssert(machine: Machine, node: PyNode, frame: Frame): Completion {
  const condition = node.children[0];
  if (!condition) return NEXT;
  const span = { start: node.start, end: node.end };
  const asked = machine.inputs.asked.length;
  const value = guardTruth(machine, condition, frame);
  if (value === false)
    machine.trace.under([...machine.inputs.asked.slice(asked), ...wordsIn(machine, condition, frame)], () => machine.trace.doubt());
  if (value === false && TRAINING.test(condition.text)) return NEXT;
  if (value === false && takenForDict(machine, condition, frame)) return NEXT;
  if (value === false && isLeftOut(machine, condition, frame)) return NEXT;
  if (value === false && machine.trace.passOver(condition.text, span)) return NEXT;
  if (value === false) return { kind: 'raise', message: `assert ${condition.text.slice(0, 100)}` };
  if (value !== true) machine.trace.demand(value, span);
  return NEXT;
}

/** The parameters whose words are compared in a condition. */
function wordsIn(machine: Machine, condition: PyNode, frame: Frame): string[] {
  if (condition.type !== 'comparison_operator') return [];
  return condition.children.flatMap((side) => {
    const value = /^(identifier|attribute)$/.test(side.type) ? machine.evaluate(side, frame) : null;
    return value?.kind === 'text' && value.origin !== undefined ? [value.origin] : [];
  });
}

/** The condition of a branch that the code runs in is a demand where it is one on data that can be read. */
export function heedAround(machine: Machine, condition: PyNode, frame: Frame): void {
  const value = guardTruth(machine, condition, frame);
  if (typeof value !== 'boolean') machine.trace.demand(value, { start: condition.start, end: condition.end });
}

/** A demand on how a tensor is trained says nothing of what is computed. */
const TRAINING = /^(not )?[\w.]+\.requires_grad( is (True|False)| == False)?$/;

/** Whether a condition is an entry of a parameter that nobody gave, at its standard: the assertion says that it is to be given. */
function isLeftOut(machine: Machine, condition: PyNode, frame: Frame): boolean {
  if (condition.type !== 'call' || !/\.get\(/.test(condition.text)) return false;
  const value = machine.evaluate(condition, frame);
  return value.kind === 'boolean' && value.origin?.endsWith('"]') === true;
}

/** An assertion that cannot be read is no demand that can be used. */
function guardTruth(machine: Machine, condition: PyNode, frame: Frame): boolean | Expression {
  try {
    return truth(machine, machine.evaluate(condition, frame));
  } catch (error) {
    if (error instanceof Unreadable) return true;
    throw error;
  }
}

function runClause(machine: Machine, clause: PyNode, rest: readonly PyNode[], frame: Frame): Completion {
  const body = clause.field('consequence') ?? clause.field('body');
  const condition = clause.field('condition');
  if (!body) return NEXT;
  if (!condition) return machine.execute(body, frame);
  const asked = machine.inputs.asked.length;
  const known = clauseTruth(machine, condition, body, frame);
  const options = machine.inputs.asked.slice(asked);
  const value = typeof known === 'boolean' || !frame.choices ? known : decide(frame.choices, known);
  const heeded = (run: () => Completion, blocks: readonly PyNode[]): Completion => {
    const completion = machine.trace.under(options, run);
    if (typeof known !== 'boolean') heed(machine, completion, blocks);
    return completion;
  };
  if (value === true) return heeded(() => machine.execute(body, frame), [body]);
  const otherwise = (): Completion => (rest[0] ? runClause(machine, rest[0], rest.slice(1), frame) : NEXT);
  if (value === false) return heeded(otherwise, rest);
  const since = machine.trace.uses.length;
  const yes = side(machine, frame, () => machine.execute(body, frame));
  const no = machine.trace.besides(since, () => side(machine, frame, otherwise));
  heed(machine, yes.completion, [body]);
  heed(machine, no.completion, rest);
  return meet(machine, frame, value, yes, no);
}

/** A side that raises without saying so itself is not one that never runs: something in it was not understood. */
function heed(machine: Machine, completion: Completion, blocks: readonly PyNode[]): void {
  if (completion.kind !== 'raise' || blocks.some(saysRaise)) return;
  machine.trace.problem(completion.message);
  throw new Unreadable(`a branch on data raises: ${completion.message}`);
}

function saysRaise(node: PyNode): boolean {
  return node.type === 'raise_statement' || node.type === 'assert_statement' || node.children.some(saysRaise);
}

/** A condition that cannot be read, but whose body only raises or warns, is taken not to hold. */
function clauseTruth(machine: Machine, condition: PyNode, body: PyNode, frame: Frame): boolean | Expression {
  const guards = body.children.every((child) => child.type === 'raise_statement');
  const before = machine.inputs.compared.length;
  const absent = machine.inputs.absent.length;
  const value = machine.evaluate(condition, frame);
  try {
    if (!guards) return branchTruth(machine, value);
    const asked = truth(machine, value);
    const raises = asked === true && (TRAINING.test(condition.text) || isOfAskedType(machine, condition, frame)) ? false : asked;
    if (raises === true) machine.inputs.absent.slice(absent).forEach(({ path }) => machine.inputs.needed.add(path));
    const still = raises === true && absentFrom(machine, before) ? truth(machine, machine.evaluate(condition, frame)) : raises;
    return still === true && isPassedOver(machine, condition, frame) ? false : still;
  } catch (error) {
    if (error instanceof Unreadable && guards) return false;
    throw error;
  }
}

/** What the loss itself refuses under all shapes is read as if it did not; what a helper refuses is a gap where that is called. */
function isPassedOver({ trace }: Machine, { text, start, end }: PyNode, { depth }: Frame): boolean {
  return depth === 1 && trace.constructing === 0 && trace.passOver(text, { start, end });
}

/** `assert isinstance(x, dict)`: a parameter that is nothing else so far is one. */
function takenForDict(machine: Machine, condition: PyNode, frame: Frame): boolean {
  const asked = condition.text.startsWith('isinstance(') ? condition.field('arguments')?.children : undefined;
  const x = asked?.[1]?.text === 'dict' && asked[0] ? machine.evaluate(asked[0], frame) : null;
  if (x?.kind !== 'free' || machine.inputs.isTensor(x.path)) return false;
  machine.inputs.object(x.path);
  return true;
}

/** `if not isinstance(x, Class): raise`: a parameter is of the class that the code asks for. */
function isOfAskedType(machine: Machine, condition: PyNode, frame: Frame): boolean {
  const asked = condition.type === 'not_operator' ? condition.children[0] : undefined;
  if (asked?.type !== 'call' || asked.field('function')?.text !== 'isinstance') return false;
  const [x, type] = (asked.field('arguments')?.children ?? []).map((one) => machine.evaluate(one, frame));
  return x?.kind === 'free' && !machine.inputs.isTensor(x.path) && (type?.kind === 'class' || type?.kind === 'opaque');
}

/** Parameters that were compared with None by a guard that raises where they are given: they are None. */
function absentFrom(machine: Machine, before: number): boolean {
  const paths = machine.inputs.compared.slice(before).flatMap((one) => (one.with === null ? [one.path] : []));
  paths.forEach((path) => machine.inputs.setChild(path, { kind: 'none' }));
  return paths.length > 0;
}

function side(machine: Machine, frame: Frame, run: () => Completion): Side {
  const mark = frame.pending.length;
  machine.trace.sides++;
  try {
    const { result, writes } = machine.journal.attempt(run);
    return { completion: result, writes, pending: frame.pending.splice(mark) };
  } finally {
    machine.trace.sides--;
  }
}

function meet(machine: Machine, frame: Frame, condition: Expression, yes: Side, no: Side): Completion {
  const not = machine.graph.apply('logical_not', [condition]);
  if (yes.completion.kind === 'raise') return survive(machine, frame, not, no);
  if (no.completion.kind === 'raise') return survive(machine, frame, condition, yes);
  const split = leaving(machine, condition, yes, no) ?? leaving(machine, not, no, yes);
  if (split) return split;
  if (yes.completion.kind === 'return' && no.completion.kind === 'return') {
    const value = choose(
      machine,
      condition,
      settle(machine, yes.pending, yes.completion.value),
      settle(machine, no.pending, no.completion.value),
    );
    join(machine, condition, yes.writes, no.writes);
    return { kind: 'return', value };
  }
  if (yes.completion.kind === 'return') return leaveOne(machine, frame, condition, not, yes, no);
  if (no.completion.kind === 'return') return leaveOne(machine, frame, not, condition, no, yes);
  join(machine, condition, yes.writes, no.writes);
  frame.pending.push(...under(machine, condition, yes.pending), ...under(machine, not, no.pending));
  return NEXT;
}

/** One side leaves the turn or the loop and the other goes on; anything more tangled is not read. */
function leaving(machine: Machine, condition: Expression, leaves: Side, stays: Side): Split | null {
  const { kind } = leaves.completion;
  if (kind === 'split' || stays.completion.kind === 'split') throw new Unreadable('a loop is left under two conditions on data');
  if (kind !== 'break' && kind !== 'continue') return null;
  if (stays.completion.kind !== 'next' || leaves.pending.length + stays.pending.length > 0) throw new Unreadable(`${kind} depends on data`);
  const stay = (): Completion => {
    machine.journal.redo(stays.writes);
    return NEXT;
  };
  return { kind: 'split', what: kind, condition, leaves: leaves.writes, stay };
}

/** One side raises: the other is what runs, and its condition is a demand on the inputs. */
function survive(machine: Machine, frame: Frame, condition: Expression, side: Side): Completion {
  if (condition.op !== 'opaque' && condition.args[0]?.op !== 'opaque') machine.trace.demand(condition, machine.trace.here);
  machine.journal.redo(side.writes);
  frame.pending.push(...side.pending);
  return side.completion;
}

function leaveOne(machine: Machine, frame: Frame, condition: Expression, not: Expression, leaves: Side, stays: Side): Completion {
  const returned = leaves.completion.kind === 'return' ? leaves.completion.value : ({ kind: 'none' } as const);
  machine.journal.redo(stays.writes);
  frame.pending.push({ condition, value: settle(machine, leaves.pending, returned) }, ...under(machine, not, stays.pending));
  return NEXT;
}

function under(machine: Machine, condition: Expression, pending: readonly Pending[]): Pending[] {
  return pending.map((entry) => ({ ...entry, condition: machine.graph.apply('logical_and', [condition, entry.condition]) }));
}
