import * as vscode from 'vscode';
import type { Severity } from '../engine/check/report';
import type { Locale } from '../engine/report/phrases/phrase';
import { homeOf } from './home';

/** Prefix of all settings, commands and keys of the extension. */
export const SECTION = 'losswright';

/** Command that copies a formula: of the loss at hand, or of a document's loss by name. */
export const COPY_FORMULA = `${SECTION}.copyFormula`;

/** The settings that hold for one document. */
export interface Settings {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  /** Milliseconds without a key before the text is analysed. */
  readonly delay: number;
  /** Float formats to judge in; empty for the framework's own. */
  readonly dtypes: readonly string[];
  /** Severity by rule (`stability/log-zero-prob`) or family (`convexity/*`); `off` silences. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly hoverMath: 'svg' | 'text';
  readonly locale: Locale;
}

/** Reads the settings of a document, or the general ones. */
export function settingsOf(resource?: vscode.Uri): Settings {
  const settings = vscode.workspace.getConfiguration(SECTION, resource ? homeOf(resource) : null);
  const dtype = settings.get('dtype', 'auto');
  return {
    enable: settings.get('enable', true),
    run: settings.get<Settings['run']>('run', 'onType'),
    delay: settings.get('delay', 150),
    dtypes: dtype === 'auto' ? [] : [dtype],
    rules: settings.get<Settings['rules']>('rules', {}),
    codeLens: settings.get('codeLens', true),
    inlayHints: settings.get('inlayHints', false),
    hoverMath: settings.get<Settings['hoverMath']>('hover.math', 'svg'),
    locale: localeOf(settings.get('language', 'auto')),
  };
}

/** Whether a change of the configuration concerns us. */
export function concernsUs(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(SECTION);
}

function localeOf(language: string): Locale {
  const wanted = language === 'auto' ? vscode.env.language.toLowerCase() : language;
  return /^zh(?:$|-cn|-hans)/.test(wanted) ? 'zh-cn' : 'en';
}
