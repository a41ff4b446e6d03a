import { writeAs, type Writings } from '../write-as';

const IMPORT = ['import math'];

/** How ops are written with plain numbers. */
export const PYTHON_WRITINGS: Writings = {
  ...writeAs(
    'math',
    'exp log log1p expm1 log2 log10 sqrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc lgamma floor ceil',
    '#1',
    IMPORT,
  ),
  ...writeAs('math', 'atan2 hypot fmod=mod', '#1, #2', IMPORT),
  abs: { code: 'abs(#1)', imports: [] },
  maximum: { code: 'max(#1, #2)', imports: [] },
  minimum: { code: 'min(#1, #2)', imports: [] },
  where: { code: '(#2 if #1 else #3)', imports: [] },
  select: { code: '(#2 if #1 else #3)', imports: [] },
  clip: { code: 'min(max(#1, #2), #3)', imports: [] },
};
