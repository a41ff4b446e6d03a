/** Numbers between commas or spaces; null where one is none. A tensor can be pasted as a library prints it: brackets, its name and its device are ignored. */
export function readNumbers(text: string): number[] | null {
  const words = text
    .replace(/\b(?:dtype|device|grad_fn|requires_grad|shape|numpy)\s*=\s*(?:\([^)]*\)|<[^>]*>|'[^']*'|[\w.]+)/g, ' ')
    .replace(/\b(?:[a-z_]+\.)?(?:tensor|Tensor|array|Array|Parameter containing:)\s*(?=[([])/g, ' ')
    .replace(/<tf\.Tensor:|[[\](){}<>]/g, ' ')
    .replace(/[−]/g, '-')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const numbers = words.map(readNumber);
  return numbers.includes(null) ? null : numbers.filter((number) => number !== null);
}

function readNumber(word: string): number | null {
  const special: Readonly<Record<string, number>> = {
    inf: Infinity,
    '+inf': Infinity,
    '-inf': -Infinity,
    nan: NaN,
    '∞': Infinity,
    '-∞': -Infinity,
  };
  const known = special[word.toLowerCase()];
  if (known !== undefined) return known;
  const number = Number(word);
  return Number.isNaN(number) ? null : number;
}
