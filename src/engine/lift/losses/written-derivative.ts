import type { Expression } from '../../ir/expression';
import type { Loss, WrittenDerivative } from '../../ir/loss';
import type { Shape } from '../../numerics/signature';
import type { PyModule, PyNode } from '../../syntax/python/node';
import { bare, statementsOf, type Candidate } from './candidate';
import { declarationsAt } from './declared';
import type { LiftSetting } from './readings';
import { readCandidate } from './read-candidate';

const DERIVATIVE = /(^|_)(gradients?|grads?|derivatives?|deriv|prime|backward)(_of|_wrt_\w+)?(?=_|$)/i;
const LOSS =
  /(^|_)(loss|cost|criterion|objective|penalty|regulari[sz]ation|reg|forward|call|fn|func|function|of|compute|calculate|get)(?=_|$)/gi;

/** The derivative that the author wrote beside a loss under a matching name, for the same arguments; null when there is none. */
export function writtenDerivative(candidate: Candidate, loss: Loss, module: PyModule, setting: LiftSetting): WrittenDerivative | null {
  if (candidate.kind === 'expression' || loss.status !== 'full' || !loss.body) return null;
  const partner = partnerOf(candidate, module);
  if (!partner) return null;
  const readings = shapesOf(loss).flatMap((shapes) => reading(candidate, loss, partner, module, setting, shapes));
  return readings.length === 0 ? null : { name: partner.name, nameSpan: partner.nameSpan, readings };
}

function reading(
  candidate: Candidate,
  own: Loss,
  partner: Candidate,
  module: PyModule,
  setting: LiftSetting,
  shapes: Readonly<Record<string, Shape>>,
): WrittenDerivative['readings'] {
  const read = (one: Candidate): Loss => readCandidate(one, declarationsAt(module, one.node), { ...setting, shapes }).loss;
  const isAsRead = own.parameters.every(({ name, node }) => !node || String(node.shape) === String(shapes[name]));
  const loss = isAsRead ? own : read(candidate);
  const derivative = read(partner);
  if (loss.status !== 'full' || derivative.status !== 'full' || !loss.body || !derivative.body) return [];
  return [{ value: loss.body, derivative: derivative.body }];
}

/** The shapes under which the loss was read, and where all its arrays are alike the same with vectors and matrices. */
function shapesOf(loss: Loss): readonly Readonly<Record<string, Shape>>[] {
  const nodes = loss.parameters.flatMap(({ name, node }): (readonly [string, Expression])[] => (node ? [[name, node]] : []));
  const own = Object.fromEntries(nodes.map(([name, { shape }]) => [name, shape]));
  const arrays = nodes.filter(([, { shape }]) => shape.length > 0);
  const [first] = arrays;
  if (!first || !arrays.every(([, { shape }]) => String(shape) === String(first[1].shape))) return [own];
  const others = [[4], [3, 2]].filter((shape) => shape.length !== first[1].shape.length);
  const alike = (shape: Shape): Readonly<Record<string, Shape>> => ({
    ...own,
    ...Object.fromEntries(arrays.map(([name]) => [name, shape])),
  });
  return [own, ...others.map(alike)];
}

function partnerOf(candidate: Candidate, { root }: PyModule): Candidate | null {
  const isMethod = candidate.kind === 'method';
  const block = isMethod ? candidate.owner?.field('body') : root;
  if (!block || (!isMethod && candidate.owner) || candidate.node.type !== 'function_definition') return null;
  const stem = stemOf(nameOf(candidate.node));
  const arguments_ = argumentsOf(candidate.node);
  for (const statement of statementsOf(block)) {
    const node = bare(statement);
    const name = node.type === 'function_definition' ? nameOf(node) : '';
    if (!DERIVATIVE.test(name) || stemOf(name.replace(DERIVATIVE, '')) !== stem || (stem === '' && !isMethod)) continue;
    if (argumentsOf(node).join() !== arguments_.join()) continue;
    const at = node.field('name') ?? node;
    const full = isMethod ? `${candidate.root}.${name}` : name;
    const spans = { nameSpan: { start: at.start, end: at.end }, span: { start: statement.start, end: statement.end } };
    return { ...candidate, ...spans, name: full, node, root: isMethod ? candidate.root : name };
  }
  return null;
}

function nameOf(node: PyNode): string {
  return node.field('name')?.text ?? '';
}

function stemOf(name: string): string {
  return name
    .replace(LOSS, '')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}

/** Names of the arguments in alphabetical order. */
function argumentsOf(node: PyNode): string[] {
  const names = (node.field('parameters')?.children ?? []).map((parameter) => /^\w+/.exec(parameter.text)?.[0] ?? parameter.text);
  return names.filter((name) => name !== 'self').sort();
}
