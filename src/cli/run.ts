import { HELP, parseArguments, UsageError } from './arguments';
import type { CommandName } from './arguments';
import { runCheck } from './commands/check';
import { runEvaluate } from './commands/evaluate';
import { runExplain } from './commands/explain';
import { runReport } from './commands/report';
import { runReproduce } from './commands/reproduce';
import { runRules } from './commands/rules';
import { runTranslate } from './commands/translate';
import type { Io } from './io';
import { Session } from './session';
import type { Status } from './status';
import type { Tools } from '../engine/check/tools';
import { VERSION } from '../engine/check/version';

const RUNNERS: Readonly<Record<CommandName, (session: Session) => Status | Promise<Status>>> = {
  check: runCheck,
  report: runReport,
  evaluate: runEvaluate,
  translate: runTranslate,
  reproduce: runReproduce,
  explain: runExplain,
  rules: runRules,
};

/** Runs one command line (without node and script) and gives its exit status; never throws. */
export async function run(argv: readonly string[], io: Io, loadTools: () => Promise<Tools>): Promise<Status> {
  const first = argv.find((argument) => !argument.startsWith('-'));
  if (argv.includes('--version')) return say(io, `losswright ${VERSION}\n`, 0);
  if (argv.includes('--help') || first === 'help') return say(io, HELP, 0);
  if (first === undefined && argv.length === 0) return say(io, HELP, 2);
  try {
    const args = parseArguments(argv, io.color);
    return await RUNNERS[args.command](new Session(args, io, await loadTools()));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`losswright: ${error.message}\n`);
    return 2;
  }
}

function say(io: Io, text: string, status: Status): Status {
  io.out(text);
  return status;
}
