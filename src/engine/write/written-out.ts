import { type Expression, inOrder } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import { writeExpression } from './expression';
import { importsOf, localName } from './imports';
import { isDefault, variable } from './stand-ins';

/** An expression as statements and a last term, with what they import. */
interface Written {
  readonly imports: readonly string[];
  readonly setup: readonly string[];
  readonly code: string;
  readonly whole: true;
}

/** No line is longer. */
const LONGEST = 400;

/** What is used several times gets a name where it is longer than this, and at most so many names are given. */
const NAMED = { from: 24, most: 8 };

/** A loss that cannot be imported, written out; where it is long, what it uses several times by name. Null where it has no spelling, or is longer still. */
export function writtenOut(loss: Loss, inputs: Readonly<Record<string, unknown>>): Written | null {
  const { body } = loss;
  if (!body) return null;
  const imports = new Set<string>();
  const whole = written(body, leavesOf(loss, inputs), loss, imports);
  if (whole === null) return null;
  if (whole.length < LONGEST) return { imports: [...imports], setup: [], code: whole, whole: true };
  const known = new Map(leavesOf(loss, inputs));
  const setup: string[] = [];
  for (const node of sharedIn(body)) {
    const code = written(node, known, loss, imports);
    if (code === null || code.length < NAMED.from) continue;
    const name = `part${setup.length + 1}`;
    setup.push(`${name} = ${code}`);
    known.set(node, name);
  }
  const code = written(body, known, loss, imports);
  const fits = code !== null && setup.length <= NAMED.most && [code, ...setup].every((line) => line.length < LONGEST);
  return fits ? { imports: [...imports], setup, code, whole: true } : null;
}

/** The code of an expression whose known parts have names. */
function written(node: Expression, known: ReadonlyMap<Expression, string>, { framework }: Loss, imports: Set<string>): string | null {
  return writeExpression(node, {
    framework,
    known: (part) => known.get(part) ?? null,
    local(canonical, statement) {
      imports.add(statement);
      return localName(importsOf(statement), canonical, statement).name;
    },
  });
}

/** The code of parameters and draws: numbers of the configuration keep their defaults. */
function leavesOf(loss: Loss, inputs: Readonly<Record<string, unknown>>): ReadonlyMap<Expression, string> {
  const held = new Map(loss.parameters.filter((p) => isHeld(p, inputs)).map((p) => [p.name, String(p.default)]));
  const draws = loss.body ? inOrder(loss.body).filter(({ op }) => op === 'random') : [];
  const drawn = draws.filter(
    ({ attributes }, _, all) => all.filter((one) => one.attributes.distribution === attributes.distribution).length === 1,
  );
  const leaves = (loss.body ? inOrder(loss.body) : []).filter(({ op }) => op === 'parameter');
  return new Map([
    ...leaves.map((node) => [node, held.get(String(node.attributes.name)) ?? variable(String(node.attributes.name))] as const),
    ...drawn.map((node) => [node, variable(String(node.attributes.distribution))] as const),
  ]);
}

/** Whether a number of the configuration keeps its default. */
function isHeld(parameter: Parameter, inputs: Readonly<Record<string, unknown>>): boolean {
  return typeof parameter.default === 'number' && (!(parameter.name in inputs) || isDefault(parameter, inputs));
}

/** Nodes that are used more than once, operands first. */
function sharedIn(body: Expression): readonly Expression[] {
  const uses = new Map<Expression, number>();
  const order = inOrder(body);
  for (const { args } of order) for (const argument of args) uses.set(argument, (uses.get(argument) ?? 0) + 1);
  return order.filter((node) => (uses.get(node) ?? 0) > 1 && node.args.length > 0);
}
