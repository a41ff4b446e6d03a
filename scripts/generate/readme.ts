import { join } from 'node:path';
import { opNames } from './ops-index';
import { ruleCodes } from './rules-index';

/** What each group of rules watches over. */
const GROUPS: Readonly<Record<string, string>> = {
  stability: 'values and gradients that become nan, infinite or wrong in the float format at hand',
  gradient: 'gradients that are cut, lost or wrong on the way back to the prediction',
  differentiability: 'kinks, jumps and infinite slopes, and what autograd returns there',
  convexity: 'losses that are not convex in the prediction, with the counterexample',
  contract: 'library functions called with what they do not take',
  design: 'losses that train on something else than they seem to',
};

/** Text between the markers of the README: the groups of rules with their sizes, and the number of operations. */
function tables(engine: string): string {
  const codes = ruleCodes(join(engine, 'rules'));
  const rows = Object.entries(GROUPS).flatMap(([group, watches]) => {
    const count = codes.filter((code) => code.startsWith(`${group}/`)).length;
    return count === 0 ? [] : [`| \`${group}/…\` | ${count} | ${watches} |`];
  });
  const table = ['| Rules | | Watch over |', '| --- | --- | --- |', ...rows].join('\n');
  return `${table}\n\nUnderneath lie ${opNames(join(engine, 'ops')).length} operations, each with its arithmetic, its gradient, its range, its shape and its formula.`;
}

/** The README with the text between its markers renewed. */
export function readme(current: string, engine: string): string {
  return current.replace(/<!-- rules -->[^]*<!-- \/rules -->/, () => `<!-- rules -->\n\n${tables(engine)}\n\n<!-- /rules -->`);
}
