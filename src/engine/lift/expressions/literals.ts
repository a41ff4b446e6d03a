import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import { asNumber } from '../values/apply';
import { complexOf } from '../values/complex';
import { float, integer, text, type Value } from '../values/value';

/** A Python number: `1_000`, `0x1F`, `1e-8`, `2.`, `1j`. */
export function numberLiteral(machine: Machine, source: string): Value {
  const plain = source.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('j')) return complexOf(machine, machine.graph.constant(0), machine.graph.constant(Number(plain.slice(0, -1))));
  if (/^0[xob]/.test(plain)) return integer(Number(plain));
  return /[.e]/.test(plain) ? float(Number(plain)) : integer(Number(plain));
}

/** A string, its parts joined; an f-string is read where what it holds is known. */
export function stringLiteral(machine: Machine, node: PyNode, frame: Frame): Value {
  if (node.type === 'concatenated_string') {
    const parts = node.children.map((child) => stringLiteral(machine, child, frame));
    return text(parts.map((part) => (part.kind === 'text' ? part.value : '')).join(''));
  }
  const raw = /^\w*r/i.test(node.children[0]?.text ?? '');
  return text(node.children.map((child) => piece(machine, child, frame, raw)).join(''));
}

function piece(machine: Machine, node: PyNode, frame: Frame, raw: boolean): string {
  if (node.type === 'string_content') return raw ? node.text : node.text.replace(/\\(n|t|'|"|\\|\n)/g, (_, c: string) => ESCAPES[c] ?? c);
  const expression = node.type === 'interpolation' ? node.field('expression') : null;
  if (!expression) return '';
  const value = machine.evaluate(expression, frame);
  if (value.kind === 'text') return value.value;
  const number = asNumber(value);
  return number ? String(number.value) : `{${expression.text}}`;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\n': '' };
