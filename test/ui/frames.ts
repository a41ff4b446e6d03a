import type { Locator, Page } from 'playwright-core';

const FRAMES = 60;

/** What frames took, in milliseconds. */
export interface FrameTimes {
  /** Work of the page's thread, a frame: whatever else the machine has to do does not count. */
  readonly spent: number;
  /** From the beginning of a frame to the end of its drawing, by the clock. */
  readonly median: number;
  readonly slow: number;
}

/** Moves a slider over its range, a step a frame. */
export async function frameTimes(page: Page, slider: Locator): Promise<FrameTimes> {
  await slider.evaluate(framesWhileMoving, 10);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await worked();
  const times = await slider.evaluate(framesWhileMoving, FRAMES);
  const spent = ((await worked()) - before) / FRAMES;
  await devtools.detach();
  return { spent, median: times[FRAMES / 2] ?? NaN, slow: times[Math.floor(0.95 * FRAMES)] ?? NaN };
}

/** What the page has where the slider is: the types of a browser are not those of the tests. */
interface Slider {
  readonly min: string;
  readonly max: string;
  value: string;
  dispatchEvent(event: Event): boolean;
}

declare function requestAnimationFrame(draw: (began: number) => void): number;

/** Moves a slider frame by frame, and tells for how many milliseconds each frame was at work, sorted. */
async function framesWhileMoving(slider: Slider, frames: number): Promise<number[]> {
  const [least, most] = [Number(slider.min), Number(slider.max)];
  const spent: number[] = [];
  for (let i = 1; i <= frames; i++) {
    slider.value = String(least + ((most - least) * i) / (frames + 1));
    slider.dispatchEvent(new Event('input'));
    // The panel draws in a callback that was registered before this one, in the same frame.
    await new Promise<void>((next) =>
      requestAnimationFrame((began) => {
        spent.push(performance.now() - began);
        next();
      }),
    );
  }
  return spent.sort((a, b) => a - b);
}
