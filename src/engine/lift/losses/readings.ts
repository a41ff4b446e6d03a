import type { Loss } from '../../ir/loss';
import type { ParsedDeclarations } from '../declarations';
import type { Reliance } from '../modules/reliance';
import { isCutOff } from '../callers/untrained';
import { passedDomain } from '../callers/passed-domain';
import type { Candidate } from './candidate';
import type { FileSetting } from './file-setting';
import { comparedValues } from './options';
import { piecesOf, sameCode, shiftOf, type Piece } from './pieces';
import { shifted } from './shifted';

/** A loss, and the modules that reading it asked for in vain. */
export interface ReadCandidate {
  readonly loss: Loss;
  /** Whether what it returns was read and is no number, so that it is no loss unless its author says so. */
  readonly numberless: boolean;
  readonly wanted: readonly string[];
}

/** What reading the losses of one file needs, and what was read of it before. */
export interface LiftSetting extends FileSetting {
  readonly readings: Readings | undefined;
}

/** A reading that was made, and all that it depends on. */
interface Kept {
  readonly read: ReadCandidate;
  readonly names: readonly string[];
  readonly modules: Reliance['modules'];
  readonly compared: Reliance['compared'];
  readonly pieces: readonly (readonly Piece[])[];
  /** When it was last of use. */
  readonly turn: number;
}

/** So many readings of a file after its last use a loss is forgotten. */
const PATIENCE = 4;

/**
 * The readings of a document's losses. One is found again wherever it stands as long as the text of the loss, of every definition
 * that reading it looked up, and the modules that it asked for are the same.
 */
export class Readings {
  private readonly known = new Map<string, Kept>();
  private turn = 0;

  /** A loss that was read before, as it stands now; null when it has to be read. */
  find(candidate: Candidate, declarations: ParsedDeclarations, setting: FileSetting): ReadCandidate | null {
    const key = keyOf(candidate, declarations, setting);
    const kept = this.known.get(key);
    const pieces = kept && piecesOf(candidate, kept.names, setting.memory.definitionsIn(setting.module), setting);
    if (!pieces || !sameCode(kept.pieces, pieces) || !isAsBefore(kept, setting)) return null;
    const shift = shiftOf(kept.pieces, pieces);
    const loss = shift && (shift.still ? kept.read.loss : shifted(kept.read.loss, shift));
    if (!loss || !isAt(loss, candidate)) return null;
    const read = { ...kept.read, loss };
    this.known.set(key, { ...kept, read, pieces, turn: this.turn });
    return read;
  }

  /** Keeps a reading that was made. */
  keep(candidate: Candidate, declarations: ParsedDeclarations, setting: FileSetting, reliance: Reliance, read: ReadCandidate): void {
    const { modules, compared, whole } = reliance;
    const names = [...reliance.names.keys()];
    const pieces = whole ? null : piecesOf(candidate, names, setting.memory.definitionsIn(setting.module), setting);
    const key = keyOf(candidate, declarations, setting);
    if (pieces) this.known.set(key, { read, names, modules, compared, pieces, turn: this.turn });
    else this.known.delete(key);
  }

  /** The file was read to its end: what it did not need for long is forgotten. */
  settle(): void {
    for (const [key, { turn }] of this.known) if (turn + PATIENCE < this.turn) this.known.delete(key);
    this.turn++;
  }
}

/** Whether other files, and what else was looked for in this one, are as they were. */
function isAsBefore({ modules, compared }: Kept, { resolve, text }: FileSetting): boolean {
  return (
    [...modules].every(([dotted, module]) => resolve?.(dotted)?.module === module) &&
    [...compared].every(([name, values]) => comparedValues(text, name).join('\n') === values.join('\n'))
  );
}

function isAt(loss: Loss, { span, nameSpan }: Candidate): boolean {
  return [loss.span.start, loss.span.end, loss.nameSpan.start].join() === [span.start, span.end, nameSpan.start].join();
}

/** Everything that a reading depends on but its code and what it looked up: what was declared, and what the lift was told. */
function keyOf(candidate: Candidate, declarations: ParsedDeclarations, setting: FileSetting): string {
  const { name, kind, root, applied, free, frozen, fate, node, nameSpan, span, owner } = candidate;
  const { tokens, framework, shapes, overrides, replaced, floats, steps, format } = setting;
  const within = [node.start, node.end, nameSpan.start, nameSpan.end, owner?.start ?? span.start].map((at) => at - span.start);
  const told = [tokens, framework.id, shapes, overrides, [...replaced], [...floats], steps, format];
  return JSON.stringify(
    [name, kind, root, applied, free, frozen, fate, within, told, declarations, passedTo(candidate, setting)],
    placeless,
  );
}

/** What the calls in the workspace say of each parameter. */
function passedTo({ node }: Candidate, { lines, references }: FileSetting): readonly (string | undefined)[] {
  const names = node.field('parameters')?.children.map(({ text }) => /^\w+/.exec(text)?.[0] ?? '') ?? [];
  return names.map((one) => JSON.stringify([passedDomain(node, one, references, lines), isCutOff(node, one, references)], placeless));
}

/** JSON without places; it has no infinities and no -0, and they differ here. */
function placeless(key: string, value: unknown): unknown {
  if (key === 'start' || key === 'end') return undefined;
  return typeof value === 'number' ? (Object.is(value, -0) ? '#-0' : `#${value}`) : value;
}
