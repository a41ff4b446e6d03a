import { type Expression, inOrder } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { type Assignment, candidates } from './candidates';
import type { Blame, Failure, Given, Hazard } from './hazard';
import { type Input, inputsOf } from './inputs';
import { halfSums } from './half-sums';
import { needsOf } from './needs';
import type { Tier } from './ordinary-values';
import { type Suspicion, suspectsOf } from './range';
import { type FrameworkArithmetic, Replay } from './replay';
import { tierOf } from './severity';

/** How much a search may spend, in evaluations of the whole loss forward and backward. */
export interface Budget {
  readonly evaluations: number;
  /** Stop once this many operations have been blamed. */
  readonly hazards: number;
}

interface Search {
  readonly loss: Loss;
  readonly replay: Replay;
  readonly inputs: readonly Input[];
  readonly arithmetic: FrameworkArithmetic;
  readonly found: Map<Expression, Hazard>;
  spent: number;
}

/**
 * Looks for inputs on which a loss breaks: first ordinary ones with every unknown input between 0 and 1, then ordinary
 * ones at large, then extraordinary ones. One hazard for each operation to blame, with the simplest witness met.
 */
export function searchWitnesses(loss: Loss, arithmetic: FrameworkArithmetic, budget: Budget): readonly Hazard[] {
  if (!loss.body) return [];
  const inputs = inputsOf(loss);
  const search: Search = { loss, replay: new Replay(loss.body, inputs, arithmetic), inputs, arithmetic, found: new Map(), spent: 0 };
  for (const stage of STAGES) runStage(search, stage, budget);
  const order = inOrder(loss.body);
  for (const hazard of halfSums(loss, arithmetic)) record(search, hazard);
  return [...search.found.values()].sort((a, b) => order.indexOf(a.node) - order.indexOf(b.node));
}

interface Stage {
  readonly tier: Tier;
  readonly benign: boolean;
  /** Part of the budget that may be spent when the stage ends. */
  readonly share: number;
}

const STAGES: readonly Stage[] = [
  { tier: 'ordinary', benign: true, share: 0.4 },
  { tier: 'ordinary', benign: false, share: 0.75 },
  { tier: 'extraordinary', benign: false, share: 1 },
];

function runStage(search: Search, { tier, benign, share }: Stage, budget: Budget): void {
  if (!benign && tier === 'ordinary' && !search.inputs.some((input) => input.quantity === 'bare')) return;
  const suspects = [...suspectsOf(search.loss, search.arithmetic, tier)];
  const tried = { inputs: search.inputs, tier, benign, format: search.arithmetic.format };
  let last = search.spent;
  for (const assignment of candidates(tried)) {
    if (search.spent >= budget.evaluations * share || search.found.size >= budget.hazards) return;
    const open = suspects.filter(([node, what]) => !isSettled(search.found.get(node), what));
    if (open.length === 0 || (open.every(([node]) => search.found.has(node)) && search.spent - last > PATIENCE)) return;
    search.spent++;
    const failure = search.replay.failure(assignment);
    if (failure && !isGuess(failure.blame) && record(search, hazardOf(search, failure, tier, benign))) last = search.spent;
  }
}

/** Whether the operation to blame stands on something that was not read, so that its value is a guess. */
function isGuess({ node, operand }: Blame): boolean {
  const [base, exponent] = node.args;
  const at = node.args[operand] ?? base;
  const roots = node.op === 'power' && exponent && at ? [at, exponent] : at ? [at] : [];
  return inOrder(...roots).some((n) => n.op === 'opaque');
}

/** How many evaluations may look for a plainer witness of what is already found. */
const PATIENCE = 60;

function isSettled(hazard: Hazard | undefined, suspicion: Suspicion): boolean {
  if (!hazard || suspicion === 'slope') return hazard !== undefined;
  return hazard.breaks !== 'gradient' && (suspicion === 'value' || Number.isNaN(hazard.got));
}

/** The first witness of an operation stays, unless a later one of its tier is graver. */
function record(search: Search, hazard: Hazard): boolean {
  const known = search.found.get(hazard.node);
  if (known && !(isAlike(known, hazard) && gravityOf(hazard) > gravityOf(known))) return false;
  search.found.set(hazard.node, hazard);
  return true;
}

function isAlike(a: Hazard, b: Hazard): boolean {
  return a.tier === b.tier && a.needs.length === b.needs.length;
}

/** A broken value is graver than a broken gradient, and nan than an infinity. */
function gravityOf({ breaks, phase, got }: Hazard): number {
  return (breaks === 'gradient' ? 0 : 2) + (phase === 'forward' && Number.isNaN(got) ? 1 : 0);
}

function hazardOf(search: Search, failure: Failure, tier: Tier, benign: boolean): Hazard {
  const { blame, breaks, assignment, outcome } = failure;
  const needs = needsOf(blame, search.inputs, benign);
  const given = givenOf(search.inputs, assignment);
  return { ...blame, breaks, tier: tierOf(blame, given, tier), format: search.arithmetic.format, flushes: search.arithmetic.flushesSubnormals, given, outcome, needs };
}

function givenOf(inputs: readonly Input[], assignment: Assignment): Given[] {
  return inputs.map((input, i) => ({ input, values: assignment[i] ?? new Float64Array() }));
}
