import * as vscode from 'vscode';
import { say } from './strings/say';
import { SECTION, settingsOf } from './settings';

/** Command that shows the page of a rule. */
export const EXPLAIN_RULE = `${SECTION}.explainRule`;

/** A link that shows the page of a rule. */
export function explainRule(code: string): vscode.Uri {
  return vscode.Uri.parse(`command:${EXPLAIN_RULE}?${encodeURIComponent(JSON.stringify([code]))}`);
}

/** The command itself: with a rule's code it shows that page, without one it asks which. */
export function rulePages(root: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(EXPLAIN_RULE, async (code?: unknown) => {
    const rules = vscode.Uri.joinPath(root, 'docs', 'rules');
    const chosen = typeof code === 'string' ? code : await chooseRule(rules);
    if (chosen) await showPage(rules, chosen);
  });
}

async function chooseRule(rules: vscode.Uri): Promise<string | undefined> {
  const families = (await vscode.workspace.fs.readDirectory(rules)).filter(([, type]) => type === vscode.FileType.Directory);
  const pages = await Promise.all(families.map(([family]) => rulesOf(rules, family)));
  return vscode.window.showQuickPick(pages.flat(), { placeHolder: say(settingsOf().locale, 'pick.rule') });
}

async function rulesOf(rules: vscode.Uri, family: string): Promise<string[]> {
  const files = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(rules, family));
  return files.filter(([name]) => name.endsWith('.md')).map(([name]) => `${family}/${name.slice(0, -'.md'.length)}`);
}

async function showPage(rules: vscode.Uri, code: string): Promise<void> {
  const page = vscode.Uri.joinPath(rules, `${code}.md`);
  try {
    await vscode.workspace.fs.stat(page);
  } catch {
    void vscode.window.showInformationMessage(say(settingsOf().locale, 'message.no-page', { code }));
    return;
  }
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
