import type { PyNode } from '../../syntax/python/node';
import { definitionsOf } from '../modules/module-model';
import { bare, statementsOf } from './candidate';

/** Whether no object of a class can be made: its constructor begins with `super(Other, self)` of a name that nothing in the file binds. */
export function isNeverMade(root: PyNode, owner: PyNode): boolean {
  const methods = [...statementsOf(owner.field('body') ?? owner)].map(bare);
  const constructor = methods.find((one) => one.type === 'function_definition' && one.field('name')?.text === '__init__');
  const [first, second] = constructor?.field('body')?.children ?? [];
  const start = first?.children[0]?.type === 'string' ? second : first;
  const [, named] = /^super\(\s*([A-Za-z_]\w*)\s*,\s*self\s*\)/.exec(start?.text ?? '') ?? [];
  if (named === undefined || named === owner.field('name')?.text) return false;
  const bound = definitionsOf(root);
  return !bound.has('*') && !bound.has(named) && !new RegExp(`\\b(class|global|def)\\s+${named}\\b`).test(root.text);
}

/** Whether code is what a file has for older versions of a library: the other side of a test of its version. */
export function isForOlder(node: PyNode): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.type !== 'if_statement') return isForOlder(parent);
  const [, relation = ''] = VERSION_TEST.exec(parent.field('condition')?.text ?? '') ?? [];
  const isOther = node.type === 'else_clause';
  const isOlder = isOther ? relation.startsWith('>') : relation.startsWith('<') && node === parent.field('consequence');
  return isOlder || isForOlder(parent);
}

/** A comparison of a version with a number: `parse(torch.__version__) >= parse("1.6")`. */
const VERSION_TEST = /version[\w.]*(?:\([^()]*\))?\)?(?:\[[^\]]*\])? *([<>]=?) *(?:\w+(?:\.\w+)*)?\(*["'\d]/i;
