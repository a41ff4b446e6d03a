import type { EngineReply, EngineRequest, Formulas, TypesetReply, TypesetRequest } from './engine-messages';
import type { FromPanel, PanelState, ToPanel } from './panel-messages';

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Check>>;

const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => typeof value === 'number' && Number.isInteger(value);
const flag: Check = (value) => typeof value === 'boolean';
const list: Check = Array.isArray;
const table: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const fields =
  (of: Fields): Check =>
  (value) =>
    table(value) && Object.entries(of).every(([name, check]) => check((value as Record<string, unknown>)[name]));
const position = fields({ line: count, character: count });
const range = fields({ start: position, end: position });

/** A test for a message that is one of several kinds, each with its fields. */
function oneOf<Message>(kinds: Readonly<Record<string, Fields>>) {
  return (value: unknown): value is Message => {
    const kind = table(value) ? (value as { kind?: unknown }).kind : undefined;
    const expected = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    return expected !== undefined && fields(expected)(value);
  };
}

/** Whether a message to the engine's worker has the form of one. */
export const isEngineRequest = oneOf<EngineRequest>({
  start: { wasm: list },
  check: { id: count, key: text, path: text, language: text, text, settings: table, caret: optional(position) },
  modules: { key: text, texts: table, workspace: optional(list) },
  draw: { id: count, key: text, loss: text },
  drawText: { id: count, key: text, loss: text, text },
  translate: { id: count, key: text, loss: text, to: text },
  operation: { id: count, key: text, loss: text, at: position },
  sketch: { id: count, key: text, loss: text },
  drawEntry: { id: count, entry: text },
  catalogue: { id: count },
  syntax: { id: count, text },
  vocabulary: { id: count },
  sarif: { id: count, report: table, locale: text },
  saved: { file: fields({ path: text, text }) },
  close: { key: text },
});

/** Whether a message of the engine's worker has the form of one. */
export const isEngineReply = oneOf<EngineReply>({
  faults: { id: count, report: table },
  checked: { id: count, report: optional(table) },
  wanted: { key: text, modules: list, workspace: flag },
  drawn: { id: count, drawing: optional(table) },
  operated: { id: count, operation: optional(table) },
  sketched: { id: count, sketch: optional(table) },
  catalogued: { id: count, entries: list },
  written: { id: count, text: optional(text) },
  parsed: { id: count, syntax: table },
  words: { id: count, vocabulary: table },
  broken: { id: count, message: text },
});

/** Whether a message to the panel has the form of one. */
export const isToPanel = oneOf<ToPanel>({
  show: { document: text, content: table },
  compared: { loss: text, drawing: optional(text) },
  walk: { finding: text },
  fixed: { finding: text, walks: list },
  stale: {},
});

/** Whether a message of the panel has the form of one. */
export const isFromPanel = oneOf<FromPanel>({
  ready: {},
  reveal: { range },
  choose: { loss: text },
  compare: { loss: text },
  compareKnown: { entry: text },
  fix: { finding: text },
  apply: { finding: text, all: flag },
  copyFormula: {},
  save: { name: text, text },
  pin: { pinned: flag },
});

/** Whether a request for typesetting has its form. */
export const isTypesetRequest = (value: unknown): value is TypesetRequest => fields({ id: count, latex: text })(value);

/** Whether an answer of the typesetting worker has its form. */
export const isTypesetReply = (value: unknown): value is TypesetReply =>
  fields({ id: count, picture: optional(fields({ svg: text, glyphs: table })) })(value);

/** Whether a file of drawn formulas has its form. */
export const isFormulas = (value: unknown): value is Formulas => fields({ pictures: table, glyphs: table })(value);

/** Whether a stored state is one of ours: what VS Code hands back may be of an older version. */
export const isPanelState = (value: unknown): value is PanelState => fields({ document: text, loss: text })(value);
