import { hullOf, interval, REALS, type Domain } from '../../ir/domain';
import type { DomainSource, Parameter, Role } from '../../ir/loss';
import type { UseFinding, UseTable } from './evidence';
import { findingsFor } from './from-use';
import { spelledModel } from './model-parameters';
import { isLengthName, roleOfName } from './names';
import type { Subject } from './subject';
import { tokensInRow } from './token-sequences';

/** A parameter's role and domain, each with its reason. */
export interface Assigned {
  readonly role: Role;
  readonly roleBecause: string;
  readonly expects: 'logits' | 'probabilities' | null;
  readonly domain: Domain;
  readonly source: DomainSource;
  readonly because: string;
  readonly guessed?: NonNullable<Parameter['guessed']>;
  readonly filled?: number;
  readonly passedAt?: string;
}

/** Roles and domains of all parameters of a loss: declarations, then what the code does, then names. */
export function assignRoles(given: readonly Subject[], table: UseTable): Assigned[] {
  const { trained, data } = spelledModel(given, table);
  const subjects = given.map((subject) => ({ ...subject, trained: trained.has(subject), fed: subject.fed || data.has(subject) }));
  const told = subjects.map((subject) => assigned(subject, table));
  const paired = told.some(({ role }) => role === 'target');
  const first = told.map((one, i) => (!paired && isVague(subjects[i], one) ? { ...one, guessed: 'by a letter' as const } : one));
  if (first.some((one) => one.role === 'prediction')) return first;
  const fallback = (role: Role): Assigned[] | null => {
    const open = subjects.filter((subject, i) => first[i]?.role === role && isVariable(subject));
    const data = open.filter(({ built }) => !built);
    const free = data.length > 0 ? data : open;
    const telling = free.filter((subject) => isPredicted(subject, table));
    const nameless = free.filter(({ word }) => roleOfName(word) === null);
    const raised = new Set(telling.length > 0 ? telling : nameless.length > 0 ? nameless : free);
    const chosen = subjects
      .map((subject, i) => (raised.has(subject) ? promoted(subject, table) : first[i]))
      .filter((one) => one !== undefined);
    return chosen.some((one) => one.role === 'prediction') ? chosen : null;
  };
  return (
    fallback('other') ?? fallback('weight') ?? (first.some(isLabelled) ? first : fallback('target')) ?? fallback('hyperparameter') ?? first
  );
}

/** Whether a parameter is compared with a class: it is what is known, and nothing trains it. */
function isLabelled({ role, roleBecause }: Assigned): boolean {
  return role === 'target' && roleBecause.startsWith('compared with 1');
}

/** Whether the code treats a parameter as scores or probabilities, whatever it is called. */
function isPredicted({ leaf }: Subject, table: UseTable): boolean {
  return leaf !== null && findingsFor(leaf, table).some(({ says }) => says === 'logits' || says === 'probabilities');
}

/** A single letter, numbered or not, with nothing beside it that it could be a prediction of tells as little as no name. */
function isVague(subject: Subject | undefined, { role, expects, roleBecause }: Assigned): boolean {
  return role === 'prediction' && expects === null && /^[a-z]\d?$/i.test(subject?.word ?? '') && roleBecause.startsWith('its name');
}

/** What takes the place of a prediction where no parameter is one: the weights of a penalty are as free as any prediction. */
function promoted(subject: Subject, table: UseTable): Assigned {
  const findings = subject.leaf ? findingsFor(subject.leaf, table) : [];
  const roleBecause = 'the result depends on it, and no parameter is called a prediction';
  return {
    role: 'prediction',
    roleBecause,
    expects: null,
    guessed: 'for want of another',
    ...domainFor(subject, 'prediction', null, findings),
  };
}

function isVariable(subject: Subject | undefined): boolean {
  if (subject?.fed) return false;
  const kind = subject?.leaf?.kind;
  return subject?.declaredRole === null && (kind === 'float' || kind === 'weak');
}

function assigned(subject: Subject, table: UseTable): Assigned {
  const findings = subject.leaf ? findingsFor(subject.leaf, table) : [];
  const told = roleFor(subject, findings);
  const { role } = told;
  const expects = findings.find((one) => one.says === 'logits' || one.says === 'probabilities')?.says ?? null;
  const named = roleOfName(subject.word);
  const scale = expects === 'logits' || expects === 'probabilities' ? expects : role === 'prediction' ? (named?.expects ?? null) : null;
  return { ...told, expects: role === 'prediction' ? scale : null, ...domainFor(subject, role, scale, findings) };
}

