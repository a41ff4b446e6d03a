export type { Drawing, DrawingHazard, DrawingInput } from '../engine/check/drawing';
