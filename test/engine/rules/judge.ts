import { functionVerdictsOf } from '../../../src/engine/analyses/function-verdicts';
import { judgeStability } from '../../../src/engine/analyses/stability';
import { FRAMEWORKS } from '../../../src/engine/frameworks';
import { liftPython } from '../../../src/engine/lift/lift-python';
import type { FormatName } from '../../../src/engine/numerics/format';
import type { Found } from '../../../src/engine/rules/rule';
import { contextOf, findFacts, findFaults } from '../../../src/engine/rules/run';
import { LineIndex } from '../../../src/engine/text/line-index';
import { testParser } from '../../support/tools';

const parser = testParser();

/** A finding with its line, counted from 1. */
export interface Judged extends Found {
  readonly line: number;
}

/** What the rules find in a Python text, and the lines of the preconditions of its losses. */
export interface Judgement {
  readonly losses: number;
  readonly findings: readonly Judged[];
  readonly preconditions: readonly number[];
}

/** Judges every loss of a Python text, in a format or in its framework's own; as a function of real numbers only where that is asked for. */
export async function judge(text: string, format?: FormatName, asked: { readonly shape?: boolean } = {}): Promise<Judgement> {
  const parsed = (await parser).parse(text);
  const { losses } = liftPython(parsed.module, text, format ? { format } : {});
  parsed.dispose();
  const lines = new LineIndex(text);
  const findings: Judged[] = [];
  const preconditions: number[] = [];
  for (const loss of losses) {
    const { conventions, flushesSubnormals, defaultFormat } = FRAMEWORKS[loss.framework];
    const declared = (loss.declarations.dtype as FormatName | null) ?? defaultFormat;
    const stability = judgeStability(loss, { format: format ?? declared, conventions, flushesSubnormals });
    const context = { ...contextOf(loss, stability, text), ...(asked.shape ? { shape: functionVerdictsOf(loss, conventions) } : {}) };
    findings.push(
      ...[...findFaults(context), ...findFacts(context)].map((found) => ({ ...found, line: lines.lineAt(found.span.start) + 1 })),
    );
    preconditions.push(...stability.preconditions.map(({ span }) => lines.lineAt(span.start) + 1));
  }
  return { losses: losses.length, findings, preconditions };
}

/** Whether a finding is an error or a warning. */
export function isGrave({ severity }: Found): boolean {
  return severity === 'error' || severity === 'warning';
}
