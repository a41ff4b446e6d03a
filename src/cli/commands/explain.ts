import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ruleTable } from '../../engine/report/rule-table';
import { UsageError } from '../arguments';
import type { Status } from '../status';
import type { Session } from '../session';

/** `losswright explain RULE`: the page of one rule, by its code or by the last part of it. */
export function runExplain({ args, io }: Session): Status {
  const [name, ...more] = args.operands;
  if (name === undefined || more.length > 0) throw new UsageError('explain takes one RULE');
  const matches = ruleTable(args.locale).filter(({ code }) => code === name || code.endsWith(`/${name}`));
  const [rule] = matches;
  if (!rule) throw new UsageError(`no rule "${name}"; losswright rules lists them`);
  if (matches.length > 1) throw new UsageError(`"${name}" may be ${matches.map(({ code }) => code).join(' or ')}`);
  io.out(readFileSync(path.join(PACKAGE_ROOT, rule.documentation), 'utf8'));
  return 0;
}

/** The folder that holds docs/: two above this file in the sources, one above the bundle. */
const PACKAGE_ROOT = __dirname.endsWith(path.join('cli', 'commands')) ? path.join(__dirname, '../../..') : path.join(__dirname, '..');
