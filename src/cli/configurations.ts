import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_FILES, readConfigFile } from '../engine/config/config-file';
import type { Configuration } from '../engine/config/configuration';
import { UsageError } from './arguments';

/** The configurations of a run: the one that was named, else for each folder the nearest at or above it. Each is read once. */
export class Configurations {
  private readonly known = new Map<string, Configuration>();
  private readonly named: Configuration | null;

  /** `said` hears of every field that does not fit. @throws UsageError where the named file cannot be read. */
  constructor(
    file: string | null,
    private readonly said: (line: string) => void,
  ) {
    this.named = file === null ? null : this.read(file);
    if (file !== null && this.named === null) throw new UsageError(`cannot read the configuration ${file}`);
  }

  /** The configuration of what lies in a folder. @throws UsageError where its file is not JSON or TOML. */
  of(folder: string): Configuration {
    if (this.named) return this.named;
    const known = this.known.get(folder);
    if (known) return known;
    const above = path.dirname(folder);
    const found = this.inside(folder) ?? (above === folder ? {} : this.of(above));
    this.known.set(folder, found);
    return found;
  }

  private inside(folder: string): Configuration | null {
    for (const name of CONFIG_FILES) {
      const found = this.read(path.join(folder, name));
      if (found) return found;
    }
    return null;
  }

  private read(file: string): Configuration | null {
    const text = textOf(file);
    const read = text === null ? null : readConfigFile(path.basename(file), text);
    if (!read) return null;
    if (!read.configuration) throw new UsageError(`${file}: ${read.problems.join('; ')}`);
    for (const problem of read.problems) this.said(`${file}: ${problem}\n`);
    return read.configuration;
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
