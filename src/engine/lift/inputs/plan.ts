import type { Kind, Shape } from '../../numerics/signature';

/** What a loss's parameters are taken to be for one reading. */
export interface Plan {
  /** Shape of a parameter that turns out to be a tensor; `name` is what the code calls it where that is another. */
  shapeOf(path: string, name?: string): Shape;
  /** The shape under which more of the code runs, of something that is no parameter; null where none is known. */
  wantedOf(path: string): Shape | null;
  /** Element kind of a parameter that turns out to be a tensor. */
  kindOf(path: string, name?: string): Kind;
  /** How many elements a list parameter has; null for a parameter that is no list. */
  lengthOf(path: string): number | null;
  /** How many arguments `*args` of this name must hold; null where nothing tells. */
  countOfRest(name: string): number | null;
  /** Whether a parameter is given or declared as an array. */
  isGiven(path: string): boolean;
  /** Whether something that can be computed will be put in place of a callable parameter. */
  isReplaced(path: string): boolean;
  /** The known value of a parameter that is a count, an axis or a size; null for any other. */
  countOf(path: string): number | null;
  /** Number of classes, for `one_hot` without a count. */
  readonly classes: number;
  /** The working format. */
  readonly format: string;
}
