const GREEK = new Set(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'.split(
    ' ',
  ),
);
const SPELLED: Readonly<Record<string, string>> = {
  eps: '\\varepsilon',
  epsilon: '\\varepsilon',
  Infinity: '\\infty',
  NaN: '\\text{undefined}',
  lam: '\\lambda',
  lambd: '\\lambda',
  lamda: '\\lambda',
};
const HAT = /^(?:([A-Za-z])_?(?:hat|pred)|(?:pred)_([A-Za-z]))$/;

/** A name of the author in LaTeX, with subscripts: greek letters, hats (`y_hat`, `y_pred`), `sigma_x`, `x1`, `self.alpha`. */
export function latexName(name: string, subscripts: readonly string[] = []): string {
  const plain = plainName(name);
  const hat = HAT.exec(plain);
  if (hat) return withSubscripts(`\\hat{${hat[1] ?? hat[2] ?? ''}}`, subscripts);
  if (/^\p{L}{2,}_/u.test(plain) && !isSymbolic(plain.split('_')[0] ?? ''))
    return withSubscripts(`\\mathrm{${plain.replaceAll('_', '\\_')}}`, subscripts);
  const [stem = '', ...rest] = plain.split('_').filter((part) => part !== '');
  const numbered = /^([A-Za-z]|\p{L})(\d+)$/u.exec(stem);
  const own = [...(numbered?.[2] ? [numbered[2]] : []), ...rest.map(word)];
  return withSubscripts(letter(numbered?.[1] ?? stem), [...own, ...subscripts]);
}

/** Words that mathjs reads as operators. */
const WORDS = new Set(['and', 'or', 'xor', 'not', 'mod', 'to', 'in', 'end']);

/** A name of the author as it is written in mathjs's language. */
export function textName(name: string): string {
  const plain = plainName(name);
  return WORDS.has(plain) ? `${plain}_` : plain;
}

/** The last part of a path: `self.alpha` is alpha, `batch["mask"]` is mask. */
export function plainName(name: string): string {
  const entry = /\[\s*["']([^"']+)["']\s*\]$/.exec(name);
  const last = entry?.[1] ?? name.split('.').pop() ?? name;
  return last.replace(/[^\p{L}\p{N}_]/gu, '_').replace(/^_+(?=.)|_+$/g, '') || 'x';
}

/** How paths are told apart in one formula: those that end alike by all of their parts, the others by their last. */
export function spellings(names: readonly string[]): ReadonlyMap<string, string> {
  const ends = names.map(plainName);
  const isShared = (end: string): boolean => ends.indexOf(end) !== ends.lastIndexOf(end);
  const flat = (name: string): string => plainName(name.replace(/[^\p{L}\p{N}_]+/gu, '_'));
  return new Map(names.map((name, i) => [name, isShared(ends[i] as string) ? flat(name) : (ends[i] as string)]));
}

/** Whether a word is printed as one letter. */
function isSymbolic(stem: string): boolean {
  return GREEK.has(stem) || Object.hasOwn(SPELLED, stem);
}

function letter(stem: string): string {
  const spelled = SPELLED[stem];
  if (spelled) return spelled;
  if (GREEK.has(stem)) return `\\${stem}`;
  const hatted = /^(.)\u0302$/u.exec(stem.normalize('NFD'));
  if (hatted) return `\\hat{${hatted[1] ?? ''}}`;
  return [...stem].length <= 1 ? stem : `\\mathrm{${stem}}`;
}

function word(part: string): string {
  if (isSymbolic(part)) return letter(part);
  return [...part].length <= 1 || /^\d+$/.test(part) ? part : `\\mathrm{${part}}`;
}

/** A symbol with subscripts, apart by commas where one of them has several letters. */
export function withSubscripts(base: string, subscripts: readonly string[]): string {
  if (subscripts.length === 0) return base;
  const joined = subscripts.every((s) => /^\w$/.test(s)) ? subscripts.join('') : subscripts.join(',');
  return joined.length === 1 ? `${base}_${joined}` : `${base}_{${joined}}`;
}
