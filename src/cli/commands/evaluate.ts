import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluate } from '../../engine/check/evaluate';
import type { EvaluationRequest } from '../../engine/check/evaluate';
import { UsageError } from '../arguments';
import type { Status } from '../status';
import type { Session } from '../session';
import { openTarget } from '../target';

/** `losswright evaluate PATH::NAME --inputs FILE|-`: value and gradients on concrete tensors. */
export async function runEvaluate(session: Session): Promise<Status> {
  const { source, name, absolute } = openTarget(session, 'evaluate');
  const request = requestOf(await inputText(session));
  const result = evaluate(source, name, request, session.tools, session.options(absolute));
  if ('problem' in result) throw new UsageError(result.problem);
  session.io.out(`${JSON.stringify(result)}\n`);
  return 0;
}

async function inputText({ args, io }: Session): Promise<string> {
  if (args.inputs === null) throw new UsageError('evaluate needs --inputs FILE, or --inputs - for standard input');
  if (args.inputs === '-') return (await io.stdin()).toString('utf8');
  try {
    return readFileSync(path.resolve(io.cwd, args.inputs), 'utf8');
  } catch {
    throw new UsageError(`cannot read ${args.inputs}`);
  }
}

function requestOf(text: string): EvaluationRequest {
  const json = parsed(text);
  if (!isRecord(json) || !isRecord(json['inputs'])) throw new UsageError('the inputs must be JSON: {"inputs": {"name": tensor, …}, …}');
  const { inputs, parameters, wrt, callables } = json;
  if (parameters !== undefined && !isPlain(parameters))
    throw new UsageError('"parameters" must map names to numbers, strings, booleans or null');
  if (wrt !== undefined && !isNames(wrt)) throw new UsageError('"wrt" must be a list of names');
  if (callables !== undefined && !isRecord(callables))
    throw new UsageError('"callables" must map names to "identity" or {"linear": matrix}');
  return { inputs, ...(parameters ? { parameters } : {}), ...(wrt ? { wrt } : {}), ...(callables ? { callables } : {}) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('the inputs are not JSON');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): value is Record<string, number | string | boolean | null> {
  return isRecord(value) && Object.values(value).every((item) => item === null || ['number', 'string', 'boolean'].includes(typeof item));
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
