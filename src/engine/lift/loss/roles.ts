import type { Parameter } from '../../ir/loss';
import { roleOfName } from '../roles/names';

/** Role, its reason, and the scale a prediction is on. */
export type RoleGuess = Pick<Parameter, 'role' | 'roleBecause' | 'expects'>;

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  λ: 'lambda',
  κ: 'kappa',
  τ: 'tau',
  ρ: 'rho',
  σ: 'scale',
};

/** What a name alone says of a parameter's role in a `.loss` file, where a single letter says little. */
export function guessRole(name: string): RoleGuess {
  const spelled = GREEK[name] ?? name.normalize('NFD').replace('\u0302', 'hat');
  const named = roleOfName(spelled);
  const vague = named?.role === 'prediction' && named.expects === null && /^[a-z]$/i.test(spelled);
  if (!named || vague) return { role: 'other', roleBecause: 'nothing tells its role', expects: null };
  return { role: named.role, roleBecause: `its name is ${name}`, expects: named.expects };
}
