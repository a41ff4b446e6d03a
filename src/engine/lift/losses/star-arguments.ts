import type { Value } from '../values/value';
import type { Plan } from '../inputs/plan';
import type { Candidate } from './candidate';
import type { SignatureParameter } from './signature';

/** As many of a function's own `*args` as its code names by their places, takes apart, or counts. */
export function othersOf({ node, owner }: Candidate, signature: readonly SignatureParameter[], plan: Plan): Value[] {
  const own = signature.find((parameter) => parameter.kind === 'args' && parameter.from === 'call');
  if (!own || signature.some((parameter) => parameter.from === 'call' && parameter.kind === 'plain' && parameter.default)) return [];
  const [code, { name }] = [owner?.text ?? node.text, own];
  const places = [...code.matchAll(new RegExp(`\\b${name}\\[(\\d)\\]`, 'g'))].map(([, place]) => Number(place) + 1);
  const counts = [...code.matchAll(new RegExp(`\\blen\\(${name}\\) == (\\d)`, 'g'))].map(([, count]) => Number(count));
  const [taken = code] = code.split(new RegExp(`^\\s*${name} = `, 'm'), 1);
  const parts = [...taken.matchAll(new RegExp(`^\\s*(\\*?\\w+(?:, *\\*?\\w+)+) = (?:(?:tuple|list)\\()?${name}\\)?$`, 'gm'))].map(
    ([, names = '']) => names.split(',').length,
  );
  const walked = new RegExp(`\\b${name}\\[-1\\]|\\bin (?:enumerate\\()?${name}\\b`).test(code) ? 2 : 0;
  const count = plan.countOfRest(name) ?? (counts.length > 0 ? Math.min(...counts) : Math.max(walked, ...places, ...parts));
  return Array.from({ length: count }, (_, i) => ({ kind: 'free', path: `${name}[${i}]` }));
}