function roleFor(subject: Subject, findings: readonly UseFinding[]): Pick<Assigned, 'role' | 'roleBecause' | 'guessed'> {
  if (subject.declaredRole) return { role: subject.declaredRole, roleBecause: 'declared' };
  if (subject.callable) return { role: 'callable', roleBecause: 'it is called' };
  if (subject.trained) return { role: 'prediction', roleBecause: 'a parameter of the model' };
  if (subject.fed) return { role: 'other', roleBecause: 'it is given to a model' };
  const named = roleOfName(subject.word);
  const [strong] = findings;
  if (strong?.says === 'index') return { role: 'target', roleBecause: strong.because };
  if (strong?.says === 'logits' && named?.role !== 'target' && !subject.configured)
    return { role: 'prediction', roleBecause: strong.because };
  if (strong?.says === 'probabilities' && named?.role !== 'target' && named?.role !== 'weight' && !subject.configured)
    return { role: 'prediction', roleBecause: strong.because };
  if (subject.configured)
    return { role: named?.role === 'reduction' ? 'reduction' : 'hyperparameter', roleBecause: 'a number or switch of the configuration' };
  const vague = /^[a-z]\d?$/i.test(subject.word);
  const counted = !named || vague ? findings.find(({ says }) => says === 'rate' || says === 'count') : undefined;
  if (counted?.says === 'rate') return { role: 'prediction', roleBecause: counted.because, guessed: 'for want of another' };
  if (counted) return { role: 'target', roleBecause: counted.because };
  const setting = vague ? settingOf(findings, named?.role) : undefined;
  if (setting) return { role: 'hyperparameter', roleBecause: setting.because };
  if (named) return { role: named.role, roleBecause: `its name, ${subject.word}` };
  const labelled = findings.find((one) => one.says === 'label' && one.because.startsWith('compared with 1'));
  if (labelled) return { role: 'target', roleBecause: labelled.because };
  if (findings.some((one) => one.says === 'mask'))
    return { role: 'weight', roleBecause: findings.find((one) => one.says === 'mask')?.because ?? '' };
  return { role: 'other', roleBecause: 'nothing tells its role' };
}

/** What shows that a single letter is a number of the configuration: an exponent, or a divisor of several things. */
function settingOf(findings: readonly UseFinding[], named: Role | undefined): UseFinding | undefined {
  return findings.find(({ says }) => says === 'scale' || (says === 'exponent' && named === 'prediction'));
}

type DomainPart = Pick<Assigned, 'domain' | 'source' | 'because' | 'filled' | 'passedAt'>;

/** The domain of a parameter, and what its callers leave of it where that is less. */
function domainFor(subject: Subject, role: Role, scale: Assigned['expects'], findings: readonly UseFinding[]): DomainPart {
  const known = ownDomain(subject, role, scale, findings);
  const own = known.source === 'declared' ? known : withRows(known, subject, role);
  const { passed } = subject;
  if (!passed || own.source === 'declared' || subject.configured) return own;
  const filled = passed.filled ? { filled: Math.max(1, own.filled ?? 0) } : {};
  if (own.domain.kind !== 'interval' || !isNarrower(passed.domain, own.domain)) return { ...own, ...filled };
  const at = passed.at === null ? {} : { passedAt: passed.at };
  return { domain: passed.domain, because: passed.because, source: 'code', ...filled, ...at };
}

/** A domain, and how many elements of each row are never void, where that is known. */
function withRows(known: DomainPart, { word, leaf, tokens }: Subject, role: Role): DomainPart {
  if (ALIGNMENT.test(word)) return { ...known, filled: 1 };
  const isMask = role === 'weight' && (leaf?.kind === 'bool' || /mask/i.test(word));
  const areLabels = role === 'target' && (leaf?.kind === 'int' || known.domain.kind === 'set');
  const filled = leaf && tokens && (isMask || areLabels) ? tokensInRow(leaf.shape.length, isMask) : 0;
  return filled > 0 ? { ...known, filled, because: `${known.because}; sequences of tokens are not empty` } : known;
}

/** Whether one domain lies in another, and is less. */
function isNarrower(inner: Domain, outer: Domain): boolean {
  const [a, b] = [hullOf(inner), hullOf(outer)];
  const [low, high] = [
    a.low > b.low || (a.low === b.low && (a.lowOpen || !b.lowOpen)),
    a.high < b.high || (a.high === b.high && (a.highOpen || !b.highOpen)),
  ];
  return low && high && (a.low !== b.low || a.high !== b.high || a.lowOpen !== b.lowOpen || a.highOpen !== b.highOpen);
}

