import { printDomain } from '../ir/domain';
import type { Loss, Parameter } from '../ir/loss';
import { variablesOf } from '../ir/loss';
import { attempt } from './attempt';
import { decided } from './decide';
import { Elements } from './elements';
import { Lettering } from './lettering';
import { spellings, textName } from './names';
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
  const spelled = spellings(loss.parameters.map((p) => p.name));
  const nameOf = ({ name }: Parameter): string => textName(spelled.get(name) ?? name);
  const wrt = variablesOf(loss).map(nameOf);
  const declared = [...parameters.flatMap((p) => declarationsOf(p, nameOf(p))), ...(wrt.length > 0 ? [`wrt ${wrt.join(', ')}`] : [])];
  const head = `${loss.name.replace(/\W/g, '_')}(${parameters.map(nameOf).join(', ')})`;
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
  return printWhole(term, free, new Lettering(term, free, loss.parameters));
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

function declarationsOf(parameter: Parameter, name: string): string[] {
  const shape = parameter.node?.shape ?? [];
  const value = typeof parameter.default === 'number' ? parameter.default : parameter.plotAt;
  const domain = printDomain(parameter.domain);
  const range = domain === 'R' && value === null ? [] : [`${name} in ${domain}${value === null ? '' : ` = ${value}`}`];
  return [...(shape.length > 0 ? [`${name}: [${shape.join(', ')}]`] : []), ...range];
}
