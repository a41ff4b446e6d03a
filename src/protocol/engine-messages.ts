import type { CatalogueEntry } from '../engine/catalogue/catalogue-entry';
import type { Language } from '../engine/check/language';
import type { LossSyntax, LossVocabulary } from '../engine/check/loss-syntax';
import type { OperationReport } from '../engine/check/operation';
import type { FileReport, Report } from '../engine/check/report';
import type { Sketch } from '../engine/check/sketch';
import type { Configuration } from '../engine/config/configuration';
import type { Position } from '../engine/text/line-index';
import type { Locale } from '../engine/report/phrases/phrase';
import type { Notation } from '../engine/check/translate';
import type { Drawing } from './drawing';

/** Names of the WebAssembly files the engine needs; the editor reads them, a worker has no file system. */
export const WASM_FILES = ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'] as const;

/** Choices of the reader that change what the engine says. */
export interface CheckSettings {
  /** Float formats to judge in; empty for the framework's own. */
  readonly dtypes: readonly string[];
  readonly locale: Locale;
  /** What the project says in its configuration file. */
  readonly configuration: Configuration;
}

/** A file of the workspace. */
export interface ModuleText {
  readonly path: string;
  readonly text: string;
}

/** What the editor asks of the worker. `id` comes back with the answer. */
export type EngineRequest =
  | { readonly kind: 'start'; readonly wasm: readonly Uint8Array[] }
  | {
      readonly kind: 'check';
      readonly id: number;
      /** Key of the document: a newer check of the same key ends an older one. */
      readonly key: string;
      readonly path: string;
      readonly language: Language;
      readonly text: string;
      readonly settings: CheckSettings;
      /** Where the reader is in it: what is new is looked at from here. */
      readonly caret: Position | null;
    }
  | {
      readonly kind: 'modules';
      readonly key: string;
      readonly texts: Readonly<Record<string, ModuleText | null>>;
      /** All Python files of the workspace but tests, where they were asked for. */
      readonly workspace: readonly ModuleText[] | null;
    }
  | { readonly kind: 'draw'; readonly id: number; readonly key: string; readonly loss: string }
  /** The drawing of a loss of a source that was checked, as it would be in another text. */
  | { readonly kind: 'drawText'; readonly id: number; readonly key: string; readonly loss: string; readonly text: string }
  /** A loss as a program of a library. */
  | { readonly kind: 'translate'; readonly id: number; readonly key: string; readonly loss: string; readonly to: Notation }
  /** What is known of the operation at a position of a loss. */
  | { readonly kind: 'operation'; readonly id: number; readonly key: string; readonly loss: string; readonly at: Position }
  /** A small curve of a loss. */
  | { readonly kind: 'sketch'; readonly id: number; readonly key: string; readonly loss: string }
  /** The drawing of a known loss. */
  | { readonly kind: 'drawEntry'; readonly id: number; readonly entry: string }
  /** All known losses. */
  | { readonly kind: 'catalogue'; readonly id: number }
  /** What stands in a `.loss` text. */
  | { readonly kind: 'syntax'; readonly id: number; readonly text: string }
  /** The words of the `.loss` language. */
  | { readonly kind: 'vocabulary'; readonly id: number }
  /** A report in a format for other tools. */
  | { readonly kind: 'sarif'; readonly id: number; readonly report: Report; readonly locale: Locale }
  /** A file was saved, whose path is its address: imported modules may have changed. */
  | { readonly kind: 'saved'; readonly file: ModuleText }
  | { readonly kind: 'close'; readonly key: string };

/** What the worker answers. */
export type EngineReply =
  /** On the way to `checked`: the report so far, which has all faults; of losses that are new it has no verdicts yet. */
  | { readonly kind: 'faults'; readonly id: number; readonly report: FileReport }
  /** `report` is null when a newer check of the document ended this one. */
  | { readonly kind: 'checked'; readonly id: number; readonly report: FileReport | null }
  /** Modules by their dotted names, and whether the files of the workspace are wanted, to see who calls what. */
  | { readonly kind: 'wanted'; readonly key: string; readonly modules: readonly string[]; readonly workspace: boolean }
  | { readonly kind: 'drawn'; readonly id: number; readonly drawing: Drawing | null }
  | { readonly kind: 'operated'; readonly id: number; readonly operation: OperationReport | null }
  | { readonly kind: 'sketched'; readonly id: number; readonly sketch: Sketch | null }
  | { readonly kind: 'catalogued'; readonly id: number; readonly entries: readonly CatalogueEntry[] }
  | { readonly kind: 'written'; readonly id: number; readonly text: string | null }
  | { readonly kind: 'parsed'; readonly id: number; readonly syntax: LossSyntax }
  | { readonly kind: 'words'; readonly id: number; readonly vocabulary: LossVocabulary }
  /** A defect of the engine, for the log. */
  | { readonly kind: 'broken'; readonly id: number; readonly message: string };

/** What the typesetting worker is asked: LaTeX to a picture whose colour is `currentColor`. */
export interface TypesetRequest {
  readonly id: number;
  readonly latex: string;
}

/** A formula drawn with glyphs that stand in a table, which formulas share: `<use>` refers to them by name. */
export interface FormulaPicture {
  readonly svg: string;
  /** Outlines of the glyphs it uses, by name. */
  readonly glyphs: Readonly<Record<string, string>>;
}

/** Its answer; null when the formula cannot be set. */
export interface TypesetReply {
  readonly id: number;
  readonly picture: FormulaPicture | null;
}

/** File of the built files with the formulas of the known losses, drawn when the product is built. */
export const FORMULAS_FILE = 'formulas.json';

/** What stands in it. */
export interface Formulas {
  /** Pictures by their LaTeX. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly glyphs: FormulaPicture['glyphs'];
}
