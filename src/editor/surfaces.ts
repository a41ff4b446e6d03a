import type * as vscode from 'vscode';
import { analyseFile } from './analyse-file';
import { catalogueHover } from './catalogue-hover';
import { codeActions } from './code-actions';
import { codeLens } from './code-lens';
import { commands } from './commands';
import { compareLosses } from './compare-losses';
import type { Configurations } from './configurations';
import { copyFormula } from './copy-formula';
import { copyReproducers } from './copy-reproducer';
import { declarations } from './declarations';
import { diagnostics } from './diagnostics';
import { watchDocuments } from './documents';
import type { Engine } from './engine';
import { findingsFile } from './findings-file';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import { insertLoss } from './insert-loss';
import { lossCompletion } from './loss-completion';
import { lossLanguage } from './loss-language';
import { lossSnippets } from './loss-snippets';
import { lossWords } from './loss-words';
import { lossesHere } from './losses-here';
import { lossesTree } from './losses-tree';
import { newLossFile } from './new-loss-file';
import type { Preview } from './preview';
import { reportPages } from './report-page';
import { rulePages } from './rule-page';
import { sample } from './sample';
import type { Session } from './session';
import { status } from './status';
import { symbols } from './symbols';
import type { Typesetter } from './typeset';
import { workspaceAnalysis } from './workspace';

/** What the surfaces are made from. */
export interface Services {
  /** Of the extension. */
  readonly version: string;
  /** Folder of the extension. */
  readonly root: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly engine: Engine;
  readonly typesetter: Typesetter;
  readonly configurations: Configurations;
  readonly session: Session;
  readonly preview: Preview;
}

/** Registers everything that the reader sees, each in a file of its own. */
export function surfaces({ version, root, log, engine, typesetter, configurations, session, preview }: Services): vscode.Disposable[] {
  return [
    diagnostics(session),
    hover(session, engine, typesetter),
    codeLens(session),
    inlayHints(session),
    codeActions(session),
    status(session),
    symbols(session),
    lossesTree(session),
    lossesHere(session),
    catalogueHover(engine, typesetter),
    insertLoss(engine),
    lossSnippets(engine),
    lossCompletion(engine),
    declarations(engine, session),
    lossLanguage(engine),
    lossWords(engine),
    newLossFile(engine),
    sample(root),
    commands(session, preview, log),
    copyFormula(session, engine),
    copyReproducers(session),
    compareLosses(preview, { session, engine, typesetter }),
    analyseFile(session),
    workspaceAnalysis(session),
    findingsFile(session, engine, version),
    rulePages(root),
    reportPages(session),
    watchDocuments(session, configurations),
  ];
}
