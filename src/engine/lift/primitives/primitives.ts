import { BY_FUNCTION } from './by-function';
import { CASTS } from './cast';
import { CHOICES } from './choose';
import { CREATIONS } from './create';
import { CUSTOM_GRADIENTS } from './custom-gradient';
import { DECOMPOSITIONS } from './decompositions';
import { DIAGONALS } from './diagonals';
import { DISTRIBUTIONS } from './distributions';
import { FUNCTIONALS } from './functional';
import { GRAD_MODES } from './grad-mode';
import { GRADIENTS } from './gradient';
import { JOINS } from './join';
import { PIECES } from './pieces';
import { PRODUCTS } from './product';
import { QUERIES } from './query';
import { REDUCTIONS } from './reduce';
import { SHAPES } from './shape';
import { SLOPES } from './slopes';
import { SPECTRAL } from './spectral';
import { TREES } from './tree';
import { WINDOWS } from './windows';
import type { PrimitiveName } from './signatures';
import type { Primitive } from './primitive';

/** What each primitive does. */
export const PRIMITIVES: Readonly<Record<PrimitiveName, Primitive>> = {
  ...SHAPES,
  ...JOINS,
  ...QUERIES,
  ...CREATIONS,
  ...CASTS,
  ...CHOICES,
  ...REDUCTIONS,
  ...PRODUCTS,
  ...FUNCTIONALS,
  ...CUSTOM_GRADIENTS,
  ...GRADIENTS,
  ...GRAD_MODES,
  ...TREES,
  ...BY_FUNCTION,
  ...PIECES,
  ...DISTRIBUTIONS,
  ...DECOMPOSITIONS,
  ...DIAGONALS,
  ...SLOPES,
  ...SPECTRAL,
  ...WINDOWS,
};
