import type { PyNode } from '../../syntax/python/node';
import { parametersOf } from '../calls/parameters';
import { bare, statementsOf, type Candidate } from './candidate';

/** One parameter of a loss as its signature has it. */
export interface SignatureParameter {
  /** Name by which the world knows it; unique within the loss. */
  readonly path: string;
  readonly name: string;
  readonly from: 'call' | 'constructor';
  readonly kind: 'plain' | 'keyword' | 'args' | 'kwargs';
  readonly default: PyNode | null;
  readonly annotation: string;
  readonly node: PyNode;
}

/** The parameters of a candidate: of its call, then of its constructor or of the function that returns it. */
export function signatureOf(candidate: Candidate): SignatureParameter[] {
  const call = listed(candidate.node, 'call', candidate.kind === 'method');
  const owner = candidate.owner?.type === 'class_definition' ? constructorOf(candidate.owner) : candidate.owner;
  const taken = new Set(call.map((parameter) => parameter.name));
  const made = owner ? listed(owner, 'constructor', owner !== candidate.owner) : [];
  return [...call, ...made.map((parameter) => (taken.has(parameter.name) ? { ...parameter, path: `self.${parameter.name}` } : parameter))];
}

function constructorOf(model: PyNode): PyNode | null {
  const methods = [...statementsOf(model.field('body') ?? model)].map(bare);
  return methods.find((node) => node.type === 'function_definition' && node.field('name')?.text === '__init__') ?? null;
}

function listed(definition: PyNode, from: SignatureParameter['from'], method: boolean): SignatureParameter[] {
  const bound = method && !definition.parent?.children.some((child) => child.type === 'decorator' && child.text.includes('staticmethod'));
  const parameters = parametersOf(definition).slice(bound ? 1 : 0);
  return parameters.map(({ name, kind, default: value, annotation, node }) => ({ path: name, name, from, kind, default: value, annotation: annotation?.text ?? '', node }));
}
