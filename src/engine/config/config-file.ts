import { parse } from 'smol-toml';
import { readConfiguration } from './configuration';
import type { Configuration } from './configuration';

/** Names of the files that may hold a configuration; the first that does is the one of its folder. */
export const CONFIG_FILES = ['losswright.json', 'pyproject.toml'] as const;

/** What a configuration file says, and what of it does not fit. */
export interface ReadFile {
  /** Null where the text is not JSON or TOML. */
  readonly configuration: Configuration | null;
  readonly problems: readonly string[];
}

/**
 * Reads the text of a configuration file by its name: TOML has it under `[tool.losswright]`, JSON at the top. Null where a
 * TOML file says nothing of us, so that the search goes on above it.
 */
export function readConfigFile(name: string, text: string): ReadFile | null {
  try {
    if (!name.endsWith('.toml')) return readConfiguration(JSON.parse(text));
    const own = fieldOf(fieldOf(parse(text), 'tool'), 'losswright');
    return own === undefined ? null : readConfiguration(own);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { configuration: null, problems: [reason] };
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Object.entries(value).find(([key]) => key === name)?.[1] as unknown) : undefined;
}
