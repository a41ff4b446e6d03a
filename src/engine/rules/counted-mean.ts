/** A mean that torch takes over what a mask or the ignored class leaves, as a sum over a count of at least 1; null for other text. */
export function countedMean(text: string): string | null {
  return ofMasked(text) ?? ofLabels(text);
}

/** `x[m].mean()`. */
function ofMasked(text: string): string | null {
  const [, base, mask = ''] = /^([\w.]+)\[([^[\],:]+)\]\.mean\(\)$/.exec(text) ?? [];
  if (base === undefined || /^-?\d+$/.test(mask.trim())) return null;
  return `(${base}[${mask}].sum() / (${mask}).sum().clamp(min=1))`.replace(/\((\w+)\)\./, '$1.');
}

/** `F.cross_entropy(z, y, ignore_index=k)` without weights: each element counts once. */
function ofLabels(text: string): string | null {
  const [, call, given = ''] = /^([\w.]*\b(?:cross_entropy|nll_loss))\((.*)\)$/s.exec(text) ?? [];
  if (call === undefined || /\b(weight|reduction|reduce|size_average|label_smoothing)\s*=|\*/.test(given)) return null;
  const [, labels, ignored] = /^[\w.]+,\s*(?:target\s*=\s*)?([\w.]+),\s*ignore_index\s*=\s*(-?[\w.]+)\s*,?\s*$/.exec(given) ?? [];
  if (labels === undefined || ignored === undefined) return null;
  return `(${call}(${given.replace(/\s*,?\s*$/, '')}, reduction='sum') / (${labels} != ${ignored}).sum().clamp(min=1))`;
}
