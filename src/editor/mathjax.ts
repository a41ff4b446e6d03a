import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import type { FormulaPicture, TypesetReply } from '../protocol/engine-messages';
import { isTypesetRequest } from '../protocol/validate';

/** Pixels of an `ex` at the text size of hovers. */
const EX = 8;
const scope = globalThis as unknown as { postMessage(message: TypesetReply): void; onmessage: (event: { data: unknown }) => void };

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const document = mathjax.document('', { InputJax: new TeX({ packages: ['base', 'ams'] }), OutputJax: new SVG({ fontCache: 'local' }) });

/** The typesetting worker: one LaTeX formula in, one picture out. */
scope.onmessage = ({ data }) => {
  if (isTypesetRequest(data)) scope.postMessage({ id: data.id, picture: setFormula(data.latex) });
};

/** A LaTeX formula as a picture; null when it cannot be set. */
export function setFormula(latex: string): FormulaPicture | null {
  try {
    const svg = adaptor.innerHTML(document.convert(latex, { display: true }));
    return svg.includes('data-mjx-error') ? null : withoutGlyphs(inPixels(svg));
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

/** MathJax names the glyphs of each picture anew, `MJX-7-TEX-I-1D465`; without the number they are the same in all. */
function withoutGlyphs(svg: string): FormulaPicture {
  const glyphs: Record<string, string> = {};
  const bare = svg.replace(/<defs>(.*?)<\/defs>/s, (_, defs: string) => {
    for (const [, name = '', outline = ''] of defs.matchAll(/<path id="MJX-\d+-([^"]+)" d="([^"]*)"/g)) glyphs[name] = outline;
    return '';
  });
  return { svg: bare.replace(/href="#MJX-\d+-/g, 'href="#'), glyphs };
}
