import { type Expression, inOrder } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { rebuild } from '../ir/rebuild';
import { infiniteDivisor } from './blame';
import { type Assignment, candidates } from './candidates';
import { evaluationsWithin, isHeavy } from './cost';
import { crossings } from './crossings';
import { addsNothing } from './emptied';
import { agreement } from './facts';
import { halfSums } from './half-sums';
import type { Blame, Failure, Given, Hazard } from './hazard';
import { type Input, inputsOf, settled } from './inputs';
import { minimised } from './minimise';
import { needsOf } from './needs';
import { isGuess, isMeant, isRaised } from './no-fault';
import { formatsIn } from './node-formats';
import type { FormatName } from '../numerics/format';
import type { Tier } from './ordinary-values';
import { raises } from './raising';
import { isTested } from './own-test';
import { Places } from './places';
import { type Suspicion, suspectsOf } from './range';
import { type FrameworkArithmetic, Replay } from './replay';
import { Seen } from './seen';
import { LOGARITHMS } from './scales';
import { tierOf } from './severity';

/** How much a search may spend. */
export interface Budget {
  /** Steps: elements computed, forward and backward. */
  readonly steps: number;
  /** Stop once this many operations have been blamed. */
  readonly hazards: number;
}

interface Search {
  readonly loss: Loss;
  readonly replay: Replay;
  /** The loss with 0 in the place of what its author answers nan; null where he does nowhere. */
  readonly meant: Replay | null;
  readonly places: Places;
  readonly inputs: readonly Input[];
  readonly arithmetic: FrameworkArithmetic;
  readonly evaluations: number;
  readonly hazards: number;
  readonly found: Map<Expression, Met>;
  readonly seen: Seen;
  /** The format that each node computes in. */
  readonly formatOf: (node: Expression) => FormatName;
  /** Whether an assignment is one that the author expects. */
  readonly agrees: (assignment: Assignment) => boolean;
  /** Suspects of a tier. */
  readonly suspects: (tier: Tier) => readonly (readonly [Expression, Suspicion])[];
  spent: number;
}

/**
 * Looks for inputs on which a loss breaks: first ordinary ones with every input of unknown scale between 0 and 1, then
 * ordinary ones at large, then extraordinary ones. One hazard for each operation to blame, with the simplest witness met.
 */
export function searchWitnesses(loss: Loss, arithmetic: FrameworkArithmetic, { steps, hazards }: Budget): readonly Hazard[] {
  if (!loss.body) return [];
  const inputs = inputsOf(loss);
  const replay = new Replay(loss.body, inputs, arithmetic);
  const evaluations = evaluationsWithin(steps, loss.body);
  const search: Search = {
    loss,
    replay,
    meant: answersNan(loss) ? new Replay(withoutNan(loss, loss.body), inputs, arithmetic) : null,
    places: new Places(loss),
    inputs,
    arithmetic,
    evaluations,
    hazards,
    found: new Map(),
    seen: new Seen(),
    formatOf: formatsIn(loss.body, arithmetic.format),
    agrees: agreement(loss, inputs, arithmetic),
    suspects: suspectsByTier(loss, arithmetic),
    spent: 0,
  };
  for (const stage of STAGES) runStage(search, stage);
  const met = [...search.found.values()].map(({ failure, stage }) =>
    hazardOf(search, minimised(failure, inputs, replay, search.agrees), stage),
  );
  const order = inOrder(loss.body);
  const known = new Set(met.map(({ node }) => node));
  const own = met.filter((hazard) => !isConsequence(hazard, met, search));
  const others = [...halfSums(loss, arithmetic), ...cancellations(search)];
  const all = [...own, ...others.filter(({ node }) => !known.has(node))];
  return all.sort((a, b) => order.indexOf(a.node) - order.indexOf(b.node));
}

/**
 * Whether an operation breaks on what an infinity under it became, such as 0 for its reciprocal, and that infinity is told of by
 * itself; or overflows by what an exponential gives that is told to overflow.
 */
function isConsequence(hazard: Hazard, all: readonly Hazard[], { replay }: Search): boolean {
  const { node, at, operand, given } = hazard;
  if (Math.abs(hazard.got) === Infinity && PRODUCTS.has(node.op)) return hasOverflowingExponential(hazard, all);
  if (at[operand] !== 0) return false;
  const assignment = given.map(({ values }) => values);
  const infinite = infiniteDivisor(node, (inner) => replay.valuesAt(assignment, inner));
  const under = new Set(infinite ? inOrder(infinite) : []);
  return all.some((other) => other.breaks !== 'gradient' && under.has(other.node));
}

/** Operations that make more of what is large already. */
const PRODUCTS: ReadonlySet<string> = new Set(['power', 'square', 'multiply', 'prod', 'cumprod']);

