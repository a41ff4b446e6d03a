import { pointsFor } from './points-for';

/** How long a movement must have paused before everything is drawn at rest, in milliseconds. */
const REST = 120;

/** Draws once a frame while something moves, with as many points as there is time for; all of it once the movement rests. */
export class Pace {
  private frame = 0;
  private rest = 0;
  private points: number;

  constructor(
    private readonly most: number,
    private readonly draw: (points: number) => void,
    private readonly settle: () => void,
  ) {
    this.points = most;
  }

  /** Something has moved. */
  moved(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
    this.frame = requestAnimationFrame(() => this.drawInTime());
    this.rest = window.setTimeout(this.settle, REST);
  }

  private drawInTime(): void {
    const began = performance.now();
    this.draw(this.points);
    this.points = pointsFor(this.points, performance.now() - began, this.most);
  }
}
