import type { Report } from '../check/report';

/** The report as the contract's JSON, two spaces deep; equal reports give equal bytes. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
