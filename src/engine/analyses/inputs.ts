import { gradientFlowOf } from './gradient-flow';
import { marksIn } from './marks';
import { type Domain, REALS, admits, hullOf, interval } from '../ir/domain';
import { type Expression, inOrder } from '../ir/expression';
import { type Loss, type Parameter, variablesOf } from '../ir/loss';
import { rememberEach } from '../ops/shared/remember';

/** What is known of an input's values, which decides how it is tried out. */
export type Quantity = 'held' | 'mask' | 'index' | 'simplex' | 'set' | 'bounded' | 'free' | 'bare' | 'draw' | 'unread';

/** One leaf of a loss that takes values: a parameter, a random draw, or the result of something that was not read. */
export interface Input {
  readonly node: Expression;
  readonly name: string;
  readonly quantity: Quantity;
  readonly domain: Domain;
  /** The value of a held input. */
  readonly value: number;
  /** Whether training pulls gradients back to it. */
  readonly differentiable: boolean;
  /** Whether it is a prediction: then its whole assumed range is its author's business. */
  readonly prediction: boolean;
  /** Whether a single letter is all that tells what it is. */
  readonly vague: boolean;
  /** Whether nothing tells if it is a probability or a score. */
  readonly unscaled: boolean;
  /** Whether it is a logarithm of a scale: it stands both inside an exponential and beside it. */
  readonly logarithmic: boolean;
  /** Whether its name says that it is the logarithm of a probability. */
  readonly logProbability: boolean;
  /** Whether its name says that it is a gradient, as the lift calls what a model's is taken for. */
  readonly gradient: boolean;
  /** Whether it is the target of the loss. */
  readonly target: boolean;
  /** Whether it weighs other things, and more than a single letter tells that. */
  readonly weight: boolean;
  /** Whether its name says that it is a mask: it holds 1 and 0. */
  readonly masks: boolean;
  /** Whether it is a part of the configuration rather than data. */
  readonly configured: boolean;
  /** The everyday value of what belongs to the configuration that has no default; null for every other input. */
  readonly knob: number | null;
  /** So many elements of each row are no 0, and no label that is passed over. */
  readonly filled: number;
  /** Numbers that the code compares it with, in its order. */
  readonly marks: readonly number[];
}

/** An input at the everyday value of its knob, if it is one. */
export function settled(input: Input): Input {
  return input.knob === null ? input : { ...input, quantity: 'held', value: input.knob };
}

/** The inputs that the body of a loss depends on, in the order of its parameters. */
export const inputsOf = rememberEach((loss: Loss): readonly Input[] => {
  if (!loss.body) return [];
  const [learned, settings] = [learnedParameters(loss), configuredOf(loss)];
  const byName = new Map(loss.parameters.map((p) => [p.name, p]));
  const order = inOrder(loss.body);
  const logarithms = logarithmsIn(order);
  const marks = marksIn(order, (node) => numberOf(node, byName));
  const operandsOf = (name: string): ReadonlySet<Expression | undefined> =>
    new Set(order.filter(({ op }) => op === name).map(({ args }) => unscaledOf(args[1])));
  const [exponents, divisors] = [operandsOf('power'), operandsOf('divide')];
  return order
    .filter((node) => ['parameter', 'random', 'opaque'].includes(node.op))
    .map((node) =>
      withKnob(
        { ...inputOf(node, byName.get(nameOf(node)), learned, settings), logarithmic: logarithms.has(node), marks: marks.get(node) ?? [] },
        byName.get(nameOf(node)),
        exponents.has(node) ? 'exponent' : divisors.has(node) ? 'divisor' : null,
      ),
    );
});

/** A constant, or what a setting is held at; null for everything else. */
function numberOf({ op, attributes: { value, name } }: Expression, parameters: ReadonlyMap<string, Parameter>): number | null {
  if (op === 'constant') return typeof value === 'number' ? value : null;
  return op === 'parameter' ? heldValue(parameters.get(String(name))) : null;
}

/** What an epsilon is taken for. */
export const EPSILON = 1e-6;

/** Whether a parameter is called an epsilon. */
export function isEpsilon(name: string): boolean {
  return /(^|[._])eps(ilon)?$/i.test(name);
}

