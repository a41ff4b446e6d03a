/** A random definition: an expression over declared variables. */
export interface RandomLoss {
  readonly expression: string;
  readonly domains: Readonly<Record<string, string>>;
  readonly wrt: readonly string[];
}

const DOMAINS = ['R', 'R', 'R', '(0, inf)', '(0, 1)', '[-1, 1]', '[0, 1]', '[-2, 3]', '[0, inf)'];
const UNARY = [
  'exp(?)',
  'log1p(exp(?))',
  'sigmoid(?)',
  'softplus(?)',
  'tanh(?)',
  'abs(?)',
  '(?)^2',
  '(?)^3',
  '(?)^4',
  'sqrt(1 + (?)^2)',
  'relu(?)',
  '-(?)',
  'log(1 + (?)^2)',
  'log(1 + abs(?))',
  '1 / (1 + (?)^2)',
  'exp(-(?)^2)',
  'cos(?)',
  'sin(?)',
  'atan(?)',
  'cosh(?)',
  'max(?, 0.5)',
  'min(?, 1)',
  'log(2 + sin(?))',
  'abs(?)^1.5',
  'sqrt(abs(?))',
  'sign(?)',
  'floor(?)',
  'where(? > 0, ?, 0.1 * ?)',
  'where(abs(?) <= 1, 0.5 * (?)^2, abs(?) - 0.5)',
  'log(sigmoid(?))',
  '-log(sigmoid(?))',
  'exp(?) / (1 + exp(?))',
  'log(cosh(?))',
  'erf(?)',
  'cbrt(?)',
  '(?) * sigmoid(?)',
  '2^(?)',
  '1 / (2 + (?)^2)',
];
const POSITIVE = [
  'log(?)',
  'sqrt(?)',
  '1 / (?)',
  '(?)^1.5',
  '(?)^0.3',
  '(?)^(-0.5)',
  '(?) * log(?)',
  '-log(?)',
  'log(?)^2',
  '1 / (?)^2',
  '(?)^(?)',
  'exp(1 / (?))',
];
const BINARY = [
  '(#) + (@)',
  '(#) - (@)',
  '(#) * (@)',
  'max(#, @)',
  'min(#, @)',
  '(#) / (1 + (@)^2)',
  'log(exp(#) + exp(@))',
  'sqrt((#)^2 + (@)^2)',
  '(#)^2 / (1 + exp(@))',
  '(#) * exp(@)',
  'where(# < @, #, @)',
];
const POSITIVE_PAIR = [
  '(#) * log((#) / (@))',
  '(#)^2 / (@)',
  'sqrt((#) * (@))',
  '(#) / (@)',
  '(#) * (@) / ((#) + (@))',
  'log((#) + (@))',
  '((#) - (@))^2 / ((#) + (@))',
  '(#)^0.3 * (@)^0.7',
];
const NUMBERS = ['0.5', '1', '2', '3', '0.1', '-1', '4'];

/** Draws one definition from a source of numbers in [0, 1). */
export function randomLoss(random: () => number): RandomLoss {
  const count = random() < 0.55 ? 1 : random() < 0.8 ? 2 : 3;
  const names = ['x', 'y', 'w'].slice(0, count);
  const domains = Object.fromEntries(names.map((name) => [name, pick(DOMAINS, random)]));
  const wrt = names.filter((_, i) => i === 0 || random() < 0.7);
  return { expression: expression(names, domains, 1 + Math.floor(random() * 3), random), domains, wrt };
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function expression(names: readonly string[], domains: RandomLoss['domains'], depth: number, random: () => number): string {
  const positive = names.filter((name) => (domains[name] ?? '').startsWith('(0'));
  if (depth === 0) return leaf(names, random);
  if (positive.length > 1 && random() < 0.3)
    return pick(POSITIVE_PAIR, random).replaceAll('#', pick(positive, random)).replaceAll('@', pick(positive, random));
  if (positive.length > 0 && random() < 0.3) return pick(POSITIVE, random).replaceAll('?', pick(positive, random));
  const inner = (): string => expression(names, domains, depth - 1, random);
  if (random() < 0.45) return pick(UNARY, random).replaceAll('?', inner());
  return pick(BINARY, random).replaceAll('#', inner()).replaceAll('@', inner());
}

function leaf(names: readonly string[], random: () => number): string {
  const name = pick(names, random);
  const draw = random();
  if (draw < 0.45) return name;
  if (draw < 0.6) return `${pick(NUMBERS, random)} * ${name}`;
  if (draw < 0.75) return `${name} - ${pick(NUMBERS, random)}`;
  if (draw < 0.9) return names.map((n) => `${pick(NUMBERS, random)} * ${n}`).join(' + ');
  return pick(NUMBERS, random);
}
