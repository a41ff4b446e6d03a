import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { remember } from '../../ops/shared/remember';
import { componentsOf } from '../curvature/separable';
import { TermAlgebra } from '../scalar/algebra';
import { type Coordinate, plainValues } from '../scalar/coordinate';
import type { ElementCoordinate, ScalarLoss } from '../scalar/loss-terms';
import { substitute } from '../scalar/rebuild';
import type { Term } from '../scalar/term';
import { type LineProfile, profileOf } from './line-profile';

/** A loss along one element of a parameter, everything else at fixed values. */
export interface Section {
  readonly setting: ReadonlyMap<string, number>;
  /** Null when its pieces are not all known. */
  readonly profile: LineProfile | null;
}

/** Sections along one element, through the parts of the loss that depend on it. */
export interface Sections {
  readonly coordinate: ElementCoordinate;
  /** The other elements that those parts depend on. */
  readonly others: readonly ElementCoordinate[];
  readonly part: Term;
  readonly list: readonly Section[];
}

const MOST_SECTIONS = 4;

/** Where the pieces of so many sections are not all known, those of others will not be either. */
const FUTILE_SECTIONS = 2;

/** Sections of a term of a loss along an element of a parameter. */
export type SectionsAlong = (coordinate: ElementCoordinate, term: Term) => Sections;

/** Sections of a loss, each made once. */
export function sectionsIn(form: ScalarLoss): SectionsAlong {
  const through = remember((coordinate: ElementCoordinate, part: Term) => sectionsThrough(form, coordinate, part));
  return (coordinate, term) => {
    const groups = componentsOf(term, [coordinate.name]).flat();
    const moving = groups.filter((p) => p.term.free.has(coordinate.name));
    return through(coordinate, form.algebra.sum(Q.ZERO, moving));
  };
}

/** Sections along an element for a few values of everything else; those on which the loss is constant are left out, if others are not. */
function sectionsThrough(form: ScalarLoss, coordinate: ElementCoordinate, part: Term): Sections {
  const others = form.coordinates.filter((c) => c !== coordinate && part.free.has(c.name));
  let failed = 0;
  const all = settingsOf(others).map((setting): Section => {
    if (failed >= FUTILE_SECTIONS) return { setting, profile: null };
    const algebra = new TermAlgebra(new Map([[coordinate.name, coordinate.range]]));
    const fixed = new Map([...setting].map(([name, value]) => [name, algebra.number(value)]));
    const profile = profileOf(substitute(algebra, part, fixed), coordinate.name, coordinate.range);
    if (!profile) failed += 1;
    return { setting, profile };
  });
  const moving = all.filter(({ profile }) => !profile || !isConstant(profile));
  return { coordinate, others, part, list: moving.length > 0 ? moving : all };
}

function isConstant({ flat, ends }: LineProfile): boolean {
  const [zone, more] = flat;
  return zone !== undefined && more === undefined && zone[0] === ends[0].at && zone[1] === ends[1].at;
}

/** A few values of the other coordinates: combinations of their finite sets or ends while these are few, else one each. */
function settingsOf(others: readonly Coordinate[]): readonly ReadonlyMap<string, number>[] {
  let settings: ReadonlyMap<string, number>[] = [new Map()];
  for (const other of others) {
    const typical = typicalValues(other);
    const values = settings.length * typical.length > MOST_SECTIONS ? typical.slice(0, 1) : typical;
    settings = values.flatMap((value) => settings.map((setting) => new Map([...setting, [other.name, value]])));
  }
  return settings;
}

/** Two values of a coordinate that are worth a look; 0 is not the first, because a weight of 0 hides everything. */
function typicalValues({ values, range, studied, name }: Coordinate): readonly number[] {
  const ends = [range.hi, range.lo].filter((end) => Number.isFinite(end) && I.contains(range, end));
  const list = values ?? (ends.length === 2 ? ends : plainValues({ values, range, studied, name }).slice(0, 2));
  return [...list].sort((a, b) => Number(a === 0) - Number(b === 0)).slice(0, MOST_SECTIONS);
}