/** Exponents are taken for 2, epsilons that divide nothing for a small number, settings for a half or, where they count, for 2, and whatever else a loss is built with for 1, or for what their domain allows. */
function withKnob(input: Input, parameter: Parameter | undefined, place: 'exponent' | 'divisor' | null): Input {
  if (!parameter || !input.configured || parameter.source === 'declared' || input.quantity === 'held' || input.node.kind === 'bool')
    return input;
  const knob = [place === 'exponent' ? 2 : usualOf(parameter, place === 'divisor'), 1, 2].find((value) => accepts(input, value));
  return knob === undefined ? input : { ...input, knob };
}

function usualOf({ name, role }: Parameter, divides: boolean): number {
  if (isEpsilon(name)) return divides ? 0.5 : EPSILON;
  if (COUNT.test(name)) return 2;
  return role === 'hyperparameter' ? 0.5 : 1;
}

/** Settings that are whole numbers. */
const COUNT = /(^|[._])(num|n)_\w+$|(size|count|steps|epochs?|layers|classes|length)$/i;

/** Parameters that are set once for a loss: settings, what its object is built with, and weights that the object holds. */
function configuredOf({ parameters }: Loss): ReadonlySet<string> {
  const isCalled = parameters.some(({ role, built }) => role === 'prediction' && !built);
  const isSet = ({ role, built, name }: Parameter): boolean => {
    if (role === 'hyperparameter') return true;
    if (role === 'weight' || BIAS.test(name)) return built === true || name.startsWith('self.');
    return built === true && (role === 'other' || (role === 'prediction' && isCalled));
  };
  return new Set(parameters.filter(isSet).map(({ name }) => name));
}

