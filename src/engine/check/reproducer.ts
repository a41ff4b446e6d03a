import type { Loss } from '../ir/loss';
import { gradientCheck } from '../write/gradient-check';
import { reproducer } from '../write/reproducer';
import type { Witness } from './report';
import type { Source } from './source';

/** A program that shows an error on its witness, or null where none can be made up. */
export function reproducerOf(source: Source, loss: Loss, witness: Witness, code: string): string | null {
  const module = moduleName(source.path);
  if (code === 'gradient/handwritten-wrong') return gradientCheck(loss, witness, module);
  const { text } = source;
  return reproducer(loss, witness, module, {
    isWritten: (name) => isWritten(name, text),
    isImportable: (name) => isImportable(name, text) && !isMapped(name, text),
  });
}

/** Name by which a program beside the file imports it; what is not a module gets a name that says so. */
function moduleName(path: string): string {
  const name = /([^/\\]+?)(?:\.[^./\\]*)?$/.exec(path)?.[1] ?? '';
  const identifier = name.replace(/\W/g, '_');
  return /^[A-Za-z_]/.test(identifier) ? identifier : 'losses';
}

/** Whether the text writes into what has this name: then the name is not of something that a gradient is kept of. */
function isWritten(name: string, text: string): boolean {
  return new RegExp(`\\b${name}(\\[[^\\]\\n]*\\])?[ \\t]*[-+*/]=|\\b${name}\\[[^\\]\\n]*\\][ \\t]*=[^=]|\\b${name}\\.[a-z]\\w*_\\(`).test(
    text,
  );
}

/** Whether a module has a name when it is imported: not one of a function, nor of what runs as a script alone. */
function isImportable(name: string, text: string): boolean {
  const definition = new RegExp(`^([ \\t]*)(?:(?:async[ \\t]+)?def[ \\t]+${name}\\b|${name}[ \\t]*(?::[^=\\n]+)?=(?!=))`, 'gm');
  return [...text.matchAll(definition)].some(({ index, 1: indent }) => {
    const around =
      indent === ''
        ? ''
        : (text
            .slice(0, index)
            .split('\n')
            .findLast((line) => /^[^\s#)\]}]/.test(line)) ?? '');
    return !/^(?:async\b|def\b|class\b|@)|__main__/.test(around);
  });
}

/** Whether a function takes no keywords since it is mapped over axes by place, or speaks to the other runs of a map that it needs around it. */
function isMapped(name: string, text: string): boolean {
  const definition = new RegExp(`^((?:@.*\\n(?:[ \\t)].*\\n)*)*)def[ \\t]+${name}\\b.*\\n((?:[ \\t)].*\\n|\\n)*)`, 'm').exec(text);
  const [, decorators = '', body = ''] = definition ?? [];
  return /\bin_axes\b/.test(decorators) || /\b(?:lax\.)?(?:psum|pmean|pmax|pmin|all_gather|axis_index)\(/.test(body);
}
