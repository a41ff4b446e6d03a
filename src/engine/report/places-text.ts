import type { Locale } from './phrases/phrase';
import { phrase } from './phrases/phrase';

/** About how many characters of places a reader takes in. */
const LONGEST = 90;

/** Where a loss is not smooth, in a line: of places that differ in the elements they speak of one is told, and of many the first. */
export function placesText(places: readonly string[], locale: Locale): string {
  const kinds = [...new Map(places.toReversed().map((place) => [place.replace(/\[[\d, ]+\]/g, '[]'), place])).values()].toReversed();
  const [first = '', ...others] = kinds;
  const told = others.reduce((line, place) => (line.length + place.length > LONGEST ? line : [line, place].join('; ')), first);
  const left = places.length - told.split('; ').length;
  return left > 0 ? phrase(locale, 'differentiability.more', { places: told, left: String(left) }) : told;
}
