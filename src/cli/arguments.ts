import { parseArgs } from 'node:util';
import { isLanguage } from '../engine/check/language';
import type { Language } from '../engine/check/language';
import type { Severity } from '../engine/check/report';
import type { FormatName } from '../engine/numerics/format';
import type { Locale } from '../engine/report/phrases/phrase';
import { SEVERITIES } from '../engine/check/selection';

/** Commands of the command line. */
const COMMANDS = ['check', 'report', 'evaluate', 'translate', 'reproduce', 'explain', 'rules'] as const;

/** One of {@link COMMANDS}. */
export type CommandName = (typeof COMMANDS)[number];

/** How results are printed. */
const OUTPUT_FORMATS = ['pretty', 'json', 'sarif', 'github', 'markdown'] as const;

/** Notations that `translate` writes. */
export const NOTATIONS = ['torch', 'jax', 'tensorflow', 'numpy', 'loss', 'latex'] as const;

/** What the user asked for. Options that are absent are null: a configuration file may fill them. */
export interface Arguments {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly format: (typeof OUTPUT_FORMATS)[number];
  readonly dtypes: readonly FormatName[];
  readonly config: string | null;
  readonly minSeverity: Severity | null;
  readonly failOn: Severity | null;
  /** Threads; null: by the number of cores, as far as there are files enough. */
  readonly jobs: number | null;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly locale: Locale;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly language: Language | null;
  readonly inputs: string | null;
  readonly to: (typeof NOTATIONS)[number] | null;
}

/** A command line that cannot be understood; its message is for the user. */
export class UsageError extends Error {}

/** What `--help` prints. */
export const HELP = `losswright: reads loss functions and tells where they break

  losswright check [PATH…]                         findings in files and folders, or in - (standard input)
  losswright report PATH[::NAME]                   formula, gradient, verdicts and evidence of each loss
  losswright evaluate PATH::NAME --inputs FILE|-   value and gradients on concrete tensors
  losswright translate PATH::NAME --to NOTATION    the loss in torch, jax, tensorflow, numpy, loss or latex
  losswright reproduce PATH::NAME                  a program for each error that shows it
  losswright explain RULE                          the page of one rule
  losswright rules                                 every rule, its severity, one line

  --format pretty|json|sarif|github|markdown       --dtype float16|bfloat16|float32|float64 (repeatable)
  --min-severity SEVERITY   --fail-on SEVERITY     --select RULES   --ignore RULES   --config FILE
  --language python|loss|markdown|notebook         --locale en|zh-cn   --jobs N   --quiet   --no-color
  --help   --version

Exit status: 0 nothing at or above --fail-on (default error), 1 findings, 2 usage or unreadable input.
`;

const OPTIONS = {
  format: { type: 'string' },
  dtype: { type: 'string', multiple: true },
  config: { type: 'string' },
  'min-severity': { type: 'string' },
  'fail-on': { type: 'string' },
  jobs: { type: 'string' },
  quiet: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  locale: { type: 'string' },
  select: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  language: { type: 'string' },
  inputs: { type: 'string' },
  to: { type: 'string' },
} as const;

/** Reads a command line (without node and script); throws {@link UsageError}. */
export function parseArguments(argv: readonly string[], color: boolean): Arguments {
  const { values, positionals } = parsed(argv);
  const [command, ...operands] = positionals;
  return {
    command: oneOf(command ?? '', COMMANDS, 'command'),
    operands,
    format: oneOf(values.format ?? 'pretty', OUTPUT_FORMATS, '--format'),
    dtypes: listed(values.dtype).map((name) => oneOf(name, ['float16', 'bfloat16', 'float32', 'float64'] as const, '--dtype')),
    config: values.config ?? null,
    minSeverity: values['min-severity'] === undefined ? null : oneOf(values['min-severity'], SEVERITIES, '--min-severity'),
    failOn: values['fail-on'] === undefined ? null : oneOf(values['fail-on'], SEVERITIES, '--fail-on'),
    jobs: jobsOf(values.jobs),
    quiet: values.quiet ?? false,
    color: color && !(values['no-color'] ?? false),
    locale: oneOf(values.locale ?? 'en', ['en', 'zh-cn'] as const, '--locale'),
    select: listed(values.select),
    ignore: listed(values.ignore),
    language: languageOption(values.language),
    inputs: values.inputs ?? null,
    to: values.to === undefined ? null : oneOf(values.to, NOTATIONS, '--to'),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(value: string, allowed: readonly T[], what: string): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw new UsageError(`${what} must be one of ${allowed.join(', ')}${value ? `, not "${value}"` : ''}`);
  return found;
}

function listed(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function jobsOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`--jobs must be a whole number from 1, not "${value}"`);
  return jobs;
}

function languageOption(value: string | undefined): Language | null {
  if (value === undefined) return null;
  if (!isLanguage(value)) throw new UsageError(`--language must be one of python, loss, markdown, notebook, not "${value}"`);
  return value;
}
