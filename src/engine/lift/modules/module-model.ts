import type { PyNode } from '../../syntax/python/node';

/**
 * The top-level definitions of a module, also inside `if` and `try` at its top level. Under a name and a dot stand the
 * statements that set attributes and elements of what it names, add to it, or call a function of the file that does.
 */
export function definitionsOf(root: PyNode): Map<string, PyNode[]> {
  const result = new Map<string, PyNode[]>();
  const add = (name: string | undefined, node: PyNode): void => {
    if (name !== undefined) result.set(name, [...(result.get(name) ?? []), node]);
  };
  /** Nothing in place of what an import may not find is no definition where there is one. */
  const put = (name: string | undefined, node: PyNode): void => {
    const found = result.get(name ?? '')?.some((one) => one.type.startsWith('import'));
    if (!found || !/^(none|false)$/.test(node.children[0]?.field('right')?.type ?? '')) add(name, node);
  };
  const fillers = fillersOf(root);
  const visit = (node: PyNode): void => {
    for (const child of node.children) {
      if (child.type.endsWith('definition')) add((child.field('definition') ?? child).field('name')?.text, child);
      else if (child.type.startsWith('import')) importedNames(child).forEach((name) => add(name, child));
      else if (child.type === 'expression_statement') {
        assignedNames(child.children[0] ?? child).forEach((name) => put(name, child));
        add(completedName(child.children[0]), child);
        filledNames(child.children[0], fillers).forEach((name) => add(`${name}.`, child));
      } else if (/^(if|try|with)_statement$|_clause$|^block$/.test(child.type)) visit(child);
    }
  };
  visit(root);
  return result;
}

/** The name whose attribute or element a statement sets, and a dot. */
function completedName(node: PyNode | undefined): string | undefined {
  const target = node?.type === 'assignment' ? node.field('left') : undefined;
  const holder = target?.field('object') ?? target?.field('value');
  return (target?.type === 'attribute' || target?.type === 'subscript') && holder?.type === 'identifier' ? `${holder.text}.` : undefined;
}

/** A line of a function that adds to something. */
const FILLS = /^\s+(\w+)(?:\.(?:append|extend|add|update|insert)\(|\[[^\]]*\] = )/gm;

/** The functions of a file that add to things, with the names of those. */
function fillersOf(root: PyNode): ReadonlyMap<string, readonly string[]> {
  const functions = root.children.filter((child) => child.type === 'function_definition');
  return new Map(functions.map((one) => [one.field('name')?.text ?? '', [...one.text.matchAll(FILLS)].map(([, name = '']) => name)]));
}

/** The names of what a statement adds to: `KINDS.append(x)`, or a call of a function that does so. */
function filledNames(call: PyNode | undefined, fillers: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const callee = call?.type === 'call' ? call.field('function') : null;
  if (callee?.type === 'identifier') return [...new Set(fillers.get(callee.text))];
  const holder = callee?.type === 'attribute' ? callee.field('object') : null;
  const adds = /^(append|extend|add|update|insert)$/.test(callee?.field('attribute')?.text ?? '');
  return adds && holder?.type === 'identifier' ? [holder.text] : [];
}

/** Names that an import statement binds; `*` for a wildcard. */
function importedNames(statement: PyNode): string[] {
  if (statement.children.some((child) => child.type === 'wildcard_import')) return ['*'];
  return statement.fieldAll('name').map((name) => {
    const alias = name.field('alias');
    if (alias) return alias.text;
    return statement.type === 'import_statement' ? (name.text.split('.', 1)[0] ?? name.text) : name.text;
  });
}

function assignedNames(node: PyNode): string[] {
  if (node.type !== 'assignment' && node.type !== 'augmented_assignment') return [];
  const left = node.field('left');
  const right = node.field('right');
  const names =
    left?.type === 'identifier'
      ? [left.text]
      : (/pattern|^tuple$|^list$/.test(left?.type ?? '') ? (left?.children ?? []) : [])
          .filter((child) => child.type === 'identifier')
          .map((child) => child.text);
  return right?.type === 'assignment' ? [...names, ...assignedNames(right)] : names;
}
