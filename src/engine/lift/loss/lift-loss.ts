import { Graph } from '../../ir/expression';
import type { Loss } from '../../ir/loss';
import { infer } from '../../ops/registry';
import type { LossName, LossStatement, LossSyntaxError } from '../../syntax/loss/node';
import { namesIn } from '../../syntax/loss/names-in';
import { parseLoss } from '../../syntax/loss/parser';
import type { ParsedDeclarations } from '../declarations';
import { mergeDeclarations } from '../declarations';
import type { Attachment } from './attachment';
import { attachDeclarations } from './attachment';
import { CONSTANTS, TRUTHS } from './functions';
import { readParameters, strangers } from './parameters';
import type { Definitions } from './translator';
import { Translator } from './translator';

/** The losses of a `.loss` text, and what is wrong with the text. */
export interface LiftedLossFile {
  readonly losses: readonly Loss[];
  readonly errors: readonly LossSyntaxError[];
}

type Named = LossStatement & { readonly kind: 'definition' | 'assignment' };

/**
 * Reads a `.loss` text: each definition is a loss, and so is each assignment in which names are free. A definition without
 * declarations of its own that another one calls is a helper. Never throws.
 */
export function liftLoss(text: string): LiftedLossFile {
  const { statements, comments, errors } = parseLoss(text);
  const attachment = attachDeclarations(text, statements, comments);
  const named = statements.filter((s): s is Named => s.kind !== 'expression');
  const definitions: Definitions = new Map(named.map((s) => [s.name.name, s]));
  const all = [...errors, ...attachment.shared.errors];
  const counts = new Map<string, number>();
  const losses = named
    .filter((s) => isLoss(s, named, attachment))
    .map((statement) => {
      const count = (counts.get(statement.name.name) ?? 0) + 1;
      counts.set(statement.name.name, count);
      return liftOne(statement, count, definitions, attachment, all);
    });
  return { losses, errors: all.sort((a, b) => a.span.start - b.span.start) };
}

function isLoss(statement: Named, named: readonly Named[], { own }: Attachment): boolean {
  const declared = own.get(statement);
  if (declared?.mark) return declared.mark === 'loss';
  if (statement.kind === 'assignment') return parametersOf(statement, named).length > 0 && !isUsed(statement, named);
  return declared !== undefined || !isUsed(statement, named);
}

function isUsed(statement: Named, named: readonly Named[]): boolean {
  return named.some((other) => other !== statement && namesIn(other.body).some((n) => n.name === statement.name.name));
}

function liftOne(statement: Named, count: number, definitions: Definitions, { own, shared }: Attachment, errors: LossSyntaxError[]): Loss {
  const names = parametersOf(
    statement,
    [...definitions.values()].filter((s): s is Named => s.kind !== 'expression'),
  );
  const mine = own.get(statement) ?? mergeDeclarations([]);
  errors.push(...mine.errors, ...strangers(names, mine));
  const declared = mergeDeclarations([concerning(shared, names), mine]);
  const graph = new Graph(infer);
  const parameters = readParameters(graph, names, declared, errors);
  const environment = new Map(parameters.flatMap((p) => (p.node ? [[p.name, p.node] as const] : [])));
  const translator = new Translator(graph, definitions, statement.kind === 'assignment' ? environment : new Map(), statement.name.name);
  const body = translator.translate(statement.body, environment);
  const { name } = statement.name;
  return {
    name: count > 1 ? `${name}#${count}` : name,
    kind: statement.kind === 'definition' ? 'function' : 'expression',
    framework: 'loss',
    span: { start: statement.start, end: statement.end },
    nameSpan: { start: statement.name.start, end: statement.name.end },
    parameters,
    options: [],
    graph,
    body: body.op === 'opaque' ? null : body,
    uses: translator.uses,
    status: translator.missing.length === 0 ? 'full' : body.op === 'opaque' ? 'none' : 'partial',
    missing: translator.missing,
    declarations: { wrt: declared.wrt, dtype: declared.dtype, facts: declared.facts, ignored: mine.ignores.flatMap((i) => i.codes) },
    shapesBecause: declared.shapes.length > 0 ? 'declared' : 'every parameter is a number',
  };
}

/** The part of file-wide declarations that speaks of these parameters. */
function concerning(shared: ParsedDeclarations, names: readonly LossName[]): ParsedDeclarations {
  const known = new Set(names.map((n) => n.name));
  const wrt = shared.wrt?.filter((name) => known.has(name)) ?? [];
  return {
    ...shared,
    domains: shared.domains.filter((d) => known.has(d.name)),
    roles: shared.roles.filter((r) => known.has(r.name)),
    shapes: shared.shapes.filter((s) => known.has(s.name)),
    facts: shared.facts.filter((f) => known.has(f.parameter)),
    wrt: wrt.length > 0 ? wrt : null,
  };
}

/** Parameters of a definition; of an assignment, the names that are free in it and in the assignments it uses. */
function parametersOf(statement: Named, named: readonly Named[]): readonly LossName[] {
  if (statement.kind === 'definition') return statement.parameters;
  const free = new Map<string, LossName>();
  const seen = new Set<Named>([statement]);
  for (const one of seen) {
    for (const { name, start, end, called } of namesIn(one.body)) {
      const known = named.find((s) => s.name.name === name);
      if (known?.kind === 'assignment') seen.add(known);
      else if (!called && !known && !Object.hasOwn(CONSTANTS, name) && !Object.hasOwn(TRUTHS, name) && !free.has(name))
        free.set(name, { name, start, end });
    }
  }
  return [...free.values()];
}