function hasOverflowingExponential({ node, tier }: Hazard, all: readonly Hazard[]): boolean {
  const under = new Set(inOrder(...node.args));
  const isAsGrave = (other: Hazard): boolean => other.tier === 'ordinary' || other.tier === tier;
  return all.some((other) => other.node.op === 'exp' && other.got === Infinity && isAsGrave(other) && under.has(other.node));
}

/** Whether the code chooses a nan that it writes itself: so it says that there is nothing to tell. */
function answersNan({ body }: Loss): boolean {
  return body !== null && inOrder(body).some(({ op, args }) => (op === 'where' || op === 'select') && args.some(isNan));
}

function withoutNan({ graph }: Loss, body: Expression): Expression {
  return rebuild(graph, body, (node) => (isNan(node) ? graph.apply('broadcast_to', [graph.constant(0)], { shape: node.shape }) : null));
}

function isNan({ op, args: [x], attributes: { value, values } }: Expression): boolean {
  if (op !== 'constant') return x !== undefined && ['cast', 'to_float', 'broadcast_to', 'reshape'].includes(op) && isNan(x);
  return Number.isNaN(value) || (Array.isArray(values) && values.length > 0 && values.every(Number.isNaN));
}

function suspectsByTier(loss: Loss, arithmetic: FrameworkArithmetic): Search['suspects'] {
  const known = new Map<Tier, readonly (readonly [Expression, Suspicion])[]>();
  return (tier) => {
    const suspects = known.get(tier) ?? [...suspectsOf(loss, arithmetic, tier)];
    known.set(tier, suspects);
    return suspects;
  };
}

/** Divisors that are 0 where what they add up happens to cancel: what the loss needs of those inputs. */
function cancellations(search: Search): Hazard[] {
  const { loss, arithmetic, inputs, replay, found } = search;
  if (!loss.body || isHeavy(loss.body) || found.size > 0) return [];
  return [...crossings(loss.body, inputs.map(settled), arithmetic)].flatMap(({ node, assignment, inputs: needs }) => {
    const failure = search.agrees(assignment) ? replay.failure(assignment) : null;
    return failure?.blame.node === node ? [{ ...hazardOf(search, failure, CANCELLED), needs }] : [];
  });
}

const CANCELLED: Stage = { tier: 'ordinary', benign: false, knobs: false, share: 1 };

/** The gravest failure met of one operation. */
interface Met {
  readonly failure: Failure;
  readonly hazard: Hazard;
  readonly stage: Stage;
}

interface Stage {
  readonly tier: Tier;
  readonly benign: boolean;
  /** Whether numbers of the configuration that have no default leave their everyday values: then the fault is theirs. */
  readonly knobs: boolean;
  /** Part of the budget that may be spent when the stage ends. */
  readonly share: number;
}

const STAGES: readonly Stage[] = [
  { tier: 'ordinary', benign: true, knobs: false, share: 0.4 },
  { tier: 'ordinary', benign: false, knobs: false, share: 0.75 },
  { tier: 'extraordinary', benign: false, knobs: false, share: 0.95 },
  { tier: 'ordinary', benign: true, knobs: true, share: 1 },
];

function runStage(search: Search, stage: Stage): void {
  const { tier, benign, knobs, share } = stage;
  const { found } = search;
  if (search.spent >= search.evaluations * share) return;
  const inputs = knobs ? search.inputs : search.inputs.map(settled);
  if (knobs && !inputs.some((input) => input.knob !== null)) return;
  if (!benign && tier === 'ordinary' && !inputs.some((input) => input.quantity === 'bare' || input.unscaled)) return;
  const suspects = search.suspects(tier);
  let last = search.spent;
  for (const assignment of candidates({ inputs, tier, benign, format: search.arithmetic.format })) {
    if (search.spent >= search.evaluations * share || found.size >= search.hazards) return;
    const open = suspects.filter(([node, suspicion]) => !isSettled(found.get(node)?.hazard, suspicion));
    if (open.length === 0 || (open.every(([node]) => found.has(node)) && search.spent - last > PATIENCE)) return;
    if (!search.agrees(assignment)) continue;
    search.spent++;
    if (!search.seen.add(assignment)) continue;
    const failure = search.replay.failure(assignment);
    if (failure && failure.breaks !== 'gradient' && search.meant?.isFinite(assignment) === true) continue;
    if (failure && raises(search.loss, (node) => search.replay.valuesAt(assignment, node))) continue;
    if (failure && record(search, failure, stage)) last = search.spent;
  }
}

/** How many evaluations may look for a plainer witness of what is already found. */
const PATIENCE = 60;

