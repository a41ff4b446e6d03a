/** Positions of the numbers in stable order, nan last; `descending` from the largest, ties in their order. */
export function orderOf(row: Float64Array, descending: boolean): number[] {
  const positions = Array.from(row, (_, i) => i);
  return positions.sort((a, b) => compare(row[a] as number, row[b] as number, descending) || a - b);
}

function compare(x: number, y: number, descending: boolean): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return (Number(Number.isNaN(x)) - Number(Number.isNaN(y))) * (descending ? -1 : 1);
  if (x === y) return 0;
  return x < y === descending ? 1 : -1;
}

/** Gradients put back where the ordered elements came from. */
export function unorder(g: Float64Array, order: readonly number[], length: number): Float64Array {
  const result = new Float64Array(length);
  g.forEach((gi, i) => (result[order[i] as number] = gi));
  return result;
}
