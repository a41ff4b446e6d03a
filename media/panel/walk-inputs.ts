import { element } from './dom';
import { readNumbers } from './number-list';
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
