import type { ParsedPython, PythonParser } from '../syntax/python/parser';
import type { PyModule } from '../syntax/python/node';

/** The last parse of a document's Python, so that the next one of nearly the same text is cheap. */
export class LastParse {
  private last: ParsedPython | null = null;

  /** Parses a text with what is kept of the one before. */
  module(text: string, python: PythonParser): PyModule {
    if (this.last?.text !== text) {
      const parsed = python.parse(text, this.last ?? undefined);
      this.last?.dispose();
      this.last = parsed;
    }
    return this.last.module;
  }

  /** Frees what is kept. */
  dispose(): void {
    this.last?.dispose();
    this.last = null;
  }
}
