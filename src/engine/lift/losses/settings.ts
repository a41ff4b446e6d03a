import type { PyModule, PyNode } from '../../syntax/python/node';
import type { Machine } from '../machine';
import { plainValue } from '../inputs/plain-value';
import { float } from '../values/value';
import type { OptionValue } from '../state/trace';

/** Settings of the command line hold the standard that the file defines for them: `flags.DEFINE_float('decay', 1e-4, …)`. */
export function holdSettings(machine: Machine, { root }: PyModule, overrides: Readonly<Record<string, OptionValue>>): void {
  if (!root.text.includes('DEFINE_')) return;
  machine.reliance.whole = true;
  for (const call of root.children.flatMap((statement) => (statement.type === 'expression_statement' ? statement.children : []))) {
    const kind = call.type === 'call' ? DEFINES.exec(call.field('function')?.text ?? '')?.[2] : undefined;
    const [name, standard] = call.field('arguments')?.children ?? [];
    if (kind === undefined || name?.type !== 'string' || !standard) continue;
    const path = `FLAGS.${name.text.slice(1, -1)}`;
    const given = overrides[path] ?? literalOf(standard);
    if (given !== undefined)
      machine.inputs.setChild(path, kind === 'float' && typeof given === 'number' ? float(given) : plainValue(given));
  }
}

const DEFINES = /(^|\.)DEFINE_(float|integer|bool|boolean|string|enum)$/;

function literalOf(node: PyNode): OptionValue | undefined {
  const text = node.type === 'keyword_argument' ? (node.field('value')?.text ?? '') : node.text;
  if (text === 'True' || text === 'False') return text === 'True';
  if (/^[-+]?[\d.][\d._]*(e[-+]?\d+)?$/i.test(text)) return Number(text.replaceAll('_', ''));
  return /^(['"])[^'"\\]*\1$/.test(text) ? text.slice(1, -1) : undefined;
}
