import type { PanelContent } from '../../src/protocol/panel-messages';
import type { Step } from './walk';

/** The name of an input, or the code of one operation, cut where it leaves its line. */
export function excerpt({ place, op, name }: Pick<Step, 'place' | 'op' | 'name'>, { first, lines }: PanelContent['code']): string {
  const line = place ? lines[place.start.line - first] : undefined;
  if (name !== null || !place || line === undefined) return name ?? op;
  const whole = place.end.line === place.start.line;
  return whole ? line.slice(place.start.character, place.end.character) : `${line.slice(place.start.character)} …`;
}
