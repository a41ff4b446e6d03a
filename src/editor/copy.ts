import * as vscode from 'vscode';
import { settingsOf } from './settings';
import { say } from './strings/say';

/** Puts a text on the clipboard and says so in the status bar. */
export async function copy(text: string, what: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(say(settingsOf().locale, 'message.copied', { what }), 3000);
}
