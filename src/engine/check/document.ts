import { codeRegions } from '../syntax/markdown/regions';
import type { CodeRegion } from '../syntax/markdown/region';
import { parseNotebook } from '../syntax/notebook/notebook';
import { LineIndex } from '../text/line-index';
import type { Position } from '../text/line-index';
import { joined } from './joined';
import type { Part } from './joined';
import type { Region } from './region';
import type { Source } from './source';

/** The regions of a source. Code fences of a Markdown text, like the cells of a notebook, are read as one program each language. */
export function regionsOf(source: Source, isPython: (code: string) => boolean): { regions: Region[]; problem: string | null } {
  switch (source.language) {
    case 'python':
    case 'loss':
      return { regions: [whole(source.language, source.text)], problem: null };
    case 'markdown':
      return { regions: markdownRegions(source.text, isPython), problem: null };
    case 'notebook':
      return notebookRegions(source.text, isPython);
  }
}

function whole(language: Region['language'], text: string): Region {
  const index = new LineIndex(text);
  return { language, text, rangeOf: (span) => index.rangeOf(span), cellOf: () => undefined };
}

function markdownRegions(text: string, isPython: (code: string) => boolean, cell?: number): Region[] {
  const parts = fenceParts(text, isPython, cell);
  return [joined('python', parts), joined('loss', parts)].filter((region) => region.text !== '');
}

function fenceParts(text: string, isPython: (code: string) => boolean, cell?: number): Part[] {
  const index = new LineIndex(text);
  const place =
    (region: CodeRegion) =>
    (offset: number): Position =>
      index.positionAt(region.toSource(offset));
  return codeRegions(text, isPython).map((region) => ({ language: region.language, text: region.text, positionAt: place(region), cell }));
}

function notebookRegions(text: string, isPython: (code: string) => boolean): { regions: Region[]; problem: string | null } {
  const { cells, error } = parseNotebook(text);
  const parts = cells.flatMap((cell): Part[] => {
    if (cell.language === 'markdown') return fenceParts(cell.text, isPython, cell.index);
    if (cell.language !== 'python') return [];
    const index = new LineIndex(cell.text);
    return [{ language: 'python', text: cell.text, positionAt: (offset) => index.positionAt(offset), cell: cell.index }];
  });
  return { regions: [joined('python', parts), joined('loss', parts)].filter((region) => region.text !== ''), problem: error };
}