const BIAS = /\.bias(#\d+)?$/;

/** Parameters that are exponentiated, up to a sign or a factor, and added to something as they are, or called the logarithm of a scale. */
function logarithmsIn(order: readonly Expression[]): ReadonlySet<Expression> {
  const added = new Set(order.filter(({ op }) => op === 'add' || op === 'subtract').flatMap(({ args }) => args.map(unscaledOf)));
  const exponents = order.filter(({ op }) => op === 'exp').map(({ args }) => unscaledOf(args[0]));
  const own = exponents.filter((node) => node?.op === 'parameter' && added.has(node)) as Expression[];
  const named = exponents.flatMap(termsOf).filter((node) => node.op === 'parameter' && LOGARITHM.test(nameOf(node)));
  return new Set([...own, ...named]);
}

/** What an expression adds up, up to signs and factors. */
function termsOf(node: Expression | undefined): Expression[] {
  if (!node) return [];
  return node.op === 'add' || node.op === 'subtract' ? node.args.flatMap((term) => termsOf(unscaledOf(term))) : [node];
}

const LOGARITHM = /(^|[._])(log_?(var|scale|std|sigma|sd|precision|temp)\w*|logit_?scale)(#\d+)?$/i;

function unscaledOf(node: Expression | undefined): Expression | undefined {
  const [x, y] = node?.args ?? [];
  if (node && ['negative', 'cast', 'to_float', 'identity', 'broadcast_to', 'reshape'].includes(node.op)) return unscaledOf(x);
  if (node?.op === 'multiply' && x?.op === 'constant') return unscaledOf(y);
  if ((node?.op === 'multiply' || node?.op === 'divide') && y?.op === 'constant') return unscaledOf(x);
  return node;
}

/** Parameters that gradients are wanted for: the variables of the loss and whatever has no other role. */
function learnedParameters(loss: Loss): ReadonlySet<string> {
  if (loss.framework === 'numpy' || loss.framework === 'python' || loss.withoutAutograd) return new Set();
  const variables = variablesOf(loss).flatMap((p) => (p.cutOff ? [] : [p.name]));
  if (loss.declarations.wrt) return new Set(variables);
  const unknown = ({ role, roleBecause, cutOff }: Parameter): boolean => role === 'other' && !cutOff && !roleBecause.startsWith('its name');
  const others = loss.parameters.filter((p) => unknown(p) || (p.role === 'weight' && variables.length === 0));
  return new Set([...variables, ...(others.length > 0 && isDecided(loss) ? [] : others.map((p) => p.name))]);
}

/** Whether hard decisions keep every gradient from the predictions: then the loss measures and nothing is trained by it. */
function isDecided(loss: Loss): boolean {
  const flows = [...gradientFlowOf(loss).values()];
  return flows.some(({ answer }) => answer === 'blocked') && flows.every(({ answer }) => answer === 'blocked' || answer === 'unused');
}

/** Name of a leaf: a parameter's path, or what was called. */
function nameOf(node: Expression): string {
  const { name, distribution } = node.attributes;
  return String(name ?? distribution ?? node.op);
}

const UNKNOWN: Omit<Input, 'node' | 'name'> = {
  quantity: 'bare',
  value: 0.5,
  prediction: false,
  vague: false,
  unscaled: false,
  logarithmic: false,
  logProbability: false,
  gradient: false,
  target: false,
  weight: false,
  masks: false,
  configured: false,
  differentiable: false,
  domain: REALS,
  knob: null,
  filled: 0,
  marks: [],
};

function inputOf(node: Expression, parameter: Parameter | undefined, learned: ReadonlySet<string>, settings: ReadonlySet<string>): Input {
  const name = nameOf(node);
  const leaf: Input = { ...UNKNOWN, node, name, gradient: GRADIENT.test(name) };
  if (node.op === 'random' || NOISE.test(name)) return { ...leaf, quantity: 'draw', domain: drawn(node) };
  if (node.op === 'opaque') return { ...leaf, quantity: 'unread', value: node.kind === 'int' ? 1 : 0.5 };
  const domain = parameter?.domain ?? REALS;
  const held = heldValue(parameter);
  const quantity = held === null ? quantityOf(node, domain, parameter) : 'held';
  return {
    ...leaf,
    domain,
    value: held ?? 0.5,
    quantity,
    vague: quantity === 'free' && parameter?.guessed === 'by a letter',
    unscaled: quantity === 'free' && parameter?.expects === null && parameter.source !== 'declared',
    differentiable: node.kind === 'float' && (parameter ? learned.has(name) : learned.size > 0),
    prediction: parameter?.role === 'prediction',
    logProbability: isLogProbability(domain, parameter),
    target: parameter?.role === 'target',
    weight: parameter?.role === 'weight' && name.length > 1,
    masks: parameter?.role === 'weight' && parameter.source !== 'declared' && MASK.test(name),
    configured: settings.has(name),
    filled: parameter?.filled ?? 0,
  };
}

const MASK = /(^|[_.\]"])(mask|masks|valid)(_\w+)?(#\d+)?$|mask$/i;

const GRADIENT = /(^|[_.])grad(s|ients?)?($|[_.(])/i;

/** How `lift/primitives/create` calls numbers that are drawn in a shape that is not known. */
const NOISE = /^(uniform|normal|any) noise\(\)(#\d+)?$/;

function isLogProbability(domain: Domain, parameter: Parameter | undefined): boolean {
  return hullOf(domain).high === 0 && hullOf(domain).low === -Infinity && parameter?.source === 'assumed';
}

function drawn(node: Expression): Domain {
  const { low, high } = node.attributes;
  if (node.kind === 'int')
    return interval(typeof low === 'number' ? low : 0, typeof high === 'number' ? high - 1 : Infinity, false, false, true);
  return nameOf(node).includes('uniform') ? interval(0, 1, false, true) : REALS;
}

/** The value of a hyperparameter that its signature or its author gives. */
function heldValue(parameter: Parameter | undefined): number | null {
  if (!parameter) return null;
  if (typeof parameter.default === 'boolean') return parameter.default ? 1 : 0;
  return typeof parameter.default === 'number' ? parameter.default : null;
}

function quantityOf(node: Expression, domain: Domain, parameter: Parameter | undefined): Quantity {
  if (node.kind === 'bool') return 'mask';
  if (domain.kind === 'simplex') return 'simplex';
  if (domain.kind === 'set') return 'set';
  if (node.kind === 'int') return 'index';
  const { low, high } = hullOf(domain);
  if (low > -Infinity || high < Infinity || !domain.lowOpen || !domain.highOpen) return 'bounded';
  if (parameter?.source === 'declared' || (parameter?.role === 'prediction' && parameter.guessed !== 'for want of another')) return 'free';
  return 'bare';
}

/** Whether a value may be given to an input. */
export function accepts(input: Input, value: number): boolean {
  if (input.quantity === 'mask') return value === 0 || value === 1;
  if (input.quantity === 'index') return Number.isInteger(value) && admits(input.domain, value);
  return input.quantity === 'held' ? value === input.value : admits(input.domain, value);
}
