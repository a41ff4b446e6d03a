import type { Ink } from './ink';

/** Reads the present theme; each name falls back to one that every theme has. */
export function readInk(): Ink {
  const style = getComputedStyle(document.documentElement);
  const read = (...names: readonly string[]): string =>
    names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim()).find((value) => value !== '') ?? 'gray';
  const contrast =
    document.body.classList.contains('vscode-high-contrast') || document.body.classList.contains('vscode-high-contrast-light');
  return {
    text: read('editor-foreground', 'foreground'),
    grid: contrast ? read('contrastBorder', 'foreground') : read('editorWidget-border', 'widget-border', 'panel-border', 'foreground'),
    curves: ['charts-blue', 'charts-purple', 'editor-foreground', 'descriptionForeground'].map((name) =>
      read(name, 'editor-foreground', 'foreground'),
    ),
    others: ['charts-green', 'charts-yellow', 'charts-red'].map((name) => read(name, 'editor-foreground', 'foreground')),
    hazard: read('charts-red', 'errorForeground'),
    paper: read('editor-background'),
  };
}

/** Calls back when VS Code changes the theme, which it tells by the class and style of the page. */
export function onThemeChange(redraw: () => void): void {
  const observer = new MutationObserver(redraw);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}
