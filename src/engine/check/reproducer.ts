import type { Loss } from '../ir/loss';
import { gradientCheck } from '../write/gradient-check';
import { reproducer } from '../write/reproducer';
import type { Witness } from './report';
import type { Source } from './source';

/** A program that shows an error on its witness, or null where none can be made up. */
export function reproducerOf(source: Source, loss: Loss, witness: Witness, code: string): string | null {
  const write = code === 'gradient/handwritten-wrong' ? gradientCheck : reproducer;
  return write(loss, witness, moduleName(source.path));
}

/** Name by which a program beside the file imports it; what is not a module gets a name that says so. */
function moduleName(path: string): string {
  const name = /([^/\\]+?)(?:\.[^./\\]*)?$/.exec(path)?.[1] ?? '';
  const identifier = name.replace(/\W/g, '_');
  return /^[A-Za-z_]/.test(identifier) ? identifier : 'losses';
}
