/** Interval arithmetic with outward rounding: results hold every exact value of the operation on the operands. */
export * from './interval-type';
export * from './interval-arithmetic';
export * from './interval-elementary';
export * from './interval-power';
export { roundInterval } from './interval-rounding';
