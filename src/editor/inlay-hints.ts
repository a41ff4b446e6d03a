import * as vscode from 'vscode';
import type { LossReport, ReportedParameter } from '../engine/check/report';
import { partOf } from './lookup';
import { toRange } from './ranges';
import type { Session } from './session';
import { settingsOf } from './settings';
import { SELECTOR } from './sources';

/** A signature longer than this many lines is not searched. */
const LONGEST = 20;

/** A parameter that stands in the signature under its name; `batch["mask"]` and `self.scale` do not. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Hints in the signature of a loss, off by default: after each parameter the values it takes, where the code or a comment says so. */
export function inlayHints(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerInlayHintsProvider(SELECTOR, {
    onDidChangeInlayHints: changed.event,
    provideInlayHints(document, within) {
      const analysed = settingsOf(document.uri).inlayHints ? session.reportOf(document) : undefined;
      if (!analysed || (document.uri.scheme !== 'vscode-notebook-cell' && analysed.source.text !== document.getText())) return [];
      const { losses } = partOf(analysed.report, document);
      return losses.filter(({ range }) => within.intersection(toRange(range))).flatMap((loss) => hintsOf(loss, document));
    },
  });
  return vscode.Disposable.from(
    changed,
    provider,
    session.onDidChange(() => changed.fire()),
  );
}

function hintsOf({ range, parameters }: LossReport, document: vscode.TextDocument): vscode.InlayHint[] {
  const { start, end } = toRange(range);
  const from = document.offsetAt(start);
  const text = document.getText(new vscode.Range(start, new vscode.Position(Math.min(end.line, start.line + LONGEST) + 1, 0)));
  const open = text.indexOf('(');
  const close = closing(text, open);
  return parameters
    .filter(({ name, source }) => source !== 'assumed' && NAME.test(name))
    .flatMap((parameter) => {
      const place = new RegExp(`(?<![\\w.])${parameter.name}(?!\\w)`).exec(text.slice(open, close));
      return place ? [hintOf(parameter, document.positionAt(from + open + place.index + parameter.name.length))] : [];
    });
}

function hintOf({ domain, because }: ReportedParameter, position: vscode.Position): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, `∈ ${domain}`, vscode.InlayHintKind.Type);
  hint.paddingLeft = true;
  hint.tooltip = because;
  return hint;
}

/** Where the bracket that opens at an offset closes; the offset itself where it does not. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = Math.max(open, 0); i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return open;
}
