export type { Drawing, DrawingChord, DrawingHazard, DrawingInput } from '../engine/check/drawing';
