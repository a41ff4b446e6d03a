import { Session } from 'node:inspector';
import type { Profiler } from 'node:inspector';

/** Microseconds between two looks at what the thread does. */
const INTERVAL = 500;

/** A look that comes later than this was late because the machine had other work. */
const LATEST = 4 * INTERVAL;

/** What runs for the extension: its own code, and what it is called with, messages of its workers above all. */
const OWN = /dist\/extension\.js$|internal\/per_context\/messageport$/;
const OTHERS = /\/extensions\//;

/**
 * Watches the extension host until the returned function is called, which tells for how many milliseconds the extension held it in
 * one piece at most: other extensions and VS Code itself work in the same thread.
 */
export function watchHost(): () => Promise<number> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  session.post('Profiler.start');
  return () =>
    new Promise((resolve, reject) => {
      session.post('Profiler.stop', (error, { profile }) => {
        session.disconnect();
        if (error) reject(error);
        else resolve(longestPiece(profile) / 1000);
      });
    });
}

function longestPiece({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): number {
  const own = ownNodes(nodes);
  const collectors = new Set(nodes.filter(({ callFrame }) => callFrame.functionName === '(garbage collector)').map(({ id }) => id));
  let [piece, longest] = [0, 0];
  samples.forEach((id, i) => {
    const isOurs = own.has(id) || (piece > 0 && collectors.has(id));
    piece = isOurs ? piece + Math.min(timeDeltas[i] ?? 0, LATEST) : 0;
    longest = Math.max(longest, piece);
  });
  return longest;
}

/** Nodes of the profile below one of the extension's functions, or such a function themselves. */
function ownNodes(nodes: readonly Profiler.ProfileNode[]): ReadonlySet<number> {
  const own = new Set<number>();
  // Parents come before their children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (OWN.test(callFrame.url) && !OTHERS.test(callFrame.url)) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
  }
  return own;
}
