import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleCodes } from './rules-index';

/** First sentence of a rule's page after its heading; empty when the page does not exist. */
function firstSentence(page: string): string {
  if (!existsSync(page)) return '';
  const paragraph = readFileSync(page, 'utf8')
    .split(/\n\s*\n/)
    .find((block) => block.trim() !== '' && !/^\s*(#|```|<!--|>|\|)/.test(block));
  const text = (paragraph ?? '').replace(/\s+/g, ' ').trim();
  return /^.*?[.!?](?= [A-Z`]|$)/.exec(text)?.[0] ?? text;
}

function section(group: string, codes: readonly string[], pages: string): string {
  const rows = codes.map((code) => `| [\`${code}\`](${code}.md) | ${firstSentence(join(pages, `${code}.md`)).replaceAll('|', '\\|')} |`);
  return [`## ${group}`, '', '| Rule | Says |', '| --- | --- |', ...rows, ''].join('\n');
}

/** Text of `docs/rules/README.md`: every rule, with its page and the first sentence of it. */
export function rulesList(rules: string, pages: string): string {
  const codes = ruleCodes(rules);
  const groups = [...new Set(codes.map((code) => code.split('/')[0] ?? ''))];
  const sections = groups.map((group) =>
    section(
      group,
      codes.filter((code) => code.startsWith(`${group}/`)),
      pages,
    ),
  );
  return ['<!-- Written by `npm run generate`. -->', '', '# Rules', '', ...sections].join('\n');
}
