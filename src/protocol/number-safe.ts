/** Names that stand for the numbers JSON does not have. */
const NAMES: readonly (readonly [name: string, value: number])[] = [
  ['\u0000inf', Infinity],
  ['\u0000-inf', -Infinity],
  ['\u0000nan', NaN],
  ['\u0000-0', -0],
];

/** A value as JSON that keeps infinities, nan and negative zero: messages to a panel travel as JSON, which has none of them. */
export function pack(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => NAMES.find(([, number]) => Object.is(number, part))?.[0] ?? part);
}

/** The value that {@link pack} was given. */
export function unpack(text: string): unknown {
  return JSON.parse(text, (_, part: unknown) => NAMES.find(([name]) => name === part)?.[1] ?? part);
}
