/** Numbers between commas or spaces, brackets ignored so that a printed tensor can be pasted; null where one is none. */
export function readNumbers(text: string): number[] | null {
  const words = text
    .replace(/[[\](){}]/g, ' ')
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
