import type { Coordinate } from '../scalar/coordinate';
import type { ScalarLoss } from '../scalar/loss-terms';
import type { Term } from '../scalar/term';
import type { Composition } from './composition';
import { convexProofOf, formOf } from './decide';
import { CONCAVE, CONVEX, type Shape } from './shape';

/** Forms of values out of the composition rule's reach for which a proof is looked for. */
const MOST_FORMS = 6;

/** A shape and what proves it. */
interface Proved {
  readonly shape: Shape;
  readonly how: string;
}

/** Proofs of single values inside a loss where the composition rule stops, each form of value once; what is proved the rule goes on from. */
export class OwnProofs {
  private readonly known = new Map<string, Proved | null>();

  constructor(
    private readonly form: ScalarLoss,
    private readonly space: readonly Coordinate[],
    private readonly composition: Composition,
  ) {}

  /** Proves those elements of a tensor at which the composition rule stops, and has the rule know of it; null when one of them has no proof. */
  learn(elements: readonly Term[]): string | null {
    const hows = new Set<string>();
    for (const term of elements.filter((element) => isOpen(this.composition.of(element)))) {
      const proof = this.proofOf(term);
      if (!proof) return null;
      this.composition.learn(term, proof.shape);
      hows.add(proof.how);
    }
    return hows.size === 0 ? null : [...hows].join('; ');
  }

  private proofOf(term: Term): Proved | null {
    const key = formOf(term, this.space);
    const known = this.known.get(key);
    if (known !== undefined || this.known.size >= MOST_FORMS) return known ?? null;
    const proof = this.sought(term);
    this.known.set(key, proof);
    return proof;
  }

  private sought(term: Term): Proved | null {
    const { algebra } = this.form;
    const convex = convexProofOf(algebra, term, this.space);
    if (convex !== null) return { shape: CONVEX, how: convex };
    const concave = convexProofOf(algebra, algebra.negative(term), this.space);
    return concave === null ? null : { shape: CONCAVE, how: concave };
  }
}

function isOpen({ convex, concave }: Shape): boolean {
  return !convex && !concave;
}
