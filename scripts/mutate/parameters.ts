import type { LossReport, ReportedParameter } from '../../src/engine/check/report';
import { roleOfName } from '../../src/engine/lift/roles/names';
import { type Parts, partsOf, withBody } from './parts';

/** A program whose parameters have names that tell nothing, and the way back for what is said of it. */
export interface Renamed {
  readonly code: string;
  readonly original: (text: string) => string;
  /** Whether an old name was a letter that could be anything: what rested on that guess may become a precondition. */
  readonly guessed: boolean;
}

/**
 * The program with other names for its parameters. What their old names told of them is declared instead with
 * `declared`: then nothing may change. Null where the program is not one function `loss`.
 */
export function withOtherParameters(code: string, { parameters }: LossReport, roles: 'declared' | 'untold'): Renamed | null {
  const parts = partsOf(code);
  if (!parts || parts.names.length === 0 || /["']/.test(parts.parameters)) return null;
  const news = new Map(parts.names.map((name, i) => [name, `given${i}`]));
  const told = parameters.filter(({ name }) => news.has(name)).flatMap(declarationsOf);
  const renamed = renamedParts(parts, news);
  const head = roles === 'declared' && told.length > 0 ? [`    # losswright: ${exchanged(told.join('; '), news)}`] : [];
  const olds = new Map([...news].map(([old, name]) => [name, old]));
  return {
    code: withBody(renamed, [...head, ...renamed.body]),
    original: (text) => exchanged(text, olds),
    guessed: parameters.some(isVague),
  };
}

/** What a parameter's name says, as a declaration: its role, and its domain where that is read from the name. A letter that could be anything says nothing. */
function declarationsOf(parameter: ReportedParameter): string[] {
  const { name, role, domain, because } = parameter;
  const named = because.startsWith('its name') || because === 'weights are not negative';
  return [
    ...(roleOfName(name)?.role === role && !isVague(parameter) ? [`${name}: ${role}`] : []),
    ...(named && domain ? [`${name} in ${domain}`] : []),
  ];
}

function isVague({ name, role }: ReportedParameter): boolean {
  return role === 'prediction' && name.length === 1 && roleOfName(name)?.expects === null;
}

function renamedParts(parts: Parts, names: ReadonlyMap<string, string>): Parts {
  const body = exchanged(parts.body.join('\n'), names).split('\n');
  const parameters = parts.parameters
    .split(',')
    .map((part) => part.replace(/\w+/, (name) => names.get(name) ?? name))
    .join(',');
  return { ...parts, parameters, names: [...names.values()], body };
}

/** The text with names exchanged, those of attributes and of keyword arguments excepted. */
function exchanged(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/(?<![.\w])[A-Za-z_]\w*\b(?!\s*=[^=\s])/g, (name) => names.get(name) ?? name);
}
