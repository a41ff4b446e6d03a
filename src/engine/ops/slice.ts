import type { Op } from './op';
import { movement } from './shared/movement';
import { cutOffsets, cutShape, cutsOf } from './shared/slices';

/** Part of a tensor, as Python's `x[start:stop:step, …]`: one entry an axis, null for an absent part. */
export const slice: Op = movement({
  name: 'slice',
  summary: 'Part of a tensor.',
  attributes: { starts: [], stops: [], steps: [] },
  shape: (from, attributes) => cutShape(cutsOf(from, attributes)),
  sources: (from, _to, attributes) => cutOffsets(from, cutsOf(from, attributes)),
});