function isSettled(hazard: Hazard | undefined, suspicion: Suspicion): boolean {
  if (hazard && hazard.needs.length > 0) return false;
  if (!hazard || suspicion === 'slope') return hazard !== undefined;
  return hazard.breaks !== 'gradient' && (suspicion === 'value' || Number.isNaN(hazard.got));
}

/** Whether the loss is whole on the same inputs where numbers that were not read are others than they were taken to be. */
function hangsOnUnread({ inputs, replay }: Search, { assignment }: Failure): boolean {
  const unread = inputs.map(({ quantity, node }) => quantity === 'unread' && node.kind !== 'bool');
  if (!unread.includes(true)) return false;
  return OTHER_NUMBERS.some((value) => {
    const other = assignment.map((values, i) =>
      unread[i] === true ? values.map(() => (inputs[i]?.node.kind === 'int' ? Math.max(0, Math.floor(value)) : value)) : values,
    );
    const { value: result, gradients } = replay.outcome(other);
    return [result, ...gradients.values()].every((values) => values.every(Number.isFinite));
  });
}

/** What a number that was not read may be as well as 0.5: nothing, little, or negative, or much. */
const OTHER_NUMBERS: readonly number[] = [0, 1e-3, -1.5, 8];

/**
 * The first witness of an operation stays, so that an assignment that was seen tells nothing new, unless a later one of its stage
 * is graver, or one of a later stage is no fault of the caller's as it was.
 */
function record(search: Search, failure: Failure, stage: Stage): boolean {
  const { blame, breaks } = failure;
  const met = search.found.get(blame.node);
  const excused = met !== undefined && met.hazard.needs.length > 0 && met.stage !== stage;
  const known = excused ? undefined : met;
  if (known && (known.stage !== stage || gravityOf({ ...blame, breaks }) <= gravityOf(known.hazard))) return false;
  if (isMeant(blame) || isRaised(blame) || isGuess(blame) || hangsOnUnread(search, failure)) return false;
  const hazard = hazardOf(search, failure, stage);
  if (excused && hazard.needs.length > 0) return false;
  if (known && !isAlike(known.hazard, hazard)) return false;
  search.found.set(blame.node, { failure, hazard, stage });
  return true;
}

function isAlike(a: Hazard, b: Hazard): boolean {
  return a.tier === b.tier && a.needs.length === b.needs.length;
}

/** A broken value is graver than a broken gradient, and nan than an infinity, but where what is left of 1 is already negative. */
function gravityOf({ breaks, phase, got, node, at }: Pick<Hazard, 'breaks' | 'phase' | 'got' | 'node' | 'at'>): number {
  const worse = phase === 'forward' && Number.isNaN(got) && !(isRest(node.args[0]) && (at[0] ?? 0) < 0);
  return (breaks === 'gradient' ? 0 : 2) + (worse ? 1 : 0);
}

/** `1 - p`: probabilities are beyond it only where they are none. */
function isRest(node: Expression | undefined): boolean {
  const [one] = node?.op === 'subtract' ? node.args : [];
  return one?.op === 'constant' && one.attributes.value === 1;
}

/** Whether a quotient or its slope breaks because the divisor is 0 or next to it. */
function isDivisorsFault({ node, phase, at: [, divisor = 1] }: Blame): boolean {
  return node.op === 'divide' && (divisor === 0 || (phase === 'backward' && Math.abs(divisor) < SMALL_DIVISOR));
}

const SMALL_DIVISOR = 1e-30;

function hazardOf(search: Search, { blame: found, breaks, assignment, outcome }: Failure, { tier, benign, knobs }: Stage): Hazard {
  const blame = isDivisorsFault(found) ? { ...found, operand: 1 } : found;
  const { arithmetic, places, replay } = search;
  const inputs = knobs ? search.inputs : search.inputs.map(settled);
  const given = search.inputs.map((input, i): Given => ({ input, values: assignment[i] ?? new Float64Array(), shape: input.node.shape }));
  const valuesOf = (node: Expression): Float64Array => replay.valuesAt(assignment as Assignment, node);
  const needs = needsOf({
    blame,
    inputs,
    benign,
    knobs,
    written: !places.isInside(blame.node),
    declared: search.loss.declarations.wrt !== null,
    spoilsValue: breaks !== 'gradient',
    tested: isTested(blame, breaks !== 'gradient', inputs, places),
    valuesOf,
  });
  const operand = blame.node.args[0];
  const emptied = LOGARITHMS.has(blame.node.op) && blame.at[0] === 0 && operand !== undefined && addsNothing(operand, valuesOf);
  return {
    ...blame,
    breaks,
    emptied,
    tier: emptied ? 'extraordinary' : tierOf(blame, given, tier),
    format: arithmetic.format,
    computedIn: search.formatOf(blame.node),
    flushes: arithmetic.flushesSubnormals,
    given,
    outcome,
    needs,
  };
}
