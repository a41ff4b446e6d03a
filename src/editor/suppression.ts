/**
 * A line with a comment that silences a rule on it; null where a comment cannot stand: after a backslash that continues the
 * line. A declaration that the line already ends with is extended.
 */
export function suppression(line: string, code: string): string | null {
  const bare = line.trimEnd();
  if (bare.endsWith('\\')) return null;
  const declared = /#\s*losswright:(.*)$/.exec(bare);
  if (!declared) return `${bare}  # losswright: ignore[${code}]`;
  const silenced = /\bignore\[([^\]]*)\]/.exec(bare);
  if (!silenced) return `${bare.replace(/[;\s]+$/, '')}; ignore[${code}]`;
  const end = silenced.index + silenced[0].length - 1;
  return `${bare.slice(0, end)}, ${code}${bare.slice(end)}`;
}
