import type { PyNode } from '../../syntax/python/node';
import { parametersOf } from '../calls/parameters';
import type { Machine } from '../machine';
import { fieldAssignments, lineageOf, takesFields } from '../modules/classes';
import { moduleMember } from '../modules/imports';
import type { ClassModel, ModuleModel, Value } from '../values/value';
import type { Candidate } from './candidate';

/** One parameter of a loss as its signature has it. */
export interface SignatureParameter {
  /** Name by which the world knows it; unique within the loss. */
  readonly path: string;
  readonly name: string;
  readonly from: 'call' | 'constructor';
  readonly kind: 'plain' | 'keyword' | 'args' | 'kwargs';
  /** Whether it belongs to the function around a nested one: data as likely as configuration. */
  readonly enclosing?: boolean;
  readonly default: PyNode | null;
  readonly annotation: string;
  readonly node: PyNode;
  /** The module whose names the default may use. */
  readonly module: ModuleModel;
}

/**
 * The parameters of a candidate: of its call, with those that a wrapping decorator adds; then of its constructor, with those
 * that `**kwargs` hands to the constructors of its bases; or of the function that returns it.
 */
export function signatureOf(machine: Machine, module: ModuleModel, candidate: Candidate): SignatureParameter[] {
  const root = candidate.kind === 'expression' ? null : moduleMember(machine, module, candidate.root);
  const own = listed(candidate.node, 'call', candidate.kind === 'method', module);
  const context = candidate.applied && !candidate.owner?.text.includes('def setup_context') ? 1 : 0;
  const call = [...handed(machine, own.slice(context), root, candidate), ...added(root, candidate, module)];
  const taken = new Set(call.map((parameter) => parameter.name));
  return [
    ...call,
    ...made(machine, root, candidate, module).map((parameter) =>
      taken.has(parameter.name) ? { ...parameter, path: `self.${parameter.name}` } : parameter,
    ),
  ];
}

/** Parameters with the None that a method of the class hands on by default: a base's `forward(x, mask=None)` calls `self.compute(x, mask)`. */
function handed(
  machine: Machine,
  own: readonly SignatureParameter[],
  root: Value | null,
  candidate: Candidate,
): readonly SignatureParameter[] {
  if (candidate.kind !== 'method' || root?.kind !== 'class' || own.every((parameter) => parameter.default)) return own;
  const call = new RegExp(`\\bself\\.${candidate.node.field('name')?.text ?? ''}\\(`);
  const absent = lineageOf(machine, root.model).classes.flatMap(({ methods, module }) =>
    [...methods.values()].filter(({ node }) => call.test(node.text)).flatMap(({ node }) => keptNone(node, module)),
  );
  return own.map((parameter) => {
    const known = parameter.default ? undefined : absent.find(({ name }) => name === parameter.name);
    return known ? { ...parameter, default: known.default, module: known.module } : parameter;
  });
}

/** Parameters of a method that are None by default and are not assigned in it. */
function keptNone(definition: PyNode, module: ModuleModel): SignatureParameter[] {
  const body = definition.field('body')?.text ?? '';
  return listed(definition, 'call', true, module).filter(
    ({ name, default: value }) => value?.type === 'none' && !new RegExp(`^[^=\\n(]*\\b${name}\\b[^=\\n(]*=[^=]`, 'm').test(body),
  );
}

/** Parameters with a default of the wrapper that a decorator put around a function. */
function added(root: Value | null, candidate: Candidate, module: ModuleModel): SignatureParameter[] {
  if (candidate.owner || root?.kind !== 'function' || root.node === candidate.node) return [];
  const own = new Set(parametersOf(candidate.node).map((parameter) => parameter.name));
  return listed(root.node, 'call', false, root.module ?? module)
    .filter((parameter) => parameter.default && !own.has(parameter.name))
    .map((parameter) => ({ ...parameter, kind: 'keyword' }));
}

function made(machine: Machine, root: Value | null, candidate: Candidate, module: ModuleModel): SignatureParameter[] {
  if (!candidate.owner) return [];
  if (root?.kind !== 'class')
    return listed(candidate.owner, 'constructor', false, module).map((parameter) => ({ ...parameter, enclosing: true }));
  const result: SignatureParameter[] = [];
  const { classes } = lineageOf(machine, root.model);
  if (takesFields(classes)) return fieldsOf(classes);
  const asked = new Set<string>();
  for (const model of classes) {
    const constructor = model.methods.get('__init__');
    if (!constructor) continue;
    const parameters = listed(constructor.node, 'constructor', true, model.module);
    const known = new Set([...result.map((parameter) => parameter.name), ...asked]);
    const inherited = result.length > 0;
    for (const [, name = ''] of constructor.node.text.matchAll(ASKED)) asked.add(name);
    result.push(
      ...parameters
        .filter((parameter) => !known.has(parameter.name) && (!inherited || (parameter.default && parameter.kind !== 'kwargs')))
        .map((parameter) => (inherited ? { ...parameter, kind: 'keyword' as const } : parameter)),
    );
    if (!parameters.some((parameter) => parameter.kind === 'kwargs')) break;
  }
  return result;
}

/** A name that a constructor looks for among its `**kwargs`: what is handed to a base by default is not there. */
const ASKED = /['"](\w+)['"] +(?:not +)?in +kwargs\b/g;

/** What is given for each field of a dataclass; a field whose default is made by a call keeps it. */
function fieldsOf(classes: readonly ClassModel[]): SignatureParameter[] {
  return [...fieldAssignments(classes)].flatMap(([name, { model, assignment }]): SignatureParameter[] => {
    const standard = assignment.field('right') ?? null;
    if (standard?.type === 'call') return [];
    const annotation = assignment.field('type')?.text ?? '';
    const common = { path: name, name, from: 'constructor', annotation, node: assignment, module: model.module } as const;
    return [{ ...common, kind: 'keyword', default: standard }];
  });
}

function listed(definition: PyNode, from: SignatureParameter['from'], method: boolean, module: ModuleModel): SignatureParameter[] {
  const bound = method && !definition.parent?.children.some((child) => child.type === 'decorator' && child.text.includes('staticmethod'));
  const parameters = parametersOf(definition).slice(bound ? 1 : 0);
  return parameters.map(({ name, kind, default: value, annotation, node }) => ({
    path: name,
    name,
    from,
    kind,
    default: value,
    annotation: annotation?.text ?? '',
    node,
    module,
  }));
}

/** Whether a parameter takes whatever else is given: `*args`, `**kwargs`. */
export function isVariadic(parameter: SignatureParameter | null): boolean {
  return parameter?.kind === 'args' || parameter?.kind === 'kwargs';
}
