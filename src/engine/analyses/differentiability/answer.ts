/** A point where a loss is, or may seem, not smooth; slopes are one-sided and may be infinite. */
export interface NonSmoothPoint {
  readonly where: string;
  readonly kind: 'kink' | 'jump' | 'infinite-slope' | 'curvature-jump' | 'third-derivative-jump' | 'removable';
  readonly left: number | null;
  readonly right: number | null;
  readonly autograd: number | null;
}

/** The worst class over the interior of the domain, and where. */
export interface DifferentiabilityAnswer {
  readonly answer: 'smooth' | 'C2' | 'C1' | 'kink' | 'infinite-slope' | 'jump' | 'unknown';
  readonly at: readonly NonSmoothPoint[];
  readonly evidence: string;
}
