/** Settings of a project: what `losswright.json`, or `[tool.losswright]` in pyproject.toml, may say. Absent fields leave the defaults. */
export interface Configuration {
  /** Floating-point formats to judge in, in place of the framework's own. */
  readonly dtypes?: readonly string[];
  /** Rule codes or prefixes to keep; absent: all. */
  readonly select?: readonly string[];
  /** Rule codes or prefixes to drop. */
  readonly ignore?: readonly string[];
  /** Severity by rule code or prefix; `off` drops the rule. */
  readonly severity?: Readonly<Record<string, string>>;
  readonly minSeverity?: string;
  readonly failOn?: string;
}

/** Fields with values from a list or rule codes, and whether there may be several; `severity` is apart. */
export const FIELDS = {
  dtypes: { words: ['float16', 'bfloat16', 'float32', 'float64'], many: true },
  select: { words: null, many: true },
  ignore: { words: null, many: true },
  minSeverity: { words: ['error', 'warning', 'information', 'hint'], many: false },
  failOn: { words: ['error', 'warning', 'information', 'hint'], many: false },
} as const;

/** What `severity` may make of a rule. */
export const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads a parsed JSON value as a configuration; what does not fit is left out and named in `problems`. */
export function readConfiguration(json: unknown): { configuration: Configuration; problems: string[] } {
  if (!isRecord(json)) return { configuration: {}, problems: ['the configuration must be an object'] };
  const problems: string[] = [];
  const accepted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    if (name === '$schema') continue;
    const problem = fieldProblem(name, value);
    if (problem) problems.push(problem);
    else accepted[name] = value;
  }
  return { configuration: accepted, problems };
}

function fieldProblem(name: string, value: unknown): string | null {
  if (name === 'severity') return severityProblem(value);
  if (!isField(name)) return `"${name}" is not a setting`;
  const { words, many } = FIELDS[name];
  const values: unknown[] = many ? (Array.isArray(value) ? value : [null]) : [value];
  const fits = values.every((item) => typeof item === 'string' && (!words || words.some((word) => word === item)));
  return fits ? null : `"${name}" must be ${many ? 'a list of ' : ''}${words ? words.join(', ') : 'rule codes'}`;
}

function severityProblem(value: unknown): string | null {
  const fits = isRecord(value) && Object.values(value).every((level) => typeof level === 'string' && LEVELS.includes(level));
  return fits ? null : `"severity" must map rule codes to ${LEVELS.join(', ')}`;
}

function isField(name: string): name is keyof typeof FIELDS {
  return Object.hasOwn(FIELDS, name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
