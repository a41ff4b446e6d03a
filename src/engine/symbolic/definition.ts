import { printDomain } from '../ir/domain';
import type { Loss, Parameter } from '../ir/loss';
import { variablesOf } from '../ir/loss';
import { attempt } from './attempt';
import { decided } from './decide';
import { Elements } from './elements';
import { Lettering } from './lettering';
import { textName } from './names';
import { mapParts, rewrite } from './rewrite';
import type { Term } from './term';
import { isIndex } from './term';
import { printWhole } from './text';

/** The loss as a definition of a `.loss` file, with what is known of its parameters declared; null where it has no such form. */
export function definitionOf(loss: Loss): string | null {
  const { body } = loss;
  const text = body && attempt(() => wholeText(loss));
  if (!text) return null;
  const parameters = loss.parameters.filter((p) => p.node !== null);
  const wrt = variablesOf(loss).map((p) => textName(p.name));
  const declared = [...parameters.flatMap(declarationsOf), ...(wrt.length > 0 ? [`wrt ${wrt.join(', ')}`] : [])];
  const head = `${loss.name.replace(/\W/g, '_')}(${parameters.map((p) => textName(p.name)).join(', ')})`;
  return `${declared.length > 0 ? `# losswright: ${declared.join('; ')}\n` : ''}${head} = ${text}`;
}

function wholeText(loss: Loss): string | null {
  const { body } = loss;
  if (!body) return null;
  const elements = new Elements();
  const at = body.shape.map((size) => elements.place(size));
  const term = decided(rewrite(elements.of(body, at)), loss);
  if (hasCount(term)) return null;
  const free = at.filter(isIndex);
  return printWhole(term, free, new Lettering(term, free));
}

/** Whether the number of elements shows, which a definition has no name for. */
function hasCount(term: Term): boolean {
  let found = false;
  const visit = (part: Term): Term => {
    found ||= part.kind === 'count';
    return mapParts(part, visit);
  };
  visit(term);
  return found;
}

function declarationsOf(parameter: Parameter): string[] {
  const name = textName(parameter.name);
  const shape = parameter.node?.shape ?? [];
  const value = typeof parameter.default === 'number' ? parameter.default : parameter.plotAt;
  const domain = printDomain(parameter.domain);
  const range = domain === 'R' && value === null ? [] : [`${name} in ${domain}${value === null ? '' : ` = ${value}`}`];
  return [...(shape.length > 0 ? [`${name}: [${shape.join(', ')}]`] : []), ...range];
}
