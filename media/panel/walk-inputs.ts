import { element } from './dom';
import type { WalkInputs } from './walk';

/** A field for each input: its elements between commas, `inf` and `nan` allowed. */
export function inputFields(inputs: WalkInputs, change: (name: string, values: readonly number[]) => void): HTMLElement[] {
  return Object.entries(inputs).map(([name, values]) => {
    const field = element('input', { type: 'text', value: values.map(written).join(', '), spellcheck: false, aria: { label: name } });
    field.addEventListener('input', () => {
      const read = readNumbers(field.value);
      const fits = read !== null && read.length === values.length;
      field.setAttribute('aria-invalid', String(!fits));
      if (fits) change(name, read);
    });
    return element('label', { className: 'field numbers' }, element('span', { textContent: name }), field);
  });
}

function written(x: number): string {
  return Number.isFinite(x) ? String(x) : Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf';
}

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
