import type { Parameter, Role } from '../../ir/loss';

/** Role, its reason, and the scale a prediction is on. */
export type RoleGuess = Pick<Parameter, 'role' | 'roleBecause' | 'expects'>;

const NAMES: readonly (readonly [pattern: RegExp, role: Role, expects: Parameter['expects']])[] = [
  [/^(?:logits?|z|score|scores)$/i, 'prediction', 'logits'],
  [/^(?:p|q|p_?hat|phat|probs?|probability|prob_\w+)$/i, 'prediction', 'probabilities'],
  [/^(?:y_?hat\w*|ŷ|y_?pred\w*|pred\w*|outputs?|inputs?|estimate)$/i, 'prediction', null],
  [/^(?:y|t|y_?true|targets?|labels?|truth)$/i, 'target', null],
  [/^(?:w|weights?|mask|pos_weight|sample_weight)$/i, 'weight', null],
  [
    /^(?:alpha|beta|gamma|delta|epsilon|eps|lambda\w*|kappa|tau|rho|margin|temperature|smooth\w*|threshold|[αβγδελκτρ]|c|k)$/i,
    'hyperparameter',
    null,
  ],
];

/** What a name alone says of a parameter's role. */
export function roleOfName(name: string): RoleGuess {
  const found = NAMES.find(([pattern]) => pattern.test(name));
  if (!found) return { role: 'other', roleBecause: 'nothing tells its role', expects: null };
  return { role: found[1], roleBecause: `its name is ${name}`, expects: found[2] };
}
