import { ruleTable } from '../../engine/report/rule-table';
import type { Status } from '../status';
import type { Session } from '../session';

/** `losswright rules`: every rule with its default severity and one line. */
export function runRules({ args, io }: Session): Status {
  const table = ruleTable(args.locale);
  if (args.format === 'json') return (io.out(`${JSON.stringify(table, null, 2)}\n`), 0);
  const width = Math.max(...table.map((rule) => rule.code.length));
  for (const { code, severity, summary } of table) io.out(`${code.padEnd(width)}  ${severity.padEnd(11)}  ${summary}\n`);
  return 0;
}
