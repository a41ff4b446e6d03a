const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39] } as const;

/** A style of a terminal. */
export type Paint = keyof typeof CODES;

/** Text in a style (ECMA-48 select graphic rendition), or as it is where colour is off. */
export function paint(text: string, style: Paint, on: boolean): string {
  const [open, close] = CODES[style];
  return on ? `\x1b[${open}m${text}\x1b[${close}m` : text;
}
