import type uPlot from 'uplot';
import { element } from './dom';
import type { Gap } from './gaps';
import type { Mark } from './marks';
import type { Zone } from './zones';

/** The marks of a chart as buttons over it, so that a mouse, a key and a screen reader all reach them. */
export function placeMarks(
  plot: uPlot,
  marks: readonly Mark[],
  heightAt: (mark: Mark) => number | null,
  say: (mark: Mark) => string,
  choose: (mark: Mark) => void,
): void {
  plot.over.querySelectorAll('.mark').forEach((old) => old.remove());
  for (const mark of marks) {
    const left = plot.valToPos(mark.x, 'x');
    if (!(left >= -1 && left <= plot.over.clientWidth + 1)) continue;
    const y = heightAt(mark);
    const top = y === null ? NaN : plot.valToPos(y, 'y');
    const within = Number.isFinite(top) && top >= 0 && top <= plot.over.clientHeight;
    plot.over.append(markButton(mark, left, within ? top : plot.over.clientHeight, say(mark), choose));
  }
}

/** Bands where a curve has no finite value, and where its gradient vanishes. */
export function placeBands(plot: uPlot, { gaps, zones }: { readonly gaps: readonly Gap[]; readonly zones: readonly Zone[] }): void {
  plot.over.querySelectorAll('.band').forEach((old) => old.remove());
  for (const { low, high, kind } of [...zones, ...gaps.map(({ low, high, of }) => ({ low, high, kind: of }))]) {
    const [left, right] = [plot.valToPos(low, 'x'), plot.valToPos(high, 'x')];
    const band = element('div', { className: `band ${kind}` });
    band.style.left = `${left}px`;
    band.style.width = `${Math.max(2, right - left)}px`;
    plot.over.append(band);
  }
}

function markButton(mark: Mark, left: number, top: number, label: string, choose: (mark: Mark) => void): HTMLElement {
  const side = mark.kind === 'beyond' ? (left < 1 ? ' left' : ' right') : '';
  const button = element('button', { className: `mark ${mark.kind}${side}`, type: 'button', title: label, aria: { label } });
  button.style.left = `${left}px`;
  button.style.top = `${top}px`;
  // The next drawing takes the button away: a click that it falls into would be lost.
  button.addEventListener('mousedown', (event) => {
    event.stopPropagation();
    if (event.button === 0) choose(mark);
  });
  button.addEventListener('click', ({ detail }) => {
    if (detail === 0) choose(mark);
  });
  return button;
}
