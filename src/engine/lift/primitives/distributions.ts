import type { Machine } from '../machine';
import { applyComposite } from '../calls/composite';
import { bind } from '../calls/signature-text';
import { Unreadable } from '../state/unreadable';
import { positional } from '../values/arguments';
import { integer, text, type Arguments, type ObjectValue, type Value } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

/** The divergences that are known in closed form, by the name of the distribution that both sides are. */
const DIVERGENCES: Readonly<Record<string, string>> = {
  Normal: 'kl_normal',
  LogNormal: 'kl_normal',
  Laplace: 'kl_laplace',
  Exponential: 'kl_exponential',
  Poisson: 'kl_poisson',
  Gamma: 'kl_gamma',
  Beta: 'kl_beta',
  Bernoulli: 'kl_bernoulli',
  Categorical: 'kl_categorical',
  OneHotCategorical: 'kl_categorical',
  Dirichlet: 'kl_dirichlet',
  MultivariateNormal: 'kl_multivariate_normal',
};

interface Distribution {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, Value>;
}

function distributionOf(machine: Machine, value: Value): Distribution {
  const object: ObjectValue | null = value.kind === 'object' ? value : null;
  const library = object?.library ?? null;
  const model = library === null ? null : machine.library.class(library);
  if (!object?.constructed || !model || library === null) throw new Unreadable('a distribution that is not known here');
  const specs = machine.library.signature(model.parameters);
  return { name: library.split('.').at(-1) ?? '', parameters: bind(specs, object.constructed, library) };
}

/** `torch.distributions.kl_divergence(p, q)`. */
function divergence(machine: Machine, at: Bound, depth: number): Value {
  const [p, q] = [distributionOf(machine, at.value('p')), distributionOf(machine, at.value('q'))];
  if (p.name === 'Independent' && q.name === 'Independent') return ofIndependent(machine, p, q, depth);
  const composite = p.name === q.name ? DIVERGENCES[p.name] : undefined;
  if (!composite) throw new Unreadable(`the divergence of ${p.name} and ${q.name}`);
  const given = new Map<string, Value>();
  for (const [prefix, side] of [
    ['p_', p],
    ['q_', q],
  ] as const)
    side.parameters.forEach((value, name) => given.set(prefix + name, value));
  const mapped = (name: string): Value | null => given.get(name) ?? null;
  return applyComposite(machine, composite, { name: 'kl_divergence', mapped, finish: () => undefined });
}

function ofIndependent(machine: Machine, p: Distribution, q: Distribution, depth: number): Value {
  const base = (side: Distribution): Value => side.parameters.get('base_distribution') ?? text('');
  const inner = machine.call({ kind: 'library', name: 'torch.distributions.kl_divergence' }, positional(base(p), base(q)), depth);
  return summed(machine, inner, countOf(p), depth);
}

function countOf({ parameters }: Distribution): number {
  const count = parameters.get('reinterpreted_batch_ndims');
  if (count?.kind !== 'number') throw new Unreadable('a number of axes that is not known here');
  return count.value;
}

function summed(machine: Machine, value: Value, count: number, depth: number): Value {
  const axes: Value = { kind: 'tuple', items: Array.from({ length: count }, (_, i) => integer(i - count)) };
  return count === 0 ? value : machine.call({ kind: 'library', name: 'torch.sum' }, positional(value, axes), depth);
}

/** What `Independent` answers: the answer of its distribution, summed over the last axes. */
function independent(machine: Machine, at: Bound, depth: number): Value {
  const method = machine.attribute(at.value('base'), at.text('method'));
  if (!method) throw new Unreadable('a distribution that is not known here');
  const args: Arguments = at.has('value') ? positional(at.value('value')) : positional();
  return summed(machine, machine.call(method, args, depth), at.integer('count'), depth);
}

/** What distributions answer together. */
export const DISTRIBUTIONS = {
  kl_divergence: divergence,
  independent,
} satisfies Record<string, Primitive>;
