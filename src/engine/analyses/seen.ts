import type { Assignment } from './candidates';

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

/** Assignments that were tried. */
export class Seen {
  private readonly buckets = new Map<number, Assignment[]>();

  /** Remembers an assignment; false when it was tried before. */
  add(assignment: Assignment): boolean {
    const hash = hashOf(assignment);
    const bucket = this.buckets.get(hash);
    if (bucket?.some((other) => isSame(other, assignment))) return false;
    if (bucket) bucket.push(assignment);
    else this.buckets.set(hash, [assignment]);
    return true;
  }
}

function hashOf(assignment: Assignment): number {
  let hash = 0;
  for (const values of assignment) {
    for (const value of values) {
      bits[0] = value;
      hash = Math.imul(hash ^ (words[0] as number), 0x01000193) ^ (words[1] as number);
    }
  }
  return hash;
}

function isSame(a: Assignment, b: Assignment): boolean {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as Float64Array, b[i] as Float64Array];
    for (let k = 0; k < x.length; k++) if (!Object.is(x[k], y[k])) return false;
  }
  return true;
}
