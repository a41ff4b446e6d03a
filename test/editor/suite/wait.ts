import { appendFileSync } from 'node:fs';

/**
 * Polls until `probe` gives a value other than undefined, and returns it.
 * @throws Error naming `what` after `limit` milliseconds.
 */
export async function waitFor<Value>(
  what: string,
  probe: () => Value | undefined | Promise<Value | undefined>,
  limit = 15_000,
): Promise<Value> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`waited ${limit} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Writes a figure into the report of the suite: the extension host's console does not reach it. */
export function note(text: string): void {
  const output = process.env['LOSSWRIGHT_TEST_OUTPUT'];
  if (output === undefined) console.log(text);
  else appendFileSync(output, `      ${text}\n`);
}
