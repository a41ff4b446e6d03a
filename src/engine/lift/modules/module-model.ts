import type { PyNode } from '../../syntax/python/node';

/**
 * The top-level definitions of a module, also inside `if` and `try` at its top level. Under a name and a dot stand the
 * statements that set attributes and elements of what it names.
 */
export function definitionsOf(root: PyNode): Map<string, PyNode[]> {
  const result = new Map<string, PyNode[]>();
  const add = (name: string | undefined, node: PyNode): void => {
    if (name !== undefined) result.set(name, [...(result.get(name) ?? []), node]);
  };
  /** Nothing in place of what an import may not find is no definition where there is one. */
  const put = (name: string | undefined, node: PyNode): void => {
    const found = result.get(name ?? '')?.some((one) => one.type.startsWith('import'));
    if (!found || node.children[0]?.field('right')?.type !== 'none') add(name, node);
  };
  const visit = (node: PyNode): void => {
    for (const child of node.children) {
      if (child.type.endsWith('definition')) add((child.field('definition') ?? child).field('name')?.text, child);
      else if (child.type.startsWith('import')) importedNames(child).forEach((name) => add(name, child));
      else if (child.type === 'expression_statement') {
        assignedNames(child.children[0] ?? child).forEach((name) => put(name, child));
        add(completedName(child.children[0]), child);
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
