import * as vscode from 'vscode';
import type { CatalogueEntry } from '../engine/catalogue/catalogue-entry';
import { escapeMarkdown } from '../engine/report/markdown-text';
import { phrase } from '../engine/report/phrases/phrase';
import type { Locale } from '../engine/report/phrases/phrase';
import type { Engine } from './engine';
import { canonicalName, importedNames } from './python-names';
import { settingsOf } from './settings';
import { sourceOf, textAround } from './sources';
import { say } from './strings/say';
import type { Typesetter } from './typeset';

/** Lines of a call that are looked at. */
const LONGEST_CALL = 8;

const DOTTED = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/;

/** The hover on a library's own loss, wherever it is called: what it computes, what it expects, what to watch. */
export function catalogueHover(engine: Engine, typesetter: Typesetter): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'python' },
    {
      async provideHover(document, position, token) {
        const range = document.getWordRangeAtPosition(position, DOTTED);
        const name = range && sourceOf(document) && canonicalName(document.getText(range), importedNames(textAround(document)));
        const entry = name && entryOf(await engine.catalogue(), name, takesLogits(document, range));
        if (!entry || token.isCancellationRequested) return undefined;
        const { locale, hoverMath } = settingsOf(document.uri);
        const formula =
          hoverMath === 'svg' ? await typesetter.image(entry.latex, entry.name[locale === 'en' ? 'en' : 'zhCn']) : `\`${entry.latex}\``;
        return new vscode.Hover(new vscode.MarkdownString(entryText(entry, formula, locale), true), range);
      },
    },
  );
}

/** The known loss behind a name, by the way it is called where that decides. */
function entryOf(catalogue: readonly CatalogueEntry[], name: string, logits: boolean): CatalogueEntry | undefined {
  const short = name.replace('optax.losses.', 'optax.');
  const called = (spelling: string) => catalogue.find(({ calls }) => calls.includes(spelling));
  return (logits ? called(`${name}(from_logits=True)`) : undefined) ?? called(name) ?? called(short);
}

/** Whether a call says that it is given logits, in its first lines. */
function takesLogits(document: vscode.TextDocument, { end }: vscode.Range): boolean {
  const after = document.getText(new vscode.Range(end, end.translate(LONGEST_CALL, 0)));
  return /^\([^()]*(?:\([^()]*\)[^()]*)*\bfrom_logits\s*=\s*True\b/.test(after);
}

function entryText({ name, expects, use, watch, properties }: CatalogueEntry, formula: string, locale: Locale): string {
  const own = locale === 'en' ? 'en' : 'zhCn';
  const known = [phrase(locale, `differentiability.${properties.differentiability}`), ...curvature(properties.convexity, locale)];
  const lines = [
    `$(info) ${say(locale, 'catalogue.expects')}: ${escapeMarkdown(expects[own])}`,
    `$(check) ${say(locale, 'catalogue.use')}: ${escapeMarkdown(use[own])}`,
    `$(warning) ${say(locale, 'catalogue.watch')}: ${escapeMarkdown(watch[own])}`,
  ];
  return [`**${escapeMarkdown(name[own])}** · ${known.join(' · ')}`, formula, lines.join('  \n')].join('\n\n');
}

function curvature(answer: CatalogueEntry['properties']['convexity'], locale: Locale): string[] {
  return answer === 'unknown' ? [] : [phrase(locale, `convexity.${answer}`, { wrt: say(locale, 'catalogue.prediction') })];
}
