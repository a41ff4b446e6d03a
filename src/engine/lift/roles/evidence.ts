import type { Domain } from '../../ir/domain';
import { inOrder, type Expression } from '../../ir/expression';
import { HANDED_ON } from '../../ir/handed-on';
import type { Use } from '../../ir/loss';
import type { LineIndex } from '../../text/line-index';

/** What the code says of a parameter by what it does with it. */
export interface UseFinding {
  readonly says: 'logits' | 'probabilities' | 'index' | 'label' | 'sign' | 'fraction' | 'mask' | 'exponent' | 'rate' | 'count' | 'scale';
  readonly domain: Domain;
  readonly because: string;
}

/** How a loss uses one parameter: the nodes that take it, unchanged or rearranged, and where they stand. */
export interface Evidence {
  /** Nodes that show the parameter's elements, itself first. */
  readonly shown: ReadonlySet<Expression>;
  /** Nodes that compute with them, with the operand's position. */
  readonly users: readonly { readonly node: Expression; readonly operand: number }[];
}

const SHOWS: ReadonlySet<string> = new Set([...HANDED_ON, 'to_int', 'gather']);

/** The graph of a loss seen from its parameters. */
export class UseTable {
  private readonly parents = new Map<Expression, { node: Expression; operand: number }[]>();
  private readonly places = new Map<Expression, number>();
  constructor(
    roots: readonly Expression[],
    uses: readonly Use[],
    private readonly lines: LineIndex,
  ) {
    for (const { node, span } of uses) if (!this.places.has(node) && span.source === undefined) this.places.set(node, span.start);
    for (const node of inOrder(...roots)) {
      node.args.forEach((arg, operand) => this.parents.set(arg, [...(this.parents.get(arg) ?? []), { node, operand }]));
    }
  }

  /** How the graph uses a leaf. */
  of(leaf: Expression): Evidence {
    const shown = new Set<Expression>([leaf]);
    const users: { node: Expression; operand: number }[] = [];
    for (const node of shown) {
      for (const parent of this.usersOf(node)) {
        if ((SHOWS.has(parent.node.op) && parent.operand === 0) || isFilled(parent)) shown.add(parent.node);
        else users.push(parent);
      }
    }
    return { shown, users };
  }

  /** The nodes that take a node as an operand. */
  usersOf(node: Expression): readonly { readonly node: Expression; readonly operand: number }[] {
    return this.parents.get(node) ?? [];
  }

  /** ` at line 4` for a node of the source, else nothing. */
  where(node: Expression): string {
    const at = this.places.get(node);
    return at === undefined ? '' : atLine(this.lines.lineAt(at));
  }
}

/** Whether a node holds the elements of an operand, with a number or another of them in the places of some, if any. */
function isFilled({ node: { op, args }, operand }: Evidence['users'][number]): boolean {
  return op === 'where' && operand > 0 && (isNumber(args[3 - operand]) || isPartOf(args[3 - operand], args[operand]));
}

/** Whether a node holds elements of another, itself or a part of it. */
function isPartOf(node: Expression | undefined, whole: Expression | undefined): boolean {
  return node !== undefined && (node === whole || (HANDED_ON.has(node.op) && isPartOf(node.args[0], whole)));
}

function isNumber(node: Expression | undefined): boolean {
  if (!node) return false;
  const moves = node.op === 'broadcast_to' || node.op === 'cast' || node.op === 'to_float';
  return node.op === 'constant' || numberIn(node) !== null || (moves && isNumber(node.args[0]));
}

/** How reasons speak of a line, counted from 0. */
export function atLine(line: number): string {
  return ` at line ${line + 1}`;
}

/** A reason with its lines, counted from 0, moved; null where one of them is not known. */
export function reasonAt(reason: string, moved: (line: number) => number | null): string | null {
  const lines = [...reason.matchAll(/ at line (\d+)/g)].map(([, line]) => moved(Number(line) - 1));
  if (lines.includes(null)) return null;
  return reason.replace(/ at line \d+/g, () => atLine(lines.shift() ?? 0));
}

/** The value of a node that is a plain number, also a negated one or a difference of two; or null. */
export function numberIn(node: Expression | undefined): number | null {
  if (!node) return null;
  const { value, values } = node.op === 'constant' ? node.attributes : {};
  if (typeof value === 'number') return value;
  if (Array.isArray(values) && typeof values[0] === 'number' && values.every((one) => one === values[0])) return values[0];
  if (node.op === 'broadcast_to') return numberIn(node.args[0]);
  const leaves = node.args.every((arg) => arg.op === 'constant') ? node.args.map(numberIn) : [];
  const [a, b] = leaves;
  if (node.op === 'subtract' && typeof a === 'number' && typeof b === 'number') return a - b;
  if (node.op === 'multiply' && typeof a === 'number' && typeof b === 'number') return a * b;
  return node.op === 'negative' && typeof a === 'number' ? -a : null;
}
