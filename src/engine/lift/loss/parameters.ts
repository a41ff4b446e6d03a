import type { Domain } from '../../ir/domain';
import { REALS } from '../../ir/domain';
import type { Expression, Graph } from '../../ir/expression';
import type { Parameter } from '../../ir/loss';
import type { LossName } from '../../syntax/loss/node';
import { intersect } from '../declared-domain';
import type { DeclarationError, DeclaredDomain, ParsedDeclarations } from '../declarations';
import type { RoleGuess } from './roles';
import { guessRole } from './roles';

/** Sizes that letters of shapes stand for, in the order of appearance: distinct, so that no confusion of axes goes unseen. */
const SIZES = [2, 3, 4, 5, 6, 7, 8];

/** The parameters of a definition as declared. What is declared of no parameter is an error. */
export function readParameters(
  graph: Graph,
  names: readonly LossName[],
  declared: ParsedDeclarations,
  errors: DeclarationError[],
): Parameter[] {
  const shapes = readShapes(declared);
  const roles = readRoles(names, declared);
  return names.map((parameter) => {
    const { name } = parameter;
    const domains = declared.domains.filter((d) => d.name === name);
    const domain = combined(domains, errors);
    const node: Expression = graph.parameter(name, shapes.get(name) ?? [], 'float');
    return {
      name,
      ...(roles.get(name) ?? guessRole(name)),
      domain,
      source: domains.length > 0 ? 'declared' : 'assumed',
      because: domains.length > 0 ? 'declared' : 'nothing is declared',
      default: null,
      plotAt: domains.map((d) => d.plotAt).find((value) => value !== null) ?? null,
      node,
      span: { start: parameter.start, end: parameter.end },
    };
  });
}

/** Names in declarations that are no parameters. */
export function strangers(names: readonly LossName[], declared: ParsedDeclarations): DeclarationError[] {
  const known = new Set(names.map((n) => n.name));
  const facts = declared.facts.map((fact) => ({ ...fact, name: fact.parameter }));
  const all = [...declared.domains, ...declared.roles, ...declared.shapes, ...facts];
  return all
    .filter(({ name }) => !known.has(name))
    .map(({ name, start, end }) => ({ span: { start, end }, message: `${name} is not a parameter` }));
}

function combined(domains: readonly DeclaredDomain[], errors: DeclarationError[]): Domain {
  return domains.reduce<Domain>((all, { domain, start, end }) => {
    const both = intersect(all, domain);
    if (typeof both !== 'string') return both;
    errors.push({ span: { start, end }, message: both });
    return all;
  }, REALS);
}

function readShapes(declared: ParsedDeclarations): Map<string, readonly number[]> {
  const sizes = new Map<string, number>();
  const sizeOf = (letter: string) => {
    const size = sizes.get(letter) ?? SIZES[sizes.size % SIZES.length] ?? 2;
    sizes.set(letter, size);
    return size;
  };
  return new Map(declared.shapes.map(({ name, dimensions }) => [name, dimensions.map((d) => (typeof d === 'number' ? d : sizeOf(d)))]));
}

/** Declared roles; `wrt` makes predictions; where neither names any, the parameter's name tells, else the first one is it. */
function readRoles(names: readonly LossName[], declared: ParsedDeclarations): Map<string, RoleGuess> {
  const roles = new Map<string, RoleGuess>();
  for (const { name } of names) {
    const guess = guessRole(name);
    const said = declared.roles.find((r) => r.name === name)?.role;
    if (said) roles.set(name, { ...guess, role: said, roleBecause: 'declared' });
    else if (declared.wrt?.includes(name)) roles.set(name, { ...guess, role: 'prediction', roleBecause: 'declared with wrt' });
    else if (guess.role === 'prediction' && declared.wrt) roles.set(name, { ...guess, role: 'other', roleBecause: 'wrt names others' });
    else roles.set(name, guess);
  }
  const [first] = names;
  if (first && ![...roles.values()].some((r) => r.role === 'prediction')) {
    roles.set(first.name, { role: 'prediction', roleBecause: 'it is the first parameter', expects: null });
  }
  return roles;
}
