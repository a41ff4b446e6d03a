import * as vscode from 'vscode';
import type { Finding } from '../engine/check/report';
import { failingTest } from '../engine/report/failing-test';
import { copy } from './copy';
import { lossAtHand } from './loss-at-hand';
import type { LossAtHand } from './loss-at-hand';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';
import { say } from './strings/say';

/** Command that copies a program which shows a failure. */
export const COPY_REPRODUCER = `${SECTION}.copyReproducer`;
/** Command that copies the same as a test which fails until the loss is repaired. */
export const COPY_TEST = `${SECTION}.copyFailingTest`;

/** The commands that copy what shows a failure: of the finding with a fingerprint, else of the first that has one. */
export function copyReproducers(session: Session): vscode.Disposable {
  const register = (command: string, write: (finding: Finding, reproducer: string) => string): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (fingerprint?: unknown) => {
      const chosen = await lossAtHand(session);
      const failing = chosen && failureOf(chosen, fingerprint);
      if (failing?.reproducer) await copy(write(failing, failing.reproducer), failing.code);
      else if (chosen) await nothingFails(chosen.loss.name);
    });
  return vscode.Disposable.from(
    register(COPY_REPRODUCER, (_, reproducer) => reproducer),
    register(COPY_TEST, ({ code, loss }, reproducer) => failingTest(reproducer, code, loss ?? 'loss')),
  );
}

function failureOf({ findings }: LossAtHand, fingerprint: unknown): Finding | undefined {
  const failing = findings.filter(({ reproducer }) => reproducer !== undefined);
  return failing.find((finding) => finding.fingerprint === fingerprint) ?? failing[0];
}

async function nothingFails(loss: string): Promise<void> {
  await vscode.window.showInformationMessage(say(settingsOf().locale, 'message.no-reproducer', { loss }));
}
