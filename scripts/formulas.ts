import { CATALOGUE } from '../src/engine/catalogue/index';
import { setFormula } from '../src/editor/mathjax';
import type { Formulas } from '../src/protocol/engine-messages';

/** The formulas of the known losses as pictures that share one table of glyphs: run by the build. */
export function formulas(): Formulas {
  const drawn = [...new Set(CATALOGUE.map(({ latex }) => latex))].flatMap((latex) => {
    const picture = setFormula(latex);
    return picture ? [{ latex, ...picture }] : [];
  });
  return {
    pictures: Object.fromEntries(drawn.map(({ latex, svg }) => [latex, svg])),
    glyphs: Object.assign({}, ...drawn.map(({ glyphs }) => glyphs)) as Formulas['glyphs'],
  };
}
