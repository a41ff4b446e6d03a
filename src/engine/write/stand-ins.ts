import type { Loss, Parameter } from '../ir/loss';

/** A module of torch takes nothing but a parameter where it has one, and takes one anywhere. */
export function stateOf({ node }: Parameter, code: string, { framework }: Loss): string {
  const trained = framework === 'torch' && node?.kind === 'float' && node.shape.length > 0;
  return trained ? `torch.nn.Parameter(${code})` : code;
}

/** What does not matter: None, or nothing at all where it is spread. */
export function standing(name: string): string {
  return /(^|_)kwargs$/.test(name) ? '{}' : 'None';
}
