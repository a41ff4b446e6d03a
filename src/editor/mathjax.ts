import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import type { TypesetReply } from '../protocol/engine-messages';
import { isTypesetRequest } from '../protocol/validate';

/** Pixels of an `ex` at the text size of hovers. */
const EX = 8;
const scope = globalThis as unknown as { postMessage(message: TypesetReply): void; onmessage: (event: { data: unknown }) => void };

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const document = mathjax.document('', { InputJax: new TeX({ packages: ['base', 'ams'] }), OutputJax: new SVG({ fontCache: 'local' }) });

/** The typesetting worker: one LaTeX formula in, one SVG out. */
scope.onmessage = ({ data }) => {
  if (isTypesetRequest(data)) scope.postMessage({ id: data.id, svg: setFormula(data.latex) });
};

function setFormula(latex: string): string | null {
  try {
    const svg = adaptor.innerHTML(document.convert(latex, { display: true }));
    return svg.includes('data-mjx-error') ? null : inPixels(svg);
  } catch {
    return null;
  }
}

/** A picture outside the page has no `ex`: sizes become pixels, and marks for scripts are dropped. */
function inPixels(svg: string): string {
  return svg
    .replace(/(width|height)="([\d.]+)ex"/g, (_, side: string, size: string) => `${side}="${(Number(size) * EX).toFixed(1)}"`)
    .replace(/ (?:data-mml-node|data-c|data-mjx-texclass|role|focusable|style)="[^"]*"/g, '');
}
