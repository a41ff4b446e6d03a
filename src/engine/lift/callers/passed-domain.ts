import { interval, type Domain } from '../../ir/domain';
import type { PyNode } from '../../syntax/python/node';
import type { LineIndex } from '../../text/line-index';
import { atLine } from '../roles/evidence';
import { Follower } from './follow';
import type { References } from './references';

/** What all calls of a function leave to a parameter. */
export interface PassedDomain {
  readonly domain: Domain;
  readonly because: string;
  /** Whether each row of it holds something else than 0. */
  readonly filled: boolean;
  /** The first of the calls, where it is in another file, as `train.py:12`. */
  readonly at: string | null;
}

/** What every call of a definition in the workspace passes for a parameter; null where there is no call, or one of them may pass anything. */
export function passedDomain(definition: PyNode, parameter: string, references: References, lines: LineIndex): PassedDomain | null {
  const given = new Follower(references).passed(definition, parameter);
  const [first] = references.callsOf(definition) ?? [];
  if (!given || !first || !(given.low <= given.high)) return null;
  const { low, high, filled } = given;
  if (low === -Infinity && high === Infinity && !filled) return null;
  const file = references.fileOf(first);
  const at = file === '' ? null : `${file}:${references.lineOf(first)}`;
  const where = at === null ? atLine(lines.lineAt(first.start)) : ` in ${at}`;
  return { domain: interval(low, high, low === -Infinity, high === Infinity), because: `what each call passes, as${where}`, filled, at };
}
