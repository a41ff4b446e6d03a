/** A loss that has no formula in terms of elements, or none small enough. */
export class NoFormula extends Error {}

/** An op whose element, at the places asked for, is no term in elements of its operands. */
export class NoElement extends NoFormula {}
