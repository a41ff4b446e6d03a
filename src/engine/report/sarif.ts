import type { Range } from '../text/line-index';
import type { Finding, Fix, Report, Severity } from '../check/report';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** What SARIF says of a rule. */
export interface SarifRule {
  readonly code: string;
  readonly summary: string;
  readonly defaultSeverity: Severity;
  readonly documentation: string;
}

/** The report as SARIF 2.1.0 (OASIS), one run, columns in UTF-16 code units. `rules` describes the codes that may occur. */
export function sarifReport(report: Report, rules: readonly SarifRule[]): string {
  const used = new Set(report.files.flatMap((file) => file.findings.map((finding) => finding.code)));
  const descriptors = rules.filter((rule) => used.has(rule.code));
  const order = new Map(descriptors.map((rule, index) => [rule.code, index]));
  const results = report.files.flatMap((file) => file.findings.map((finding) => result(file.path, finding, order)));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: report.tool.name, version: report.tool.version, rules: descriptors.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: report.errors.length === 0, toolExecutionNotifications: report.errors.map(notification) }],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ code, summary, defaultSeverity, documentation }: SarifRule): object {
  return {
    id: code,
    shortDescription: { text: summary },
    helpUri: documentation,
    defaultConfiguration: { level: LEVELS[defaultSeverity] },
  };
}

function notification({ path, message }: { path: string; message: string }): object {
  return { level: 'error', message: { text: message }, locations: [{ physicalLocation: { artifactLocation: { uri: uri(path) } } }] };
}

function result(path: string, finding: Finding, order: ReadonlyMap<string, number>): object {
  const index = order.get(finding.code);
  return {
    ruleId: finding.code,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [location(path, finding.range)],
    relatedLocations: finding.related.map((place) => ({ ...location(path, place.range), message: { text: place.message } })),
    partialFingerprints: { 'losswright/v1': finding.fingerprint },
    ...(finding.fixes.length > 0 ? { fixes: finding.fixes.map((fix) => sarifFix(path, fix)) } : {}),
  };
}

function location(path: string, range: Range): object {
  return { physicalLocation: { artifactLocation: { uri: uri(path) }, region: region(range) } };
}

function sarifFix(path: string, fix: Fix): object {
  const replacements = fix.edits.map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } }));
  return { description: { text: fix.title }, artifactChanges: [{ artifactLocation: { uri: uri(path) }, replacements }] };
}

function region({ start, end }: Range): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function uri(path: string): string {
  return path.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
}
