import type { PyModule } from '../syntax/python/node';
import { CONVENTIONAL_NAMES } from '../frameworks/index';
import type { Loss } from '../ir/loss';
import type { FormatName } from '../numerics/format';
import type { Shape } from '../numerics/signature';
import type { Span } from '../text/span';
import { speaksOfTokens } from './roles/token-sequences';
import { References, type Mentions } from './callers/references';
import { fateOf } from './callers/untrained';
import { declarationsAt } from './losses/declared';
import { frameworkFor } from './losses/file-framework';
import { readCandidate } from './losses/read-candidate';
import { withHandmade } from './losses/handmade';
import { writtenDerivative } from './losses/written-derivative';
import type { LiftSetting, Readings } from './losses/readings';
import { recognise } from './losses/recognise';
import { LineIndex } from '../text/line-index';
import type { Candidate } from './losses/candidate';
import { importedModules } from './modules/imports';
import { Memory } from './modules/memory';
import type { Resolve } from './modules/workspace';
import type { OptionValue } from './state/trace';

/** What the lift may be told. */
export interface LiftOptions {
  /** Path of the text: a file that is called after losses holds them. */
  readonly path?: string;
  /** Finds other files of the workspace by dotted name; a relative name such as `.losses` is relative to this text's folder. */
  readonly modules?: Resolve;
  /** Modules of libraries whose functions are told in Python. */
  readonly packages?: Resolve;
  /** Finds the other files of the workspace in which a word stands, so that calls in them are known. */
  readonly mentions?: Mentions;
  /** Shapes of parameters, instead of hypotheses. */
  readonly shapes?: Readonly<Record<string, Shape>>;
  /** Values of hyperparameters and options, instead of their defaults. */
  readonly parameters?: Readonly<Record<string, OptionValue>>;
  /** Callable parameters in whose place the caller puts something that can be computed: their calls stay in the graph, as opaque nodes. */
  readonly callables?: readonly string[];
  /** Parameters that hold numbers that need not be integers. */
  readonly floats?: readonly string[];
  /** The format of float inputs, where it is not the declared one or the framework's own. */
  readonly format?: FormatName;
  /** Only the loss of this name. */
  readonly only?: string;
  /** Losses read before, of which those that did not change are not read again. */
  readonly readings?: Readings;
  /** Most evaluation steps for one loss, all hypotheses together. */
  readonly steps?: number;
}

/** The losses of a file. */
export interface LiftResult {
  readonly losses: readonly Loss[];
  /** Functions that are no losses and whose gradient is written by hand. */
  readonly asides: readonly Loss[];
  /** Dotted names of modules that reading would have profited from. */
  readonly wanted: readonly string[];
  /** Declarations that could not be read. */
  readonly errors: readonly { readonly span: Span; readonly message: string }[];
}

const STEPS = 150_000;

/** Reads the losses out of a Python file. Never throws at the text. */
export function liftPython(module: PyModule, text: string, options: LiftOptions = {}): LiftResult {
  const losses: Loss[] = [];
  const wanted = new Set<string>();
  const errors: { span: Span; message: string }[] = [];
  const file: File = {
    module,
    text,
    lines: new LineIndex(text),
    tokens: speaksOfTokens(text),
    imports: modulesOf(module, text),
    memory: new Memory(),
    references: new References(module.root, options.mentions ?? (() => [])),
    resolve: options.modules && eachOnce(options.modules),
  };
  for (const found of recognise(module, options.path)) {
    const fate = fateOf(found.node, file.references);
    const candidate = fate ? { ...found, frozen: true, fate } : found;
    if (options.only !== undefined && candidate.name !== options.only) continue;
    const declarations = declarationsAt(module, candidate.owner ?? candidate.node);
    errors.push(...declarations.errors);
    const setting = settingFor(candidate, file, options);
    const formatted = { ...setting, format: setting.format ?? declarations.dtype };
    const read = readCandidate(candidate, declarations, formatted);
    read.wanted.forEach((name) => wanted.add(name));
    if (read.numberless && declarations.mark !== 'loss') continue;
    const derivative = writtenDerivative(candidate, read.loss, module, formatted);
    losses.push(derivative ? { ...read.loss, writtenDerivative: derivative } : read.loss);
  }
  const joined = withHandmade(module, losses, (one) => settingFor(one, file, options), options.only);
  if (options.only === undefined) options.readings?.settle();
  return { ...joined, wanted: [...wanted], errors };
}

/** Modules that a file imports; of a snippet that imports nothing, those whose customary names it uses. */
function modulesOf({ root }: PyModule, text: string): readonly string[] {
  const imports = importedModules(root);
  if (imports.length > 0) return imports;
  return Object.entries(CONVENTIONAL_NAMES).flatMap(([name, module]) =>
    new RegExp(`(?<![\\w.])${name}\\.\\w`).test(text) ? [module] : [],
  );
}

/** What is read off a file for all its losses. */
interface File {
  readonly module: PyModule;
  readonly text: string;
  readonly lines: LineIndex;
  readonly tokens: boolean;
  readonly imports: readonly string[];
  readonly memory: Memory;
  readonly references: References;
  /** Finds other files, each looked for once. */
  readonly resolve: Resolve | undefined;
}

function settingFor(candidate: Candidate, { imports, ...file }: File, options: LiftOptions): LiftSetting {
  return {
    ...file,
    framework: frameworkFor(candidate, { ...file, imports }),
    readings: options.readings,
    packages: options.packages,
    shapes: options.shapes ?? {},
    overrides: options.parameters ?? {},
    replaced: new Set(options.callables),
    floats: new Set(options.floats),
    steps: options.steps ?? STEPS,
    format: options.format ?? null,
  };
}

function eachOnce(resolve: Resolve): Resolve {
  const found = new Map<string, ReturnType<Resolve>>();
  return (dotted) => {
    if (!found.has(dotted)) found.set(dotted, resolve(dotted));
    return found.get(dotted);
  };
}
