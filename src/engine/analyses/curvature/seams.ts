import * as I from '../../numerics/interval';
import { compareAt, type Comparison, limitAt, takesLimit } from '../pieces/germ';
import { meetingOf } from '../pieces/series';
import { type Piece, piecesOf } from '../pieces/piecewise';
import type { Place } from '../pieces/roots';
import { Derivatives } from '../scalar/derivative';
import type { Term } from '../scalar/term';
import type { Question } from './question';

/** Proves convexity of a function of one variable piece by piece: every piece convex, values joined, slopes not falling at the seams. */
export function piecesProof(question: Question, provePiece: (question: Question) => string | null): string | null {
  const { algebra, term, variables } = question;
  const [variable] = variables as [string];
  const { pieces, complete } = piecesOf(term, variable, algebra.range(algebra.variable(variable)));
  if (!complete || (pieces.length === 1 && pieces[0]?.term === term)) return null;
  const hows = new Set<string>();
  for (const piece of pieces) {
    const proof = provePiece({ ...question, algebra: piece.algebra, term: piece.term, depth: question.depth + 1 });
    if (!proof) return null;
    if (proof !== 'constant') hows.add(proof);
  }
  const places = pieces.slice(1).map((piece) => piece.low?.value ?? NaN);
  const joined = pieces.slice(1).every((right, i) => isConvexSeam(term, pieces[i] as Piece, right, variable));
  return joined
    ? `pieces joined at ${variable} = ${places.map((x) => Number(x.toPrecision(6))).join(', ')} with slopes that do not fall (${[...hows].join('; ')})`
    : null;
}

function isConvexSeam(whole: Term, left: Piece, right: Piece, variable: string): boolean {
  const place = right.low as Place;
  const meeting = meetingOf(left.term, right.term, place);
  if (meeting) {
    const { order, values, slopes } = meeting;
    const rises = order !== 0 && (order !== 1 || slopes[1] > slopes[0]);
    return rises && takesLimit(whole, I.point(values[0]), variable, place) === true;
  }
  if (!isJoined(compareAt(left.term, right.term, variable, place))) return false;
  if (takesLimit(whole, limitAt(left.term, variable, place, -1).value, variable, place) !== true) return false;
  const slopes = [left, right].map((piece) => new Derivatives(piece.algebra, variable).of(piece.term)) as [Term, Term];
  const turn = compareAt(...slopes, variable, place);
  return turn === 'greater' || turn === 'equal' || turn === 'near';
}

function isJoined(comparison: Comparison): boolean {
  return comparison === 'equal' || comparison === 'near';
}
