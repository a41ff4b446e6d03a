import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildParserFile } from '@lezer/generator';

/** The parser of `.loss` files: the module of its tables, and the module of its terms' numbers that its tokenizers need. */
export function lossGrammar(folder: string): { parser: string; terms: string } {
  const grammar = readFileSync(join(folder, 'loss.grammar'), 'utf8');
  const { parser, terms } = buildParserFile(grammar, {
    fileName: 'loss.grammar',
    moduleStyle: 'es',
    typeScript: true,
    exportName: 'parser',
  });
  const external = [...terms.matchAll(/^\s*(newline|softNewline|percent|modulus) = (\d+)/gm)];
  const constants = external.map(
    ([, name, number]) => `/** Term of the external token \`${name}\`. */\nexport const ${name} = ${number};\n`,
  );
  return { parser, terms: `// Generated from loss.grammar.\n${constants.join('\n')}` };
}
