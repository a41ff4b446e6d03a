import { PACKAGES } from '../../frameworks/packages/packages';
import type { PythonParser } from '../../syntax/python/parser';
import { TOLD } from '../state/trace';
import type { Resolve } from './workspace';

/** Modules of libraries whose functions are told in Python, each parsed when it is first asked for. */
export function packagesWith(python: PythonParser): Resolve {
  const known = new Map<string, ReturnType<Resolve>>();
  return (dotted) => {
    const text = Object.hasOwn(PACKAGES, dotted) ? PACKAGES[dotted] : undefined;
    if (text === undefined) return undefined;
    const before = known.get(dotted);
    if (before) return before;
    const parsed = python.parse(text);
    parsed.dispose();
    const made = { module: parsed.module, path: `${TOLD}${dotted}` };
    known.set(dotted, made);
    return made;
  };
}
