import { inOrder, type Expression } from '../ir/expression';
import { variablesOf, type Loss, type Write } from '../ir/loss';
import { carriersOf, passingOperands } from './gradient-flow';

/** What operations keep for their backward pass, by name. */
export type Kept = Readonly<Record<string, readonly ('result' | 'operands' | 'others')[]>>;

/** A write in place that autograd does not survive: into what an operation kept, or into a prediction of the caller. */
export interface Overwritten {
  readonly write: Write;
  /** The operation whose backward pass needs what was there; null for a prediction of the caller. */
  readonly by: Expression | null;
  readonly name: string;
}

/** The writes of a loss that destroy what its backward pass needs. */
export function overwrittenIn(loss: Loss, kept: Kept): readonly Overwritten[] {
  const { body, writes = [] } = loss;
  if (!body || writes.length === 0) return [];
  const carries = new Set(variablesOf(loss).flatMap(({ node }) => (node ? [...carriersOf(node, inOrder(body))] : [])));
  const used = usedBackward(body, carries);
  const uses = loss.uses.map((use, place) => ({ ...use, place })).filter(({ node }) => used.has(node));
  return writes.filter(isRead).flatMap((write): Overwritten[] => {
    const keeps = keeperOf(write, kept, carries);
    const isBefore = (place: number): boolean => place < write.evaluated && !write.aside.some(([from, to]) => place >= from && place < to);
    const keeper = (node: Expression, span: Write['span']): boolean =>
      !isOwn(span, write) && node !== write.after && keeps(node) && !isComputedIn(span, memoryOf(write.before), loss);
    const by = uses.find(({ node, span, place }) => isBefore(place) && keeper(node, span));
    if (by) return [{ write, by: by.node, name: '' }];
    const handed = loss.kind !== 'expression' && write.before.op === 'parameter';
    const whole = handed ? variablesOf(loss).find(({ node }) => node === write.before) : undefined;
    return whole && used.has(write.before) ? [{ write, by: null, name: whole.name }] : [];
  });
}

/** Whether it was read what a write writes, and not only feared that a call might write. */
function isRead({ after }: Write): boolean {
  return after.op !== 'opaque' && !(after.op === 'stop_gradient' && after.args[0]?.op === 'opaque');
}

/** Whether an operation is the one that writes: it keeps a copy of what was there. */
function isOwn({ start, end, source }: Write['span'], { span }: Write): boolean {
  return start === span.start && end === span.end && source === span.source;
}

/** Whether what an operation is taken of is computed in its own call, so that it is other memory than what the same expression gave before. */
function isComputedIn(call: Write['span'], operand: Expression, { uses }: Loss): boolean {
  const inside = uses.filter(({ span }) => isWithin(span, call));
  return inside.some(
    ({ node, span }) => node === operand && inside.some((part) => operand.args.includes(part.node) && isWithin(part.span, span)),
  );
}

function isWithin(span: Write['span'], whole: Write['span']): boolean {
  const shorter = span.end - span.start < whole.end - whole.start;
  return shorter && span.source === whole.source && span.start >= whole.start && span.end <= whole.end;
}

/** Nodes that the backward pass comes through. */
function usedBackward(body: Expression, carries: ReadonlySet<Expression>): ReadonlySet<Expression> {
  const used = new Set<Expression>();
  const open = [body];
  for (let node = open.pop(); node; node = open.pop()) {
    if (used.has(node) || !carries.has(node)) continue;
    used.add(node);
    open.push(...passingOperands(node));
  }
  return used;
}

/** Tells whether an operation keeps for its backward pass what was where a write wrote. */
function keeperOf({ before }: Write, kept: Kept, carries: ReadonlySet<Expression>): (node: Expression) => boolean {
  const memory = memoryOf(before);
  if (isMadeOfNumbers(memory)) return () => false;
  return (node) => {
    const what = kept[node.op] ?? [];
    if (what.includes('result') && node === before) return true;
    return node.args.some((arg, i) => {
      if (memoryOf(arg) !== memory && arg !== before) return false;
      if (what.includes('operands')) return true;
      return what.includes('others') && needsOperand(node, i, carries);
    });
  };
}

/** Whether an array is made of numbers alone: another one of the same numbers is the same expression, and other memory. */
function isMadeOfNumbers(array: Expression): boolean {
  return inOrder(array).every(({ op, args }) => op === 'constant' || args.length > 0);
}

/** Whether the slope by an operand that has a gradient depends on this one. */
function needsOperand({ op, args }: Expression, place: number, carries: ReadonlySet<Expression>): boolean {
  const [first, second] = args.map((arg) => carries.has(arg));
  if (args[place]?.kind === 'weak' || args[place]?.op === 'constant') return false;
  if (op === 'power' || (op === 'divide' && place === 1)) return Boolean(first || second);
  return Boolean(place === 0 ? second : first);
}

const VIEWS = new Set(['reshape', 'transpose', 'slice', 'broadcast_to', 'diagonal']);

/** The array whose memory a view shares. */
function memoryOf(node: Expression): Expression {
  return VIEWS.has(node.op) && node.args[0] ? memoryOf(node.args[0]) : node;
}
