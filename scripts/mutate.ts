import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSource } from '../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../src/engine/check/options';
import { createTools } from '../src/engine/check/tools';
import type { Tools } from '../src/engine/check/tools';
import type { FileReport } from '../src/engine/check/report';
import { isFormatName } from '../src/engine/numerics/format';
import { withEpsilons } from './mutate/epsilons';
import { inFramework } from './mutate/frameworks';
import { MUTATIONS } from './mutate/mutations';
import { withOtherParameters } from './mutate/parameters';

/**
 * `npm run mutate`: writes every labelled case differently and looks whether the findings follow the mathematics. The same
 * rules complain of a hazard, of its repaired form and of safe code, however they are spelled and split; a value that breaks in
 * PyTorch breaks elsewhere; an epsilon that is raised across its threshold ends the complaint about it, and one that is
 * lowered begins one. Exits with 1 where one does not.
 */
interface Hazard {
  readonly id: string;
  readonly code: string;
  readonly dtype: string;
  readonly fixed?: string | null;
  readonly fixedScored?: boolean;
}

interface Safe {
  readonly id: string;
  readonly code: string;
  readonly dtype?: string;
}

/** A program and how it is to be judged. */
interface Case {
  readonly id: string;
  readonly code: string;
  readonly dtype: string;
}

/** One mutant, what came before it, and whether that is as it should be. */
interface Trial {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly follows: boolean;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const resolve = (name: string): string => createRequire(join(root, 'package.json')).resolve(name);

async function main(): Promise<void> {
  const tools = await createTools({
    runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
  const { hazards, safe } = JSON.parse(readFileSync(join(root, 'test/fixtures/stability.json'), 'utf8')) as {
    hazards: Hazard[];
    safe: Safe[];
  };
  const broken = hazards.map(({ id, code, dtype }): Case => ({ id, code, dtype }));
  const repaired = hazards
    .filter(({ fixedScored }) => fixedScored)
    .flatMap(({ id, fixed, dtype }): Case[] => (fixed ? [{ id: `${id} repaired`, code: fixed, dtype }] : []));
  const fine = safe.map(({ id, code, dtype }): Case => ({ id, code, dtype: dtype ?? '' }));
  const wanted = process.argv[2] ?? '';
  const cases = [...broken, ...repaired, ...fine].filter(({ id }) => id.startsWith(wanted));
  let [tried, lost] = [0, 0];
  for (const one of cases) {
    for (const { id, name, before, after, follows } of trialsOf(one, broken.includes(one), tools)) {
      tried++;
      if (follows) continue;
      lost++;
      console.log(`${id}, ${name}: ${before || 'silent'} became ${after || 'silent'}`);
    }
  }
  console.log(`${tried} mutants of ${cases.length} cases: ${tried - lost} follow the mathematics, ${lost} do not`);
  if (lost > 0) process.exitCode = 1;
}

function* trialsOf(one: Case, isHazard: boolean, tools: Tools): Generator<Trial> {
  const { id, code, dtype } = one;
  const report = reportOf(code, dtype, tools);
  const before = complaints(report);
  const trial = (name: string, mutant: string, follows: (after: string) => boolean, original = same): Trial => {
    const after = original(complaints(reportOf(mutant, dtype, tools)));
    return { id, name, before, after, follows: follows(after) };
  };
  for (const { name, apply } of MUTATIONS) {
    const mutant = apply(code);
    if (mutant !== null && mutant !== code) yield trial(name, mutant, (after) => after === before);
  }
  const isStill = isHazard ? (after: string): boolean => after !== '' : isHushed;
  for (const roles of ['declared', 'untold'] as const) {
    const renamed = report.losses[0] && withOtherParameters(code, report.losses[0], roles);
    if (!renamed) continue;
    const equal = roles === 'declared' && !renamed.guessed;
    yield trial(`rename parameters, roles ${roles}`, renamed.code, equal ? (after) => after === before : isStill, renamed.original);
  }
  for (const framework of ['jax', 'tensorflow'] as const) {
    const mutant = isHazard && spoilsValue(report) ? inFramework(code, framework) : null;
    if (mutant !== null) yield trial(`in ${framework}`, mutant, (after) => after !== '');
  }
  const guarded = LOST_EPSILON.test(before);
  const raised = guarded ? withEpsilons(code, 'large') : null;
  if (raised !== null) yield trial('raise the epsilon', raised, (after) => !LOST_EPSILON.test(after));
  const lowered = before === '' && dtype !== 'float64' && NEEDS_EPSILON.test(code) ? withEpsilons(code, 'small') : null;
  if (lowered !== null) yield trial('lower the epsilon', lowered, (after) => after !== '');
}

const same = (text: string): string => text;

/** Whether at most preconditions are told: what a name told of a parameter may be what kept it safe. */
function isHushed(after: string): boolean {
  return !after.includes('stability/');
}

/** Complaints about an epsilon that the format does not hold. */
const LOST_EPSILON = /stability\/eps-(absorbed|underflows|squared)/;

/** A logarithm, a root, or a quotient that takes its epsilon by hand. */
const NEEDS_EPSILON = /(log|sqrt)\(.*(\+|min=|clamp_min\(|clip_by_value\(.*,) ?\d[\d.]*e-|\/ \(?.*\+ \d[\d.]*e-/;

/** Whether some finding's witness breaks the value itself. */
function spoilsValue({ findings }: FileReport): boolean {
  return findings.some(({ witness }) => [witness?.value].flat(8).some((v) => v === 'nan' || v === 'inf' || v === '-inf'));
}

function reportOf(text: string, dtype: string, tools: Tools): FileReport {
  const formats = isFormatName(dtype) ? [dtype] : [];
  return checkSource({ path: 'case.py', language: 'python', text }, tools, {
    ...DEFAULT_OPTIONS,
    formats,
    minSeverity: 'warning',
    select: ['stability'],
  }).report;
}

/** Codes of the errors and warnings, and what is told as a precondition, in order. */
function complaints({ findings, losses }: FileReport): string {
  const needs = losses.flatMap((loss) => loss.preconditions.map(({ text: condition }) => `needs ${condition}`));
  return [...new Set([...findings.map((finding) => finding.code), ...needs])].sort().join(', ');
}

void main();
