import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Source } from '../engine/check/source';
import { atLeast } from '../engine/check/selection';
import type { Severity } from '../engine/check/report';
import { optionsFrom, severityOr } from '../engine/check/options';
import type { CheckOptions } from '../engine/check/options';
import type { Tools } from '../engine/check/tools';
import { phrase } from '../engine/report/phrases/phrase';
import { UsageError } from './arguments';
import type { Arguments } from './arguments';
import { Configurations } from './configurations';
import { decode } from './decode';
import { findFiles } from './files';
import type { FoundFile } from './files';
import type { Io } from './io';
import { WorkspaceMentions } from './workspace-mentions';
import { workspaceModules } from './workspace-modules';

/** A source that was read, or why it was not. */
export type Opened = { readonly source: Source } | { readonly path: string; readonly message: string };

/** One run of the command line: what was asked, and where to read and write. */
export class Session {
  private readonly configurations: Configurations;
  private readonly mentions: WorkspaceMentions;

  constructor(
    readonly args: Arguments,
    readonly io: Io,
    readonly tools: Tools,
  ) {
    this.mentions = new WorkspaceMentions(tools);
    this.configurations = new Configurations(args.config === null ? null : path.resolve(io.cwd, args.config), (line) => io.err(line));
  }

  /** Options of the engine, from arguments over configuration. */
  options(absolute: string | null): CheckOptions {
    const { args } = this;
    const configured = optionsFrom(this.configurations.of(absolute === null ? this.io.cwd : path.dirname(absolute)));
    return {
      formats: args.dtypes.length > 0 ? args.dtypes : configured.formats,
      select: args.select.length > 0 ? args.select : configured.select,
      ignore: [...args.ignore, ...configured.ignore],
      severity: configured.severity,
      minSeverity: args.minSeverity ?? configured.minSeverity,
      ...(absolute === null ? {} : { modules: workspaceModules(absolute, this.tools), mentions: this.mentions.around(absolute) }),
    };
  }

  /** Whether any severity found in a file, by its printed path, fails the run. */
  fails(file: string, severities: Iterable<Severity>): boolean {
    const { failOn } = this.configurations.of(path.dirname(path.resolve(this.io.cwd, file)));
    const threshold = this.args.failOn ?? severityOr(failOn, 'error');
    for (const severity of severities) if (atLeast(severity, threshold)) return true;
    return false;
  }

  /** Files that the operands stand for; a problem per operand that stands for none. Their configurations are read, so that what is wrong there is said once. */
  find(operands: readonly string[]): { files: FoundFile[]; problems: { path: string; message: string }[] } {
    const files: FoundFile[] = [];
    const problems: { path: string; message: string }[] = [];
    for (const operand of operands) {
      const found = findFiles(operand, this.io.cwd);
      files.push(...found.files);
      if (found.problem) problems.push({ path: operand, message: phrase(this.args.locale, `unreadable.${found.problem}`) });
    }
    for (const { absolute } of files) this.configurations.of(path.dirname(absolute));
    return { files, problems };
  }

  /** Reads one file. */
  open(file: FoundFile): Opened {
    try {
      return this.decoded(file.path, file.language, readFileSync(file.absolute));
    } catch (error) {
      return { path: file.path, message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Reads standard input. */
  async openStdin(): Promise<Opened> {
    const { language } = this.args;
    if (!language) throw new UsageError('standard input needs --language');
    return this.decoded('-', language, await this.io.stdin());
  }

  private decoded(name: string, language: Source['language'], bytes: Buffer): Opened {
    const decoded = decode(bytes);
    if ('problem' in decoded) return { path: name, message: phrase(this.args.locale, decoded.problem, decoded.slots) };
    return { source: { path: name, language, text: decoded.text } };
  }
}
