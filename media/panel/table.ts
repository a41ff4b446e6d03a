import { element } from './dom';
import { numberText } from './number-text';
import type { Sample } from './sample';
import type { Say } from './strings/say';

const ROWS = 21;

/** Values of the curve as a table, closed until it is asked for. */
export function valueTable({ xs, curves }: Sample, axis: string, say: Say): HTMLElement {
  const stride = Math.max(1, Math.floor((xs.length - 1) / (ROWS - 1)));
  const cell = (value: number | null | undefined) => element('td', { textContent: value == null ? '–' : numberText(value) });
  const rows = xs.flatMap((x, i) =>
    i % stride === 0
      ? [
          element(
            'tr',
            {},
            element('th', { scope: 'row', textContent: numberText(x) }),
            cell(curves[0]?.values[i]),
            cell(curves[0]?.slopes[i]),
          ),
        ]
      : [],
  );
  const titles = [axis, say('value'), say('slope')].map((title) => element('th', { scope: 'col', textContent: title }));
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...titles)), element('tbody', {}, ...rows));
  return element('details', {}, element('summary', { textContent: say('table') }), table);
}
