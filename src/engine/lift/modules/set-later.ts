import type { ClassModel } from '../values/value';

/** Whether another method than the constructor sets an attribute, and none asks whether it is set: the loss is called after that. */
export function isSetLater(classes: readonly ClassModel[], name: string): boolean {
  if (!/^\w+$/.test(name) || name.startsWith('__')) return false;
  const set = new RegExp(`\\bself\\.${name}(: [^=\\n]+)? = `);
  const asked = new RegExp(`attr\\(\\s*self,\\s*['"]${name}['"]`);
  return classes.some(
    ({ node, methods }) =>
      !asked.test(node.text) && [...methods.values()].some((one) => one.name !== '__init__' && set.test(one.node.text)),
  );
}

/** Whether a class method sets a class attribute that is None, and nothing asks whether it is: the class is set up before it is used. */
export function isSetForAll(classes: readonly ClassModel[], name: string): boolean {
  const set = new RegExp(`\\bcls\\.${name} = `);
  const asked = new RegExp(`\\.${name} is (not )?None|attr\\(\\s*\\w+,\\s*['"]${name}['"]`);
  return classes.some(
    ({ node, methods }) =>
      !asked.test(node.text) && [...methods.values()].some((one) => one.binding === 'class' && set.test(one.node.text)),
  );
}
