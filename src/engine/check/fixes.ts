import type { Found } from '../rules/rule';
import { rewriteText } from '../write/rewrite';
import type { LiftedLoss } from './lift-source';
import type { Fix } from './report';

/** Quick fixes of a finding: its rewrite as edits of the source. A notebook's or a note's edits stay in the cell or fence they start in. */
export function fixesOf({ rewrite, edit }: Found, { loss, region }: LiftedLoss): readonly Fix[] {
  if (edit && edit.span.source === undefined && region.language === 'python')
    return [{ title: edit.title ?? edit.newText, edits: [{ range: region.rangeOf(edit.span), newText: edit.newText }] }];
  if (!rewrite || region.language !== 'python') return [];
  const rewritten = rewriteText(region.text, loss, rewrite);
  if (!rewritten || CHOSEN_TWICE.test(rewritten.code)) return [];
  const edits = rewritten.edits.map(({ span, newText }) => ({ range: region.rangeOf(span), newText }));
  return [{ title: rewritten.code, edits }];
}

/** `where(m, x[m], …)`: what a mask has picked does not fit the mask any more. */
const CHOSEN_TWICE = /where\(([^,]+), [\w.]+\[\1\]/;
