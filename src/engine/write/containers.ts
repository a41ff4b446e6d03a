import { variable } from './stand-ins';

/** The import of what stands for an argument whose attributes are inputs. */
export function namespaceImport(code: string): readonly string[] {
  return code.includes('SimpleNamespace(') ? ['from types import SimpleNamespace'] : [];
}

/** What is known of a value: the variable that holds it, or its parts by the steps that lead to them. */
type Known = string | Map<string, Known>;

/** The dict, tuple or object whose entries are inputs, or hold some; what does not matter of a tuple is None. Null where no value is of one kind. */
export function containerOf(name: string, inputs: Readonly<Record<string, unknown>>): string | null {
  const root = new Map<string, Known>();
  for (const input of Object.keys(inputs).filter((one) => one !== name && baseOf(one) === name)) {
    const steps = stepsOf(input.slice(name.length));
    if (!steps || !put(root, steps, variable(input))) return null;
  }
  return root.size > 0 ? literalOf(root) : null;
}

/** The steps of a path: `["key"]`, `[0]`, `.attribute`; null where it has others. */
function stepsOf(path: string): readonly string[] | null {
  const steps = path.match(/\[(?:"[^"]*"|'[^']*'|\d+)\]|\.\w+/g) ?? [];
  return steps.length > 0 && steps.join('') === path ? steps : null;
}

function put(at: Map<string, Known>, [step = '', ...more]: readonly string[], value: string): boolean {
  const known = at.get(step);
  if (more.length === 0) return known === undefined && at.set(step, value).size > 0;
  if (typeof known === 'string') return false;
  const inner = known ?? new Map<string, Known>();
  at.set(step, inner);
  return put(inner, more, value);
}

function literalOf(known: Known): string | null {
  if (typeof known === 'string') return known;
  const parts = [...known].map(([step, value]) => ({ step, code: literalOf(value) }));
  if (parts.some(({ code }) => code === null)) return null;
  const all = (of: RegExp): boolean => parts.every(({ step }) => of.test(step));
  if (all(/^\./)) return `SimpleNamespace(${parts.map(({ step, code }) => `${step.slice(1)}=${code ?? ''}`).join(', ')})`;
  if (all(/^\[["']/)) return `{${parts.map(({ step, code }) => `${step.slice(1, -1)}: ${code ?? ''}`).join(', ')}}`;
  if (!all(/^\[\d/)) return null;
  const items: string[] = [];
  for (const { step, code } of parts) items[Number(step.slice(1, -1))] = code ?? '';
  const listed = Array.from(items, (item) => item ?? 'None').join(', ');
  return `(${items.length === 1 ? `${listed},` : listed})`;
}

/** The argument that an input is, or is a part of. */
export function baseOf(name: string): string {
  return /^\w+/.exec(name)?.[0] ?? name;
}
