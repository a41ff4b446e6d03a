/** Cell magics whose body is Python. */
const PYTHON_CELLS = new Set(['time', 'timeit', 'capture', 'prun', 'memit', 'python', 'python3', 'pypy', 'memray_flamegraph']);

/** `%magic …`, `!command`, `name?`, `x = !command`, `x = %magic …`; `% b` continues an expression of the line before. */
const MAGIC_LINE = /^[ \t]*(?:%[A-Za-z_]\w*(?=\s|$)|!|\?{1,2}\w|[\w., \t]+=[ \t]*(?:!|%[A-Za-z_])|[\w.]+\?{1,2}[ \t]*$)/;

/** A magic is recognised by the beginning of its line; the pattern may take time quadratic in the length. */
const LONGEST = 300;

/**
 * IPython source as Python: each magic line becomes an expression of equal length, so that offsets hold and no block is left
 * empty. Null when a cell magic says that the cell is another language.
 */
export function withoutMagics(text: string): string | null {
  const cell = /^(?:[ \t]*\r?\n)*[ \t]*%%(\w+)/.exec(text);
  if (cell && !PYTHON_CELLS.has(cell[1] ?? '')) return null;
  const lines = text.split('\n');
  let continued = false;
  return lines
    .map((line) => {
      const magic = continued || line.trimStart().startsWith('%%') || MAGIC_LINE.test(line.slice(0, LONGEST));
      continued = magic && /\\\r?$/.test(line);
      return magic ? blank(line) : line;
    })
    .join('\n');
}

function blank(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const rest = line.slice(indent.length);
  if (rest === '') return line;
  return `${indent}0${' '.repeat(rest.length - 1)}`.slice(0, line.length);
}