function ownDomain(subject: Subject, role: Role, scale: Assigned['expects'], findings: readonly UseFinding[]): DomainPart {
  if (subject.declaredDomain) return { domain: subject.declaredDomain, source: 'declared', because: 'declared' };
  if (subject.leaf?.kind === 'bool') return { domain: { kind: 'set', values: [0, 1] }, source: 'code', because: 'used as a truth value' };
  if (subject.demanded) return { ...subject.demanded, source: 'code' };
  const isTrainedOrDue = role === 'prediction' || role === 'target';
  const coded = findings.find((one) => counts(one, role));
  if (coded) return { domain: coded.domain, source: 'code', because: coded.because };
  if (subject.logged !== null)
    return { domain: LOGARITHMS, source: 'code', because: `passed to a negative log-likelihood${subject.logged}` };
  if (subject.documented && !subject.configured && (isTrainedOrDue || hullOf(subject.documented).low > -Infinity))
    return { domain: subject.documented, source: 'code', because: 'its documentation' };
  if (role === 'prediction' && scale === 'probabilities')
    return { domain: interval(0, 1), source: 'assumed', because: `its name, ${subject.word}` };
  if (isTrainedOrDue && LOG_PROBABILITY.test(subject.word))
    return { domain: LOGARITHMS, source: 'assumed', because: `its name, ${subject.word}` };
  if (isTrainedOrDue && EXTENT.test(subject.word))
    return { domain: interval(0, Infinity, false, true), source: 'assumed', because: `its name, ${subject.word}` };
  if (SIGN.test(subject.word)) return { domain: { kind: 'set', values: [-1, 1] }, source: 'assumed', because: `its name, ${subject.word}` };
  if (role === 'weight')
    return {
      domain: /mask|valid|event|^m$/i.test(subject.word) ? interval(0, 1) : interval(0, Infinity, false, true),
      source: 'assumed',
      because: 'weights are not negative',
    };
  if (role === 'other' && isLengthName(subject.word))
    return { domain: interval(1, Infinity, false, true), source: 'assumed', because: `its name, ${subject.word}` };
  if (role === 'hyperparameter' && POSITIVE.test(subject.word))
    return { domain: interval(0, Infinity, true, true), source: 'assumed', because: `its name, ${subject.word}` };
  return {
    domain: REALS,
    source: 'assumed',
    because: role === 'prediction' ? 'a prediction is unbounded unless something says otherwise' : 'nothing restricts it',
  };
}

/** Whether a finding speaks of the domain of a parameter with this role. */
function counts(finding: UseFinding, role: Role): boolean {
  if (role === 'prediction') return ['logits', 'probabilities', 'index'].includes(finding.says);
  if (role === 'target') return ['index', 'label', 'sign', 'count', 'fraction', 'probabilities'].includes(finding.says);
  if (role === 'weight') return finding.says === 'mask' || finding.says === 'index';
  return finding.says === 'index' || (role === 'other' && finding.says === 'probabilities');
}

/** Logarithms of probabilities. */
const LOGARITHMS = interval(-Infinity, 0, true, false);

const LOG_PROBABILITY =
  /^(log_?(p|q|probs?|probabilit(y|ies)|targets?|predictions?|likelihoods?)|lp|lq|logps|.*_log_?(p|ps|probs?))(_(avg|mean|sum))?\d*$/i;
/** What says how much of each row belongs where: a row of it adds up to 1. */
const ALIGNMENT =
  /^(?!.*(log|mask|score|energ))(.*_)?(hard|soft)_?(attns?|attentions?|alignments?)(_(map|matrix|weights?))?$|^(attns?|attentions?|alignments?)_(hard|soft|weights?)$/i;
const EXTENT = /^(?!.*log)(.*_)?(depths?|disp|disparit(y|ies)|distances?|dists?)(_.*)?$/i;
const SIGN = /^signs?$/i;
const POSITIVE =
  /(^|[._])(eps|epsilon|smooth|temperature|temp|tau|delta|beta|sigma|scale|bandwidth|lam|lamb|lambd|lambda|lambda_\w+|\w+_lambda|reg|reg_\w+|strength|\w+_strength|weight_decay|coef|coeff|coefficient|margin|gamma)$/i;
