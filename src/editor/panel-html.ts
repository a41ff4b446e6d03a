import * as vscode from 'vscode';

/** What a panel may load: the built files only. */
export function panelOptions(root: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(root, 'dist')] };
}

/** The page of the preview: one script under a nonce, one style sheet, nothing from elsewhere. */
export function panelHtml(webview: vscode.Webview, root: vscode.Uri): string {
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(root, 'dist', name)).toString();
  const nonce = randomName();
  const policy = [
    `default-src 'none'`,
    `img-src ${webview.cspSource} data:`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('panel.css')}">
<title>Losswright</title>
</head>
<body>
<main id="panel"></main>
<script nonce="${nonce}" src="${file('panel.js')}"></script>
</body>
</html>`;
}

function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
