import type { Loss, Parameter } from '../ir/loss';
import type { TensorMaker } from './tensor-code';

/** A module of torch takes nothing but a parameter where it has one, and takes one anywhere. */
export function stateOf({ node }: Parameter, code: string, { framework }: Loss): string {
  const trained = framework === 'torch' && node?.kind === 'float' && node.shape.length > 0;
  return trained ? `torch.nn.Parameter(${code})` : code;
}

/** What does not matter: an array where it was read as one, something of the kind that its annotation asks for, else None, or nothing at all where it is spread. */
export function standing({ name, count, wants, node }: Parameter, maker: TensorMaker): string {
  if (count !== undefined) return String(count);
  if (node?.kind === 'float' && node.shape.length > 0) return maker.full(`(${node.shape.join(', ')},)`, '1', 'float', false);
  return wants === undefined ? (/(^|_)kwargs$/.test(name) ? '{}' : 'None') : OF_KIND[wants];
}

const OF_KIND: Readonly<Record<NonNullable<Parameter['wants']>, string>> = {
  int: '2',
  float: '0.5',
  bool: 'False',
  str: "''",
  list: '[]',
  tuple: '()',
  dict: '{}',
};

/** Functions that return what a failure takes them to return, as arguments of the call; null where something else is called. */
export function standIns(
  { parameters }: Loss,
  inputs: Readonly<Record<string, unknown>>,
  where: (parameter: Parameter) => boolean,
): string[] | null {
  const called = parameters.filter((p) => p.role === 'callable' && p.default === null && where(p));
  const code = called.map(({ name }) => {
    const outputs = Object.keys(inputs).filter((input) => input === name || input.startsWith(`${name}(`));
    return outputs.length === 1 && /^\w+$/.test(name) ? `${name}=lambda *_, **__: ${variable(outputs[0] ?? '')}` : null;
  });
  return code.every((one) => one !== null) ? code : null;
}

/** Whether a parameter is given the very value that it has without being given. */
export function isDefault({ name, default: value }: Parameter, inputs: Readonly<Record<string, unknown>>): boolean {
  return value !== null && inputs[name] === value;
}

/** The name of the variable that holds an input. */
export function variable(name: string): string {
  return name.replace(/\W+/g, '_').replace(/_$/, '');
}
