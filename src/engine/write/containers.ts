import { variable } from './stand-ins';

/** The import of what stands for an argument whose attributes are inputs. */
export function namespaceImport(code: string): readonly string[] {
  return code.includes('SimpleNamespace(') ? ['from types import SimpleNamespace'] : [];
}

/** The dict, tuple or object whose entries are inputs; what does not matter of a tuple is None. */
export function containerOf(name: string, inputs: Readonly<Record<string, unknown>>): string | null {
  const attributes = Object.keys(inputs).filter((input) => baseOf(input) === name && isAttribute(input));
  if (attributes.length > 0)
    return `SimpleNamespace(${attributes.map((input) => `${input.split('.')[1] ?? ''}=${variable(input)}`).join(', ')})`;
  const entries: string[] = [];
  const items: string[] = [];
  for (const input of Object.keys(inputs).filter((one) => baseOf(one) === name)) {
    const [, key, at] = /^\w+\[(?:(['"][^'"]*['"])|(\d+))\]$/.exec(input) ?? [];
    if (key !== undefined) entries.push(`${key}: ${variable(input)}`);
    if (at !== undefined) items[Number(at)] = variable(input);
  }
  if (entries.length > 0) return `{${entries.join(', ')}}`;
  const all = Array.from(items, (item) => item ?? 'None').join(', ');
  return items.length > 0 ? `(${items.length === 1 ? `${all},` : all})` : null;
}

/** Whether an input is an attribute of an argument: `a.scale`. */
function isAttribute(name: string): boolean {
  return /^(?!self\.)\w+\.\w+$/.test(name);
}

/** The argument that an input is, or is a part of. */
export function baseOf(name: string): string {
  return /^\w+/.exec(name)?.[0] ?? name;
}
