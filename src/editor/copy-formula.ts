import * as vscode from 'vscode';
import type { LossReport } from '../engine/check/report';
import { copy } from './copy';
import type { Engine } from './engine';
import { lossAtHand, lossNamed } from './loss-at-hand';
import type { Session } from './session';
import { COPY_FORMULA, settingsOf } from './settings';
import { keyOf } from './sources';
import { say } from './strings/say';

/** A notation to choose, with what would be copied. */
interface Choice extends vscode.QuickPickItem {
  readonly text: string;
}

/** The command that copies a loss as LaTeX, as mathjs or as Python in its stable form; a notation may be given by name. */
export function copyFormula(session: Session, engine: Engine): vscode.Disposable {
  return vscode.commands.registerCommand(COPY_FORMULA, async (key?: unknown, name?: unknown, notation?: unknown) => {
    const named = typeof key === 'string' && typeof name === 'string';
    const chosen = named ? await lossNamed(session, key, name) : await lossAtHand(session);
    if (!chosen) return;
    const choices = await choicesOf(chosen.loss, keyOf(chosen.document), engine);
    const { locale } = settingsOf(chosen.document.uri);
    if (choices.length === 0)
      return void vscode.window.showInformationMessage(say(locale, 'message.no-formula', { loss: chosen.loss.name }));
    const choice =
      choices.find(({ label }) => label === notation) ??
      (await vscode.window.showQuickPick(choices, { placeHolder: say(locale, 'pick.notation') }));
    if (choice) await copy(choice.text, choice.label);
  });
}

async function choicesOf({ name, formula, framework }: LossReport, key: string, engine: Engine): Promise<Choice[]> {
  const library = framework === 'loss' || framework === 'python' ? 'numpy' : framework;
  const python = await engine.translate(key, name, library).catch(() => null);
  return [
    ...(formula ? [choice('LaTeX', formula.latex), choice('mathjs', formula.text)] : []),
    ...(python === null ? [] : [{ ...choice('Python', python), description: library }]),
  ];
}

function choice(label: string, text: string): Choice {
  return { label, detail: text.replace(/\s+/g, ' ').slice(0, 120), text };
}
