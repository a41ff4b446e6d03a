import type { PyNode } from '../../syntax/python/node';
import type { FunctionValue } from '../values/value';

/** Whether a method is left for subclasses to write: beside its docstring it only raises NotImplementedError. */
export function isLeftOpen({ node, receiver }: FunctionValue): boolean {
  const body = node.field('body');
  if (!receiver || !body) return false;
  const [only, ...rest] = body.children.filter((child) => !isText(child));
  return only !== undefined && rest.length === 0 && /^raise\s+NotImplementedError\b/.test(only.text);
}

function isText(statement: PyNode): boolean {
  return statement.type === 'expression_statement' && statement.children[0]?.type === 'string';
}
