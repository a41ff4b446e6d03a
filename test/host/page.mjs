/**
 * Address of a workbench page. `folder`, or the `workspace` file of several, is opened; `extensions` are development extensions (folders); `tests` the suite to run
 * inside the extension host; `kind: 'web'` takes the browser's extension host; `open` is a file to show.
 */
export function pageAddress(server, { folder, workspace, extensions = [], tests, kind, open }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...extensions.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ...(kind === undefined ? [] : [['extensionDevelopmentKind', kind]]),
    ...(open === undefined ? [] : [['openFile', remote(open)]]),
  ];
  const opened = workspace !== undefined ? { workspace } : folder !== undefined ? { folder } : {};
  const query = new URLSearchParams({ ...opened, payload: JSON.stringify(payload) });
  return `${server.origin}/?${query}`;
}
