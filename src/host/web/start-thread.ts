import type { StartThread } from '../host';

interface WebWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

/** Starts a bundle in a web worker. The code travels as a blob, because extension files may have an origin of their own. */
export const startThread: StartThread = async (bundle, assets, events) => {
  const code = await assets.read(`${bundle}.js`);
  const url = URL.createObjectURL(new Blob([code as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
  const { Worker } = globalThis as unknown as { Worker: new (url: string) => WebWorker };
  const worker = new Worker(url);
  worker.onmessage = ({ data }) => events.message(data);
  worker.onerror = ({ message }) => events.failed(message ?? 'worker failed');
  return {
    post: (message) => worker.postMessage(message),
    dispose: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
};
