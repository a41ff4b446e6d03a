import * as vscode from 'vscode';
import { codeOf, notationOf } from './catalogue-code';
import type { Engine } from './engine';
import { SECTION, settingsOf } from './settings';
import { say } from './strings/say';

/** The command that writes a known loss at the caret, in the library that the file uses. */
export function insertLoss(engine: Engine): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand(`${SECTION}.insertLoss`, async (editor) => {
    const { locale } = settingsOf(editor.document.uri);
    const notation = notationOf(editor.document);
    const items = (await engine.catalogue()).flatMap((entry) => {
      const code = codeOf(entry, notation);
      const detail = entry.use[locale === 'en' ? 'en' : 'zhCn'];
      return code === null ? [] : [{ label: entry.name[locale === 'en' ? 'en' : 'zhCn'], description: entry.task, detail, code }];
    });
    const chosen = await vscode.window.showQuickPick(items, {
      placeHolder: say(locale, 'pick.insert'),
      matchOnDetail: true,
      matchOnDescription: true,
    });
    if (chosen) await editor.insertSnippet(new vscode.SnippetString().appendText(chosen.code));
  });
}
