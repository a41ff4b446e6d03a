/** A loss that has no formula in terms of elements, or none small enough. */
export class NoFormula extends Error {}
