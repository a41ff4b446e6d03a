import type { Shape } from '../../numerics/signature';
import type { Attempt } from './attempt';

/** So many readings, each with another number of axes, that want one and the same number of them are believed. */
const ENOUGH = 2;

/** How many axes parameters must have for their shapes to be taken apart, as readings that raise tell. */
export class ToldRanks {
  private readonly told = new Map<string, Map<number, Set<number>>>();

  /** Notes what a reading tells that ends where the shape of a parameter is taken apart into more or fewer names. */
  note({ breach, problems }: Attempt): void {
    const [, values, names] = /^cannot unpack (\d+) values into (\d+) names/.exec(problems[0] ?? '')?.map(Number) ?? [];
    const [node] = breach?.nodes ?? [];
    if (values === undefined || names === undefined || node?.op !== 'parameter' || node.shape.length !== values) return;
    const path = String(node.attributes['name']);
    const ranks = this.told.get(path) ?? new Map<number, Set<number>>();
    this.told.set(path, ranks.set(names, (ranks.get(names) ?? new Set()).add(values)));
  }

  /** Whether the shapes of parameters have another number of axes than all readings told. */
  refuse(shapeOf: (path: string) => Shape): boolean {
    return [...this.told].some(([path, ranks]) => {
      const [[rank, tried] = [0, new Set<number>()], ...more] = ranks;
      return more.length === 0 && tried.size >= ENOUGH && shapeOf(path).length !== rank;
    });
  }
}
