import type { FromPanel, PanelState } from '../../src/protocol/panel-messages';
import { isPanelState, isToPanel } from '../../src/protocol/validate';
import { Panel } from './panel';
import { onThemeChange } from './theme';
import type { View } from './view';

/** State as VS Code keeps it: which loss, and how it was looked at. */
type Kept = PanelState & { readonly view?: View };

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; getState(): unknown; setState(state: Kept): void };

const host = acquireVsCodeApi();
const home = document.getElementById('panel');

if (home) start(home);

function start(into: HTMLElement): void {
  let kept = keptState();
  const keep = (state: Kept): void => host.setState((kept = state));
  const panel = new Panel(into, {
    reveal: (range) => host.postMessage({ kind: 'reveal', range }),
    choose: (loss) => host.postMessage({ kind: 'choose', loss }),
    save: (name, text) => host.postMessage({ kind: 'save', name, text }),
    compare: (loss) => host.postMessage({ kind: 'compare', loss }),
    fix: (finding) => host.postMessage({ kind: 'fix', finding }),
    apply: (finding, all) => host.postMessage({ kind: 'apply', finding, all }),
    compareKnown: (entry) => host.postMessage({ kind: 'compareKnown', entry }),
    copyFormula: () => host.postMessage({ kind: 'copyFormula' }),
    pin: (pinned) => host.postMessage({ kind: 'pin', pinned }),
    keep: (view) => kept && keep({ ...kept, view }),
  });
  panel.stale();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToPanel(data)) return;
    if (data.kind === 'stale') return panel.stale();
    if (data.kind === 'compared') return panel.compare(data.loss, data.drawing);
    if (data.kind === 'walk') return panel.turnToWalk(data.finding);
    if (data.kind === 'fixed') return panel.fixed(data.finding, data.walks);
    const { document, content } = data;
    const stored = kept?.document === document && kept.loss === content.loss ? (kept.view ?? null) : null;
    keep({ document, loss: content.loss, ...(stored ? { view: stored } : {}) });
    panel.show(content, stored);
  });
  onThemeChange(() => panel.recolor());
  host.postMessage({ kind: 'ready' });
}

function keptState(): Kept | null {
  const state = host.getState();
  return isPanelState(state) ? state : null;
}
