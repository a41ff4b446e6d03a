import { FRAMEWORKS } from '../../frameworks/index';
import type { Framework } from '../../frameworks/framework';
import type { PyNode } from '../../syntax/python/node';
import type { Machine } from '../machine';
import type { Value } from '../values/value';

/** A module of a library that code is also handed as a value: functions that nothing else has, and those that tell it beside ordinary ones. */
interface Handed {
  readonly module: string;
  readonly framework: Framework;
  readonly telling: RegExp;
  readonly together: readonly [RegExp, RegExp];
}

const HANDED: readonly Handed[] = [
  {
    module: 'keras.backend',
    framework: FRAMEWORKS.tensorflow,
    telling: /^(image_data_format|floatx|permute_dimensions|int_shape)$/,
    together: [
      /^(epsilon|(binary|categorical|sparse_categorical)_crossentropy)$/,
      /^(mean|sum|log|exp|clip|maximum|minimum|square|flatten)$/,
    ],
  },
];

/** The library whose module a text is handed under some name; null where it is none. */
export function handedFramework(text: string): Framework | null {
  if (!TELLING.test(text)) return null;
  const names = new Set([...text.matchAll(/(?<![\w.])(?:self\.)?([A-Za-z_]\w*)\.\w+\(/g)].map(([, name = '']) => name));
  return [...names].map((name) => handed(name, text)?.framework).find((one) => one !== undefined) ?? null;
}

/** What an attribute is asked of: a parameter on which the function around calls what only a module of a library has is that module. */
export function handedModule(machine: Machine, object: PyNode, value: Value): Value {
  if (value.kind !== 'free' || machine.inputs.isTensor(value.path)) return value;
  const name = object.type === 'identifier' ? object.text : object.type === 'attribute' ? (object.field('attribute')?.text ?? '') : '';
  const around = definitionAround(object);
  const found = name === '' || !mayBeHanded(around) ? null : handed(name, around.text);
  if (!found) return value;
  const library: Value = { kind: 'library', name: found.module };
  machine.inputs.setChild(value.path, library);
  return library;
}

/** Functions that one module or another is known by, without which no text is handed it. */
const TELLING = /\.(image_data_format|floatx|permute_dimensions|int_shape|epsilon|\w*crossentropy)\(/;

function handed(name: string, text: string): Handed | null {
  const called = [...text.matchAll(new RegExp(`(?<![\\w])${name}\\.(\\w+)\\(`, 'g'))].map(([, one = '']) => one);
  const calls = (pattern: RegExp): boolean => called.some((one) => pattern.test(one));
  return HANDED.find(({ telling, together }) => calls(telling) || together.every(calls)) ?? null;
}

/** Whether a definition calls what a module is known by; looked for once. */
function mayBeHanded(definition: PyNode): boolean {
  const before = known.get(definition);
  if (before !== undefined) return before;
  const tells = TELLING.test(definition.text);
  known.set(definition, tells);
  return tells;
}

const known = new WeakMap<PyNode, boolean>();

function definitionAround(node: PyNode): PyNode {
  let at = node;
  while (at.parent && at.type !== 'function_definition') at = at.parent;
  return at;
}
